"""What a measure is: a value with one notation everywhere, its definition, and how it judges a run."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.running import Outcome

Verdicts = dict[str, float]
JudgeCase = Callable[[Outcome], float | None]
JudgeRun = Callable[[Sequence[Outcome]], Verdicts]

MEAN, P95 = "mean", "p95"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its name as printed everywhere, what it says and after whom, and which way is better.

    `judge` gives a verdict for each case that it can judge, by case id; a case without one is skipped, which is not the
    same as 0. `statistic` is what is made of the verdicts: their mean, or their 95th percentile. Verdicts are shares
    from 0 to 1 unless `unit` names another.
    """

    name: str
    says: str
    judge: JudgeRun
    higher_is_better: bool = True
    statistic: str = MEAN
    unit: str = ""


def by_case(
    name: str, verdict: JudgeCase, *, higher_is_better: bool = True, statistic: str = MEAN, unit: str = ""
) -> Measure:
    """A measure that judges each case for itself; `verdict` gives None for one that it cannot judge.

    What the measure says is the docstring of `verdict`.
    """

    def judge(outcomes: Sequence[Outcome]) -> Verdicts:
        verdicts = ((outcome.case["id"], verdict(outcome)) for outcome in outcomes)
        return {id: value for id, value in verdicts if value is not None}

    return Measure(name, inspect.getdoc(verdict) or "", judge, higher_is_better, statistic, unit)
