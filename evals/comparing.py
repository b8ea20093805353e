"""Compares two runs case by case: what was gained, what was lost, and whether the difference may be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.floors import RIGHT, Floors, missed
from evals.intervals import paired_p
from evals.measure import P95, Measure
from evals.running import Outcome, Run
from evals.scoring import families

_ASKED = ("question", "history", "lang", "outcome", "must", "may")


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure in both runs over the cases judged in both: means, p of a paired test, cases better and worse."""

    measure: str
    old: float
    new: float
    p: float | None
    n: int
    better: tuple[str, ...]
    worse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs: differences by measure, cases gained and lost (by Right), cases in one run alone or asked otherwise.

    `lost_for_good` says what a release must not lose: floors that the new run falls under, guarded cases it gets wrong.
    """

    differences: Sequence[Difference]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    changed: tuple[str, ...]
    lost_for_good: tuple[str, ...]


def compare(old: Run, new: Run, measures: Sequence[Measure], floors: Floors) -> Comparison:
    """Hold `new` against `old`, over the cases that both asked alike; raises FloorError."""
    before, after = _by_id(old.outcomes), _by_id(new.outcomes)
    shared = [id for id in before if id in after]
    changed = tuple(id for id in shared if _asked(before[id]) != _asked(after[id]))
    alike = [id for id in shared if id not in set(changed)]
    pair = [before[id] for id in alike], [after[id] for id in alike]
    # Times differ from run to run for reasons of their own.
    differences = [_difference(measure, *pair) for measure in measures if measure.statistic != P95]
    kept = [difference for difference in differences if difference is not None]
    right = next((difference for difference in kept if difference.measure == RIGHT), None)
    return Comparison(
        differences=kept,
        gained=right.better if right else (),
        lost=right.worse if right else (),
        only_old=tuple(id for id in before if id not in after),
        only_new=tuple(id for id in after if id not in before),
        changed=changed,
        lost_for_good=tuple(missed(new.outcomes, floors, measures)) + _guarded_gone(before, after, floors),
    )


def _by_id(outcomes: Sequence[Outcome]) -> dict[str, Outcome]:
    return {outcome.case["id"]: outcome for outcome in outcomes}


def _asked(outcome: Outcome) -> list[object]:
    return [outcome.case[name] for name in _ASKED]


def _difference(measure: Measure, old: Sequence[Outcome], new: Sequence[Outcome]) -> Difference | None:
    """None where no case is judged in both."""
    before, after = measure.judge(old), measure.judge(new)
    both = [id for id in before if id in after]
    if not both:
        return None
    sign = 1 if measure.higher_is_better else -1
    return Difference(
        measure=measure.name,
        old=sum(before[id] for id in both) / len(both),
        new=sum(after[id] for id in both) / len(both),
        p=paired_p(before, after, families(new)),
        n=len(both),
        better=tuple(id for id in both if sign * (after[id] - before[id]) > 0),
        worse=tuple(id for id in both if sign * (after[id] - before[id]) < 0),
    )


def _guarded_gone(before: dict[str, Outcome], after: dict[str, Outcome], floors: Floors) -> tuple[str, ...]:
    """A guarded case that is no longer asked is lost as well."""
    gone = sorted(id for id in floors.guarded if id in before and id not in after)
    return tuple(f"the guarded case {id} is not asked any more" for id in gone)
