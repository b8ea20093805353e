"""A figure with its 95 % interval, resampled by family: like questions are not independent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import permutation_test

from evals.measure import MEAN

_RESAMPLES = 2000
_SEED = 20211109
_P95 = 95
_BOTH_ENDS = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean (or 95th percentile) over `n` cases with its interval; `skipped` had no verdict. All None where n is 0."""

    mean: float | None
    low: float | None
    high: float | None
    n: int
    skipped: int


def estimate(
    verdicts: Mapping[str, float], families: Mapping[str, str], skipped: int = 0, statistic: str = MEAN
) -> Estimate:
    """The statistic of `verdicts` (by case id) and the percentile interval of a cluster bootstrap over `families`.

    Source: Cameron, Gelbach and Miller 2008, pairs cluster bootstrap; 2,000 resamples, a fixed seed.
    """
    if not verdicts:
        return Estimate(None, None, None, 0, skipped)
    clusters: dict[str, list[float]] = {}
    for id, value in verdicts.items():
        clusters.setdefault(families[id], []).append(value)
    drawn = np.random.default_rng(_SEED).integers(0, len(clusters), size=(_RESAMPLES, len(clusters)))
    values = [np.array(members) for members in clusters.values()]
    point, resampled = _mean(values, drawn) if statistic == MEAN else _percentile(values, drawn)
    low, high = np.percentile(resampled, _BOTH_ENDS)
    return Estimate(point, float(low), float(high), len(verdicts), skipped)


Clusters = list[NDArray[np.float64]]


def _mean(values: Clusters, drawn: NDArray[np.int64]) -> tuple[float, NDArray[np.float64]]:
    sums, sizes = np.array([part.sum() for part in values]), np.array([len(part) for part in values])
    return float(sums.sum() / sizes.sum()), sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)


def _percentile(values: Clusters, drawn: NDArray[np.int64]) -> tuple[float, NDArray[np.float64]]:
    resampled = [np.percentile(np.concatenate([values[place] for place in places]), _P95) for places in drawn]
    return float(np.percentile(np.concatenate(values), _P95)), np.array(resampled)


def paired_p(old: Mapping[str, float], new: Mapping[str, float], families: Mapping[str, str]) -> float | None:
    """The two-sided p of a paired randomisation test on the cases judged in both; None where there are none.

    The differences of a family change sign together. Source: Smucker, Allan and Carterette 2007; at most 10,000
    permutations, a fixed seed.
    """
    sums: dict[str, float] = {}
    for id in sorted(old.keys() & new.keys()):
        sums[families[id]] = sums.get(families[id], 0.0) + new[id] - old[id]
    moved = [difference for difference in sums.values() if difference]
    if not sums:
        return None
    if not moved:
        return 1.0
    if len(moved) == 1:
        return 1.0  # one family may as well have gone the other way
    result = permutation_test(
        (np.array(moved),), np.sum, permutation_type="samples", n_resamples=9999, rng=np.random.default_rng(_SEED)
    )
    return float(result.pvalue)
