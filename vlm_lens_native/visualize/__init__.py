"""Pictures from arrays. Every function returns a matplotlib ``Figure`` or a PIL image, and leaves pyplot alone."""

from vlm_lens_native.visualize.bars import plot_parts
from vlm_lens_native.visualize.circuits import plot_circuit
from vlm_lens_native.visualize.curves import plot_patching
from vlm_lens_native.visualize.effects import plot_effect_map
from vlm_lens_native.visualize.grids import plot_head_grid, plot_layer_maps
from vlm_lens_native.visualize.lens_page import LensPage
from vlm_lens_native.visualize.marks import plot_marked_tokens
from vlm_lens_native.visualize.means import plot_means
from vlm_lens_native.visualize.overlays import draw_token_grid, plot_heatmap, plot_words
from vlm_lens_native.visualize.regions import draw_regions
from vlm_lens_native.visualize.scores import plot_head_scores
from vlm_lens_native.visualize.signed import plot_signed_map
from vlm_lens_native.visualize.style import COLOUR_MAP, COLOURS, printable
from vlm_lens_native.visualize.tables import plot_word_table
from vlm_lens_native.visualize.token_map import TokenMap

__all__ = [
    "COLOURS",
    "COLOUR_MAP",
    "LensPage",
    "TokenMap",
    "draw_regions",
    "draw_token_grid",
    "plot_circuit",
    "plot_effect_map",
    "plot_head_grid",
    "plot_head_scores",
    "plot_heatmap",
    "plot_layer_maps",
    "plot_marked_tokens",
    "plot_means",
    "plot_parts",
    "plot_patching",
    "plot_signed_map",
    "plot_word_table",
    "plot_words",
    "printable",
]
