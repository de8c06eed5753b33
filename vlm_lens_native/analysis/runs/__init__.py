"""What analyses that run a model many times share: pairs, groups of positions, metrics, clean runs, batches."""
