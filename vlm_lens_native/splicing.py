"""The part of a model that splices dictionaries into it, under SAELens's names of methods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, Self

from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import NamesFilter
from vlm_lens_native.hooking import NamedHook
from vlm_lens_native.positions import Positions
from vlm_lens_native.running import Runnable
from vlm_lens_native.splice import Dictionaries, Gradient, Splice, find_splices


class Splicing(Runnable):
    """Adds dictionaries to whatever has hook points, under SAELens's names of methods."""

    @contextmanager
    def saes(
        self,
        saes: Dictionaries,
        *,
        positions: Positions = None,
        use_error_term: bool | None = None,
        gradient: Gradient = "features",
    ) -> Iterator[Self]:
        """A context in which dictionaries are spliced in: ``with model.saes(sae): logits = model(inputs).logits``.

        With the error term, the model goes on with ``x + (decode(features) - decode(features as they were))``: where
        nobody edits the features, with ``x`` itself, bit for bit. Without, it goes on with what they decode to.
        Hooks at the point itself see the dictionary's output, if they were added later than the dictionary.

        Args:
            saes: A dictionary, several, or one by the name of its hook point (by a pair of names: where it reads and
                where it writes), for those that don't say where they belong.
            positions: Where they act, as for an intervention; None means the tokens. Elsewhere features are 0, and
                the activation stays as it is.
            use_error_term: None means what the dictionary says, as in SAELens; without a word of it, False.
            gradient: ``"features"``: the features are where gradients end, so that those upstream are as without the
                dictionary where it has its error term; the dictionary's weights are constants. ``"through"``: the
                derivative of what is computed, to activations and weights.

        Raises:
            HookNameError: A dictionary's hook point is none of the model's. (SAELens warns and leaves it out.)
            InputError: No dictionary; or one writes to where another is spliced in.
        """
        with ExitStack() as stack:
            for splice in find_splices(self, saes, positions, use_error_term, gradient):
                self._check_free(splice)
                stack.enter_context(self._hooks.active(splice.hooks()))
            yield self

    def run_with_saes(self, inputs: Any, saes: Dictionaries = (), **kwargs: Any) -> Any:
        """The logits with dictionaries spliced in; arguments as of ``saes`` and, further ones, ``run_with_hooks``."""
        return self.run_with_hooks_with_saes(inputs, saes, **kwargs)

    def run_with_cache_with_saes(
        self,
        inputs: Any,
        saes: Dictionaries = (),
        names_filter: NamesFilter = None,
        *,
        positions: Positions = None,
        use_error_term: bool | None = None,
        gradient: Gradient = "features",
        **kwargs: Any,
    ) -> Any:
        """``run_with_cache`` with dictionaries spliced in, whose hook points are cached like others.

        ``positions`` is where the dictionaries act; ``saes`` as a context takes it apart from the cache's.
        """
        with self.saes(saes, positions=positions, use_error_term=use_error_term, gradient=gradient):
            return self.run_with_cache(inputs, names_filter, **kwargs)

    def run_with_hooks_with_saes(
        self,
        inputs: Any,
        saes: Dictionaries = (),
        fwd_hooks: Sequence[NamedHook] = (),
        bwd_hooks: Sequence[NamedHook] = (),
        *,
        positions: Positions = None,
        use_error_term: bool | None = None,
        gradient: Gradient = "features",
        **kwargs: Any,
    ) -> Any:
        """``run_with_hooks`` with dictionaries spliced in, whose hook points hooks may name."""
        with self.saes(saes, positions=positions, use_error_term=use_error_term, gradient=gradient):
            return self.run_with_hooks(inputs, fwd_hooks, bwd_hooks, **kwargs)

    def add_sae(
        self,
        sae: Dictionaries,
        *,
        positions: Positions = None,
        use_error_term: bool | None = None,
        gradient: Gradient = "features",
    ) -> None:
        """Splices dictionaries in that stay, for all threads, until ``reset_saes``; arguments as of ``saes``.

        One that is added where another was takes its place, as in SAELens.
        """
        for splice in find_splices(self, sae, positions, use_error_term, gradient):
            if splice.writes not in self._hooks.spliced:
                self._check_free(splice)
            self._hooks.spliced[splice.writes] = splice.hooks()

    def reset_saes(self, names: NamesFilter = None) -> None:
        """Takes off the dictionaries that ``add_sae`` added: those that write to some hook points, or all."""
        for name in list(self._hooks.spliced) if names is None else self._resolve(names):
            self._hooks.spliced.pop(name, None)

    def _check_free(self, splice: Splice) -> None:
        if any(point.name in self._hooks.points for point in splice.points.values()):
            raise InputError(
                f"A dictionary is spliced in at {splice.writes} already; leave its context, or call model.reset_saes()."
            )
