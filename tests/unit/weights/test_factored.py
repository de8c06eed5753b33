"""FactoredMatrix against the product multiplied out, without multiplying it out."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from tests.memory import PeakBytes
from vlm_lens_native import InputError, OutOfRangeError
from vlm_lens_native.weights import FactoredMatrix, composition_scores


def drawn(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


@pytest.fixture
def square() -> FactoredMatrix:
    return FactoredMatrix(drawn(2, 3, 12, 4), drawn(2, 3, 4, 12, seed=1))


def test_shapes_and_parts(square: FactoredMatrix) -> None:
    product = square.A @ square.B
    assert square.shape == product.shape
    assert (square.ndim, square.ldim, square.mdim, square.rdim, square.has_leading_dims) == (4, 12, 4, 12, True)
    assert torch.equal(square.AB, product)
    assert torch.equal(square.T.AB, product.mT)
    assert torch.equal(square.pair[1], square.B)
    torch.testing.assert_close((2 * square).AB, 2 * product)
    torch.testing.assert_close(square.get_corner(2), product[..., :2, :2])
    assert square.unsqueeze(1).shape == (2, 1, 3, 12, 12)
    assert repr(square) == "FactoredMatrix([2, 3, 12, 12] through 4)"


def test_indexing_is_that_of_the_product(square: FactoredMatrix) -> None:
    product = square.AB
    torch.testing.assert_close(square[1].AB, product[1])
    torch.testing.assert_close(square[1, 2].AB, product[1, 2])
    torch.testing.assert_close(square[:, [0, 2]].AB, product[:, [0, 2]])
    torch.testing.assert_close(square[0, 1, 3:5].AB, product[0, 1, 3:5])
    torch.testing.assert_close(square[0, 1, 3, 7].AB, product[0, 1, 3:4, 7:8])
    torch.testing.assert_close(square[0, 1, :, -1].AB, product[0, 1, :, -1:])
    torch.testing.assert_close(square[..., 3:5, [7, 0]].AB, product[..., 3:5, :][..., [7, 0]])
    torch.testing.assert_close(square[torch.tensor([1, 0]), -1].AB, product[[1, 0], -1])
    shared = FactoredMatrix(drawn(5, 12, 4), drawn(4, 12))
    torch.testing.assert_close(shared[3].AB, shared.AB[3])
    torch.testing.assert_close(shared.unsqueeze(0).AB, shared.AB[None])
    assert [one.shape for one in shared] == [(12, 12)] * 5


def test_products_on_both_sides(square: FactoredMatrix) -> None:
    product, matrix, vector = square.AB, drawn(12, 7, seed=2), drawn(12, seed=3)
    torch.testing.assert_close((square @ matrix).AB, product @ matrix)
    torch.testing.assert_close((matrix.T @ square).AB, matrix.T @ product)
    torch.testing.assert_close(square @ vector, product @ vector)
    torch.testing.assert_close(vector @ square, vector @ product)
    narrow = FactoredMatrix(drawn(3, 12, seed=2), drawn(12, 3, seed=3))  # its inner dimension is the larger one
    torch.testing.assert_close((narrow @ drawn(3, 5)).AB, narrow.AB @ drawn(3, 5))
    torch.testing.assert_close((drawn(5, 3) @ narrow).AB, drawn(5, 3) @ narrow.AB)
    assert (narrow @ drawn(3, 5)).mdim == (drawn(5, 3) @ narrow).mdim == 3
    small = FactoredMatrix(drawn(12, 2, seed=4), drawn(2, 12, seed=5))
    both = square @ small
    torch.testing.assert_close(both.AB, product @ small.AB)
    assert both.mdim == 2
    assert (small @ square).mdim == 2


def test_spectra_are_those_of_the_product(square: FactoredMatrix) -> None:
    product = square.AB
    u, s, vh = square.svd()
    torch.testing.assert_close(u * s[..., None, :] @ vh.mT, product)
    torch.testing.assert_close(s, torch.linalg.svdvals(product)[..., :4])
    torch.testing.assert_close(u.mT @ u, torch.eye(4, dtype=u.dtype).expand(2, 3, 4, 4))
    assert torch.equal(square.S, s)
    assert torch.equal(square.U, u)
    assert torch.equal(square.Vh, vh)
    assert (u.shape, s.shape, vh.shape) == ((2, 3, 12, 4), (2, 3, 4), (2, 3, 12, 4))
    torch.testing.assert_close(square.norm(), torch.linalg.matrix_norm(product))
    cancelling = FactoredMatrix(torch.eye(12)[:, :2] @ torch.ones(2, 2), torch.tensor([[1.0], [-1]]).expand(2, 12))
    assert cancelling.norm() < 1e-5  # roots of traces of Gram matrices would leave 1e-3
    whole = torch.linalg.eigvals(product[0, 0])
    largest = whole[whole.abs().argsort(descending=True)][:4]
    own = square.eigenvalues[0, 0]
    torch.testing.assert_close(own.abs().sort()[0], largest.abs().sort()[0])
    torch.testing.assert_close(own.sum().real, product[0, 0].trace())


def test_other_factors_of_the_same_product(square: FactoredMatrix) -> None:
    even = square.make_even()
    torch.testing.assert_close(even.AB, square.AB)
    torch.testing.assert_close(torch.linalg.matrix_norm(even.A), torch.linalg.matrix_norm(even.B))
    for collapsed in (square.collapse_l(), square.collapse_r()):
        torch.testing.assert_close(torch.linalg.matrix_norm(collapsed), square.norm())
    torch.testing.assert_close(torch.linalg.svdvals(square.collapse_l()), square.S)


def test_nothing_large_is_multiplied_out() -> None:
    wide = FactoredMatrix(drawn(3000, 4).float(), drawn(4, 3000, seed=1).float())
    with PeakBytes() as memory:
        wide.norm()
        wide.svd()
        _ = wide.eigenvalues
        (wide @ wide).norm()
        composition_scores(wide, wide)
        composition_scores(wide.unsqueeze(0), wide.unsqueeze(0))
    assert memory.peak < 12 * wide.A.numel() * 4  # the product has 750 times as many entries


def test_oblong_products_and_single_ones() -> None:
    oblong = FactoredMatrix(drawn(6, 9), drawn(9, 5, seed=1))
    u, s, vh = oblong.svd()
    torch.testing.assert_close((u * s) @ vh.mT, oblong.AB)
    torch.testing.assert_close(oblong.norm(), torch.linalg.matrix_norm(oblong.AB))
    one = FactoredMatrix(drawn(9, 3), drawn(3, 9, seed=1))
    torch.testing.assert_close(composition_scores(one, one), (one @ one).norm() / one.norm() ** 2)
    several = FactoredMatrix(drawn(2, 9, 3), drawn(3, 9, seed=1))
    assert composition_scores(several, one).shape == composition_scores(one, several).shape == (2,)


def test_composition_scores_of_all_pairs() -> None:
    left, right = (
        FactoredMatrix(drawn(2, 9, 3), drawn(2, 3, 9, seed=1)),
        FactoredMatrix(drawn(5, 9, 3), drawn(5, 3, 9, seed=2)),
    )
    scores = composition_scores(left, right)
    assert scores.shape == (2, 5)
    for i in range(2):
        for j in range(5):
            norms = torch.linalg.matrix_norm(left[i].AB) * torch.linalg.matrix_norm(right[j].AB)
            expected = torch.linalg.matrix_norm(left[i].AB @ right[j].AB) / norms
            torch.testing.assert_close(scores[i, j], expected)


def test_half_precision_is_widened() -> None:
    half = FactoredMatrix(drawn(8, 2).bfloat16(), drawn(2, 8, seed=1).bfloat16())
    assert half.norm().dtype == torch.float32
    assert half.eigenvalues.shape == (2,)


def test_what_does_not_fit_raises(square: FactoredMatrix) -> None:
    oblong = FactoredMatrix(drawn(6, 2), drawn(2, 5))
    for call, message in (
        (lambda: FactoredMatrix(drawn(3, 4), drawn(3, 4)), "can't be multiplied"),
        (lambda: oblong.eigenvalues, "square"),
        (lambda: oblong @ drawn(6, 2), "does not exist"),
        (lambda: drawn(5, 5) @ oblong, "does not exist"),
        (lambda: oblong * drawn(3), "by a number"),
        (lambda: oblong @ drawn(6), "does not exist"),
        (lambda: drawn(5) @ oblong, "does not exist"),
        (lambda: oblong @ oblong, "does not exist"),
        (lambda: composition_scores(oblong, oblong), "does not exist"),
        (lambda: square[None], "axis by axis"),
        (lambda: square[torch.ones(2, 3, dtype=torch.bool)], "axis by axis"),
        (lambda: square[0, 0, 0, 0, 0], "5 indices"),
        (lambda: square.unsqueeze(3), "leading axis"),
    ):
        with pytest.raises(InputError, match=message):
            call()
    for index in (2, (0, 3), (0, 0, 12), (0, 0, 0, -13)):
        with pytest.raises(OutOfRangeError, match="out of bounds"):
            square[index]
