"""Patching as one would write it: a whole forward pass with hooks for each patch, all rows at once."""

from __future__ import annotations

import torch

from vlm_lens_native.analysis import logit_difference

METRIC = logit_difference(7, 11)


def plain_loop(model, host, donor, places, groups, *, also=(), heads=(None,), donor_groups=None, metric=METRIC):
    """``[row place column]``: the metric of the last token's logits.

    Args:
        model: The model.
        host: Inputs that are patched.
        donor: Inputs whose activations go in.
        places: Full names of hook points, one after another.
        groups: Selections of the host's layout, by name.
        also: For each place, names of hook points that are patched at the same positions.
        heads: Heads to patch one by one (axis 2); None for all.
        donor_groups: Selections of the donor's layout, where its positions are others.
        metric: From logits to a number.
    """
    also = also or [()] * len(places)
    names = list(dict.fromkeys([*places, *(name for names in also for name in names)]))
    _, cache = model.run_with_cache(donor, names)
    donor_groups = donor_groups or groups
    last = model.token_layout(host).last
    found = []
    for place, others in zip(places, also, strict=True):
        for name, group in groups.items():
            for head in heads:

                def write(x, hook, group=group, other=donor_groups[name], head=head):
                    for row in range(len(x)):
                        view, given = x[row], cache[hook.name][row]
                        if hook.query_axis == 2:
                            view, given = view.transpose(0, 1), given.transpose(0, 1)
                        to, by = group.indices(row), other.indices(row)
                        if head is None:
                            view[to] = given[by]
                        else:
                            view[to, head] = given[by, head]

                logits = model.run_with_hooks(host, [(each, write) for each in (place, *others)])
                found.append([float(metric(logits[row, last.indices(row)[0]])) for row in range(len(logits))])
    shape = (len(places), len(groups) * len(heads), len(found[0]))
    return torch.tensor(found).reshape(shape).permute(2, 0, 1)
