"""The measures of a ranking against graded gold, by ir_measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import ir_measures
from ir_measures import RR, Qrel, R, ScoredDoc, nDCG
from ir_measures.measures import Measure

MUST, MAY = 2, 1

Grades = Mapping[str, Mapping[str, int]]
Rankings = Mapping[str, Sequence[str]]

RANKING_MEASURES = ("nDCG@10", "R@5", "R@10", "R@100", "RR@10")


def measure_by_query(name: str, grades: Grades, rankings: Rankings, *, least: int = 1) -> dict[str, float]:
    """The value of one measure (in ir_measures' notation, e.g. `R@5`) for every query of `grades`.

    `least` is the grade from which a document counts as relevant; nDCG gains by grade (Jarvelin and Kekalainen 2002).
    """
    measure = _measure(name, least)
    # Places, not scores: ties stand in the order in which they were shown.
    run = [ScoredDoc(query, id, float(-place)) for query in grades for place, id in enumerate(rankings.get(query, ()))]
    return {metric.query_id: metric.value for metric in ir_measures.iter_calc([measure], list(_qrels(grades)), run)}


def mean_measures(names: Sequence[str], grades: Grades, rankings: Rankings) -> dict[str, float]:
    """The mean of each measure over the queries of `grades`."""
    return {
        name: sum(values.values()) / len(values)
        for name in names
        for values in (measure_by_query(name, grades, rankings),)
    }


def _qrels(grades: Grades) -> Iterator[Qrel]:
    return (Qrel(query, id, grade) for query, graded in grades.items() for id, grade in graded.items())


def _measure(name: str, least: int) -> Measure:
    base, _, cutoff = name.partition("@")
    measure: Measure = {"R": R(rel=least), "RR": RR(rel=least), "nDCG": nDCG}[base]
    return measure @ int(cutoff) if cutoff else measure
