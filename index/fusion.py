"""Joins lexical and dense evidence into one score for a provision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

HEADING_HOLDS = 0.75
"""The share of the question's idf from which a heading counts as holding the question."""
FACES_POOLED = 3
"""A provision's cosine is the mean of its best faces: one lucky face does not carry it (DESIGN.md, figures)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The share of the lexical score; the rest is the dense one's. Tuned on the development questions.

    `same` holds where question and passage share a language, `bare` the same where provisions have their text alone, no
    editorial layer, and `cross` where the languages differ. `concept` is what the concepts
    of the thesaurus add that question and provision share. `chapeau` scales a lead-in, which says nothing without its
    items. `heading` is what a provision gains where its nearest heading holds (nearly) all of the question: a broad
    question asks for what stands under that heading.
    """

    same: float = 0.5
    bare: float = 0.7
    cross: float = 0.25
    concept: float = 0.2
    chapeau: float = 0.9
    heading: float = 0.2


def fuse(lexical: NDArray[np.float32], cosine: NDArray[np.float32], weight: float) -> NDArray[np.float64]:
    """weight * lexical / max(lexical) + (1 - weight) * minmax(cosine), for arrays of one shape."""
    best = float(lexical.max(initial=0.0))
    first = lexical / best if best > 0 else np.zeros_like(lexical)
    low, high = float(cosine.min(initial=1.0)), float(cosine.max(initial=-1.0))
    second = (cosine - low) / (high - low) if high > low else np.zeros_like(cosine)
    fused: NDArray[np.float64] = (weight * first + (1 - weight) * second).astype(np.float64)
    return fused


def pool(cosines: list[float], faces: int, floor: float) -> float:
    """The mean of a provision's best cosines, `FACES_POOLED` or as many as it has faces.

    Faces that are not among the candidates count as `floor`.
    """
    most = min(FACES_POOLED, max(faces, 1))
    best = sorted(cosines, reverse=True)[:most]
    return (sum(best) + floor * (most - len(best))) / most


def share_of_best(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """The scores over the best of them; zeros where there is none above 0."""
    best = float(scores.max(initial=0.0))
    return (scores / best if best > 0 else np.zeros_like(scores)).astype(np.float64)
