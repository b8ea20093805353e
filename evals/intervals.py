"""A mean with its 95 % interval, resampled by family: like questions are not independent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

_RESAMPLES = 2000
_SEED = 20211109


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over `n` cases with its interval; `skipped` had no verdict. All None where n is 0."""

    mean: float | None
    low: float | None
    high: float | None
    n: int
    skipped: int


def estimate(verdicts: Mapping[str, float], families: Mapping[str, str], skipped: int = 0) -> Estimate:
    """The mean of `verdicts` (by case id) and the percentile interval of a cluster bootstrap over `families`.

    Source: Cameron, Gelbach and Miller 2008, pairs cluster bootstrap; 2,000 resamples, a fixed seed.
    """
    if not verdicts:
        return Estimate(None, None, None, 0, skipped)
    clusters: dict[str, list[float]] = {}
    for id, value in verdicts.items():
        clusters.setdefault(families[id], []).append(value)
    sums = np.array([sum(values) for values in clusters.values()])
    sizes = np.array([len(values) for values in clusters.values()])
    drawn = np.random.default_rng(_SEED).integers(0, len(sums), size=(_RESAMPLES, len(sums)))
    means = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return Estimate(float(sums.sum() / sizes.sum()), float(low), float(high), len(verdicts), skipped)
