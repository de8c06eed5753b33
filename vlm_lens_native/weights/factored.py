"""``FactoredMatrix``: a product of two matrices that is not multiplied out, with TransformerLens's names."""

from __future__ import annotations

from typing import Any

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from vlm_lens_native.errors import InputError, OutOfRangeError
from vlm_lens_native.indices import is_number


class FactoredMatrix:
    """``A @ B``, kept as its factors; a head's QK and OV circuits are such products, of rank ``d_head`` at most.

    Norm, singular values and eigenvalues go through the small inner dimension, and no ``ldim x rdim`` matrix is made
    but by ``AB``. Both factors may have leading axes (layers, heads), which broadcast. Half precision is widened to
    float32 for decompositions, which LAPACK does not have in less.

    Attributes:
        A: ``[... ldim mdim]``.
        B: ``[... mdim rdim]``.
    """

    def __init__(self, A: Float[Tensor, "*lead ldim mdim"], B: Tensor) -> None:
        """Takes the factors.

        Raises:
            InputError: They can't be multiplied.
        """
        if A.ndim < 2 or B.ndim < 2 or A.shape[-1] != B.shape[-2]:
            raise InputError(f"Factors of shapes {list(A.shape)} and {list(B.shape)} can't be multiplied.")
        self._pair = (A, B)

    @property
    def pair(self) -> tuple[Tensor, Tensor]:
        """Both factors."""
        return self._pair

    @property
    def A(self) -> Float[Tensor, "*lead ldim mdim"]:
        """The left factor."""
        return self.pair[0]

    @property
    def B(self) -> Float[Tensor, "*lead mdim rdim"]:
        """The right factor."""
        return self.pair[1]

    @property
    def shape(self) -> torch.Size:
        """Of the product."""
        a, b = self.pair
        return torch.Size((*torch.broadcast_shapes(a.shape[:-2], b.shape[:-2]), a.shape[-2], b.shape[-1]))

    @property
    def ndim(self) -> int:
        """Axes of the product."""
        return len(self.shape)

    @property
    def has_leading_dims(self) -> bool:
        """Whether it is more than one matrix."""
        return self.ndim > 2

    @property
    def ldim(self) -> int:
        """Rows of the product."""
        return self.shape[-2]

    @property
    def mdim(self) -> int:
        """The inner dimension: the rank, at most."""
        return self.A.shape[-1]

    @property
    def rdim(self) -> int:
        """Columns of the product."""
        return self.shape[-1]

    @property
    def AB(self) -> Float[Tensor, "*lead ldim rdim"]:
        """The product, multiplied out."""
        a, b = self.pair
        return a @ b

    @property
    def BA(self) -> Float[Tensor, "*lead mdim mdim"]:
        """The product the other way round, which is small and has the same eigenvalues.

        Raises:
            InputError: The product is not square.
        """
        if self.ldim != self.rdim:
            raise InputError(f"BA and eigenvalues need a square product, this one is {self.ldim} x {self.rdim}.")
        a, b = self.pair
        return b @ a

    @property
    def T(self) -> FactoredMatrix:
        """The transpose."""
        a, b = self.pair
        return FactoredMatrix(b.mT, a.mT)

    def __matmul__(self, other: Any) -> Any:
        """The product with a matrix or another factored matrix, factored through the smallest inner dimension.

        With a vector it is a vector. Another factored matrix may be on another device, as that of another layer of a
        model over several; the product is on this one's.

        Raises:
            InputError: The shapes don't fit.
        """
        if isinstance(other, FactoredMatrix):
            check_product(self.shape, other.shape)
            a, b = (factor.to(self.A.device) for factor in other.pair)
            return (self @ a) @ b
        if not isinstance(other, Tensor):
            return NotImplemented
        check_product(self.shape, other.shape)
        a, b = self.pair
        if other.ndim == 1:
            return (a @ (b @ other)[..., None])[..., 0]
        return FactoredMatrix(a, b @ other) if b.shape[-1] > a.shape[-1] else FactoredMatrix(a @ b, other)

    def __rmatmul__(self, other: Any) -> Any:
        if not isinstance(other, Tensor):
            return NotImplemented
        check_product(other.shape, self.shape)
        a, b = self.pair
        if other.ndim == 1:
            return ((other @ a)[..., None, :] @ b)[..., 0, :]
        return FactoredMatrix(other @ a, b) if a.shape[-2] > a.shape[-1] else FactoredMatrix(other, a @ b)

    def __mul__(self, factor: int | float | Tensor) -> FactoredMatrix:
        if isinstance(factor, Tensor) and factor.numel() != 1:
            raise InputError(f"A factored matrix can be multiplied by a number, got a tensor of {list(factor.shape)}.")
        a, b = self.pair
        return FactoredMatrix(a * (factor.reshape(()) if isinstance(factor, Tensor) else factor), b)

    __rmul__ = __mul__

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, index: Any) -> FactoredMatrix:
        """Picks along the leading axes, as torch would, then rows and columns, which both stay as axes.

        Raises:
            OutOfRangeError: There is no such index.
            InputError: Too many indices, or one that is not for a single axis.
        """
        index = index if isinstance(index, tuple) else (index,)
        shape, n_lead = self.shape, self.ndim - 2
        if any(one is None or getattr(one, "ndim", 0) > 1 for one in index):
            raise InputError("A factored matrix is indexed axis by axis; unsqueeze(axis) puts in an axis.")
        if missing := [at for at, one in enumerate(index) if one is Ellipsis]:
            n_whole = len(shape) - len(index) + 1
            index = (*index[: missing[0]], *[slice(None)] * n_whole, *index[missing[0] + 1 :])
        if len(index) > len(shape):
            raise InputError(f"{len(index)} indices for a factored matrix of {len(shape)} axes.")
        a, b = (factor.expand(*shape[:n_lead], *factor.shape[-2:]) for factor in self.pair)
        rows, columns = (*(_kept(one) for one in index[n_lead:]), slice(None), slice(None))[:2]
        try:
            return FactoredMatrix(a[index[:n_lead]][..., rows, :], b[index[:n_lead]][..., columns])
        except IndexError as error:
            raise OutOfRangeError(f"Index {index} of a factored matrix of {list(shape)}: {error}.") from error

    def svd(self) -> tuple[Tensor, Tensor, Tensor]:
        """``U [... ldim mdim]``, ``S [... mdim]`` and ``Vh [... rdim mdim]``: the product is ``U @ diag(S) @ Vh.mT``.

        Singular vectors are columns in both, as TransformerLens has it.
        """
        (left, left_small), (right, right_small) = (torch.linalg.qr(widened(x)) for x in (self.A, self.B.mT))
        u, s, vh = torch.linalg.svd(left_small @ right_small.mT, full_matrices=False)
        return left @ u, s, right @ vh.mT

    @property
    def U(self) -> Float[Tensor, "*lead ldim mdim"]:
        """Left singular vectors, as columns."""
        return self.svd()[0]

    @property
    def S(self) -> Float[Tensor, "*lead mdim"]:
        """Singular values, largest first."""
        return self.svd()[1]

    @property
    def Vh(self) -> Float[Tensor, "*lead rdim mdim"]:
        """Right singular vectors, as columns."""
        return self.svd()[2]

    @property
    def eigenvalues(self) -> Complex[Tensor, "*lead mdim"]:
        """The eigenvalues that are not zero by the factors' shape alone.

        Raises:
            InputError: The product is not square.
        """
        return torch.linalg.eigvals(widened(self.BA))

    def norm(self) -> Float[Tensor, "*lead"]:
        """Frobenius norm."""
        a, b = self.pair
        return torch.linalg.matrix_norm(triangle(a) @ triangle(b.mT).mT)

    def make_even(self) -> FactoredMatrix:
        """The same product with factors of equal size: each takes the roots of the singular values."""
        u, s, vh = self.svd()
        root = s.sqrt()
        return FactoredMatrix(u * root[..., None, :], root[..., :, None] * vh.mT)

    def collapse_l(self) -> Float[Tensor, "*lead mdim rdim"]:
        """A matrix with the product's singular values and right singular vectors."""
        _, s, vh = self.svd()
        return s[..., :, None] * vh.mT

    def collapse_r(self) -> Float[Tensor, "*lead ldim mdim"]:
        """A matrix with the product's singular values and left singular vectors."""
        u, s, _ = self.svd()
        return u * s[..., None, :]

    def unsqueeze(self, axis: int) -> FactoredMatrix:
        """Puts in a leading axis of length 1."""
        n_lead = self.ndim - 2
        if not 0 <= axis <= n_lead:
            raise InputError(f"A leading axis can go in at 0 to {n_lead}, not at {axis}.")
        a, b = (x[(None,) * (n_lead + 2 - x.ndim)].unsqueeze(axis) for x in self.pair)
        return FactoredMatrix(a, b)

    def get_corner(self, k: int = 3) -> Tensor:
        """The first ``k`` rows and columns of the product."""
        a, b = self.pair
        return a[..., :k, :] @ b[..., :k]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self.shape)} through {self.mdim})"


def triangle(x: Float[Tensor, "*lead rows columns"]) -> Float[Tensor, "*lead small columns"]:
    """A small matrix whose columns have the lengths and angles of those of ``x``: R of its QR decomposition."""
    return torch.linalg.qr(widened(x), mode="r").R


def check_product(left: torch.Size, right: torch.Size) -> None:
    """Raises an InputError where shapes can't be multiplied."""
    if not left or not right or left[-1] != right[0 if len(right) == 1 else -2]:
        raise InputError(f"A product of {list(left)} and {list(right)} does not exist.")


def _kept(index: Any) -> Any:
    """An index that keeps its axis."""
    return [int(index)] if is_number(index) else index


def widened(x: Tensor) -> Tensor:
    """In float32 at least, for decompositions."""
    return x.float() if x.dtype in (torch.float16, torch.bfloat16) else x
