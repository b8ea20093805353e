"""Scores a written run: every measure by language, each with its interval, its n and what it skipped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.intervals import Estimate, estimate
from evals.measure import Measure, Verdicts
from evals.running import Outcome

ALL = "all"


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over the cases of one language (`all`: of all)."""

    measure: Measure
    lang: str
    estimate: Estimate


def score(outcomes: Sequence[Outcome], measures: Sequence[Measure]) -> list[Score]:
    """All measures over all cases and over those of each language, in a fixed order."""
    langs = [ALL, *sorted({outcome.case["lang"] for outcome in outcomes})]
    return [Score(measure, lang, measured(measure, of(outcomes, lang))) for measure in measures for lang in langs]


def of(outcomes: Sequence[Outcome], lang: str = ALL, split: str = ALL) -> list[Outcome]:
    """The outcomes of one language and half."""
    return [
        outcome for outcome in outcomes if lang in (ALL, outcome.case["lang"]) and split in (ALL, outcome.case["split"])
    ]


def measured(measure: Measure, outcomes: Sequence[Outcome]) -> Estimate:
    """One measure over some outcomes."""
    return summed(measure, measure.judge(outcomes), outcomes)


def summed(measure: Measure, verdicts: Verdicts, outcomes: Sequence[Outcome]) -> Estimate:
    """The estimate of verdicts that were given already."""
    return estimate(verdicts, families(outcomes), len(outcomes) - len(verdicts), measure.statistic)


def families(outcomes: Sequence[Outcome]) -> Mapping[str, str]:
    """The family of every case, by its id."""
    return {outcome.case["id"]: outcome.case["family"] for outcome in outcomes}
