"""``FactoredMatrix``: a product of two matrices that is never multiplied out, as TransformerLens has it."""

from __future__ import annotations

from typing import Any

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from ..errors import InputError


class FactoredMatrix:
    """``A @ B`` of low rank, kept as its factors; a head's QK and OV circuits are such products.

    Norm, singular values and eigenvalues go through the small inner dimension. Both factors may have leading axes
    (layers, heads), which broadcast.

    Attributes:
        A: ``[... ldim mdim]``.
        B: ``[... mdim rdim]``.
    """

    def __init__(self, A: Float[Tensor, "*lead ldim mdim"], B: Tensor) -> None:
        if A.ndim < 2 or B.ndim < 2 or A.shape[-1] != B.shape[-2]:
            raise InputError(f"Factors of shapes {list(A.shape)} and {list(B.shape)} can't be multiplied.")
        self.A, self.B = A, B

    @property
    def shape(self) -> torch.Size:
        """Of the product."""
        lead = torch.broadcast_shapes(self.A.shape[:-2], self.B.shape[:-2])
        return torch.Size((*lead, self.A.shape[-2], self.B.shape[-1]))

    @property
    def ndim(self) -> int:
        """Axes of the product."""
        return len(self.shape)

    @property
    def ldim(self) -> int:
        """Rows of the product."""
        return self.A.shape[-2]

    @property
    def mdim(self) -> int:
        """The inner dimension: the rank, at most."""
        return self.A.shape[-1]

    @property
    def rdim(self) -> int:
        """Columns of the product."""
        return self.B.shape[-1]

    @property
    def has_leading_dims(self) -> bool:
        """Whether it is more than one matrix."""
        return self.ndim > 2

    @property
    def pair(self) -> tuple[Tensor, Tensor]:
        """Both factors."""
        return self.A, self.B

    @property
    def AB(self) -> Float[Tensor, "*lead ldim rdim"]:
        """The product, multiplied out."""
        return self.A @ self.B

    @property
    def BA(self) -> Float[Tensor, "*lead mdim mdim"]:
        """The product the other way round, which is small and has the same eigenvalues.

        Raises:
            InputError: The product is not square.
        """
        self._check_square("BA")
        return self.B @ self.A

    @property
    def T(self) -> FactoredMatrix:
        """The transpose."""
        return FactoredMatrix(self.B.mT, self.A.mT)

    def __matmul__(self, other: Any) -> Any:
        """The product with a matrix or another factored matrix, factored; with a vector, a vector."""
        if isinstance(other, FactoredMatrix):
            return (self @ other.A) @ other.B
        if other.ndim == 1:
            return (self.A @ (self.B @ other)[..., None])[..., 0]
        if other.shape[-2] != self.rdim:
            raise InputError(f"A product of {list(self.shape)} and {list(other.shape)} does not exist.")
        if self.rdim > self.mdim:
            return FactoredMatrix(self.A, self.B @ other)
        return FactoredMatrix(self.AB, other)

    def __rmatmul__(self, other: Tensor) -> Any:
        if other.ndim == 1:
            return ((other @ self.A)[..., None, :] @ self.B)[..., 0, :]
        if other.shape[-1] != self.ldim:
            raise InputError(f"A product of {list(other.shape)} and {list(self.shape)} does not exist.")
        if self.ldim > self.mdim:
            return FactoredMatrix(other @ self.A, self.B)
        return FactoredMatrix(other, self.AB)

    def __mul__(self, factor: int | float | Tensor) -> FactoredMatrix:
        if isinstance(factor, Tensor) and factor.numel() != 1:
            raise InputError(f"A factored matrix can be multiplied by a number, got a tensor of {list(factor.shape)}.")
        return FactoredMatrix(self.A * factor, self.B)

    __rmul__ = __mul__

    def __getitem__(self, index: Any) -> FactoredMatrix:
        """Picks among leading axes, rows and columns, as indexing the product would, but keeps both matrix axes."""
        index = index if isinstance(index, tuple) else (index,)
        n_lead, lead = self.ndim - 2, self.shape[:-2]
        if len(index) > self.ndim:
            raise InputError(f"{len(index)} indices for a factored matrix of {self.ndim} axes.")
        a, b = self.A.expand(*lead, *self.A.shape[-2:]), self.B.expand(*lead, *self.B.shape[-2:])
        rows, columns = (*index[n_lead:], slice(None), slice(None))[:2]
        chosen = index[:n_lead]
        a, b = a[chosen], b[chosen]
        return FactoredMatrix(a[..., _kept(rows), :], b[..., :, _kept(columns)])

    def svd(self) -> tuple[Tensor, Tensor, Tensor]:
        """``U [... ldim mdim]``, ``S [... mdim]`` and ``Vh``, such that the product is ``U diag(S) Vh^T``.

        ``Vh`` is ``[... rdim mdim]``, with singular vectors as columns, as in TransformerLens.
        """
        left, small_left = torch.linalg.qr(_wide(self.A))
        right, small_right = torch.linalg.qr(_wide(self.B.mT))
        u, s, vh = torch.linalg.svd(small_left @ small_right.mT, full_matrices=False)
        return left @ u, s, right @ vh.mT

    @property
    def U(self) -> Tensor:
        """Left singular vectors, as columns."""
        return self.svd()[0]

    @property
    def S(self) -> Tensor:
        """Singular values, largest first."""
        return self.svd()[1]

    @property
    def Vh(self) -> Tensor:
        """Right singular vectors, as columns."""
        return self.svd()[2]

    @property
    def eigenvalues(self) -> Complex[Tensor, "*lead mdim"]:
        """The eigenvalues that are not zero by the factors' shape alone.

        Raises:
            InputError: The product is not square.
        """
        return torch.linalg.eigvals(_wide(self.BA))

    def norm(self) -> Float[Tensor, "*lead"]:
        """Frobenius norm."""
        a, b = _wide(self.A), _wide(self.B)
        return ((a.mT @ a) * (b @ b.mT)).sum((-2, -1)).clamp(min=0).sqrt()

    def make_even(self) -> FactoredMatrix:
        """The same product with factors of equal size: both take the roots of the singular values."""
        u, s, vh = self.svd()
        root = s.sqrt()
        return FactoredMatrix(u * root[..., None, :], root[..., :, None] * vh.mT)

    def collapse_l(self) -> Float[Tensor, "*lead mdim rdim"]:
        """A matrix with the same right singular vectors and singular values, ``[... mdim rdim]``."""
        _, s, vh = self.svd()
        return s[..., :, None] * vh.mT

    def collapse_r(self) -> Float[Tensor, "*lead ldim mdim"]:
        """A matrix with the same left singular vectors and singular values, ``[... ldim mdim]``."""
        u, s, _ = self.svd()
        return u * s[..., None, :]

    def unsqueeze(self, axis: int) -> FactoredMatrix:
        """Puts in a leading axis of length 1."""
        if not 0 <= axis <= self.ndim - 2:
            raise InputError(f"A leading axis can go in at 0 to {self.ndim - 2}, not at {axis}.")
        return FactoredMatrix(self.A.unsqueeze(axis), self.B.unsqueeze(axis))

    def get_corner(self, k: int = 3) -> Tensor:
        """The first ``k`` rows and columns of the product."""
        return self.A[..., :k, :] @ self.B[..., :, :k]

    def _check_square(self, what: str) -> None:
        if self.ldim != self.rdim:
            raise InputError(f"{what} needs a square product, this one is {self.ldim} x {self.rdim}.")

    def __repr__(self) -> str:
        return f"FactoredMatrix({list(self.shape)} through {self.mdim})"


def composition_scores(left: FactoredMatrix, right: FactoredMatrix) -> Float[Tensor, "*lead"]:
    """``|left @ right| / (|left| |right|)``, for all pairs of their leading axes.

    Source: "A Mathematical Framework for Transformer Circuits" (Elhage et al., 2021).

    Args:
        left: Circuits whose outputs the others read, ``[... d_model d_model]``.
        right: Circuits that read.

    Returns:
        ``[*lead of left, *lead of right]``.
    """
    n_right = right.ndim - 2
    n_left = left.ndim - 2
    for _ in range(n_right):
        left = FactoredMatrix(left.A.unsqueeze(-3), left.B.unsqueeze(-3))
    for _ in range(n_left):
        right = right.unsqueeze(0)
    return (left @ right).norm() / (left.norm() * right.norm())


def _kept(index: Any) -> Any:
    """An index that keeps its axis."""
    if isinstance(index, int):
        return slice(index, index + 1 or None)
    return index


def _wide(x: Tensor) -> Tensor:
    """LAPACK has no half precision."""
    return x.float() if x.dtype in (torch.float16, torch.bfloat16) else x
