"""The floors that a run must not fall under, the marks aimed at, and the cases that must never be lost."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from corpus import LANGUAGES
from evals.cases import SPLITS
from evals.measure import Measure
from evals.running import Outcome
from evals.scoring import ALL, measured, of

FLOORS = Path(__file__).parent / "floors.toml"
RIGHT = "Right"


class FloorError(Exception):
    """The file of floors cannot be used."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that the lower end of a measure's interval may be on a half, in a language.

    For a measure of which less is better: the most that the upper end may be.
    """

    measure: str
    lang: str
    split: str
    value: float


@dataclass(frozen=True, slots=True)
class Floors:
    """What a run is held against: floors (missed: exit status 1), aims (only told), guarded case ids."""

    floors: Sequence[Floor]
    aims: Sequence[Floor]
    guarded: frozenset[str]


def read_floors(path: Path = FLOORS) -> Floors:
    """The committed floors; raises FloorError where the file is wrong."""
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
        _require_shape(held)
        floors, aims = ([_floor(row) for row in held.get(name, [])] for name in ("floor", "aim"))
        guarded = frozenset(held.get("guarded", {}).get("cases", []))
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise FloorError(f"{path.name}: {error!r}") from None
    for floor in (*floors, *aims):
        for name, values in {"lang": (ALL, *LANGUAGES), "split": SPLITS}.items():
            # A floor for a misspelt language or split would never be judged, and so never be missed.
            if getattr(floor, name) not in values:
                raise FloorError(f"{path.name}: {getattr(floor, name)!r} is no {name}; there are {', '.join(values)}")
    return Floors(floors, aims, guarded)


def _require_shape(held: Mapping[str, Any]) -> None:
    """A table that nobody reads, or ids that are no list, would guard nothing in silence."""
    if unknown := held.keys() - {"floor", "aim", "guarded"}:
        raise ValueError(f"there is no table {sorted(unknown)[0]!r}")
    cases = held.get("guarded", {}).get("cases", [])
    if not isinstance(cases, list) or not all(isinstance(id, str) for id in cases):
        raise ValueError("the guarded cases are a list of ids")


def _floor(row: Mapping[str, Any]) -> Floor:
    value = float(row["value"])
    if not isfinite(value):
        raise ValueError(f"a floor is no {value}")
    return Floor(row["measure"], row["lang"], row["split"], value)


def missed(outcomes: Sequence[Outcome], floors: Floors, measures: Sequence[Measure]) -> Iterator[str]:
    """A sentence for each floor that the run falls under and each guarded case that it gets wrong.

    What the run does not hold is not judged. Raises FloorError for a floor on a measure that there is not.
    """
    by_name = _by_name(measures, (*floors.floors, *floors.aims))
    for floor in floors.floors:
        measure = by_name[floor.measure]
        estimate = measured(measure, of(outcomes, floor.lang, floor.split))
        end = estimate.low if measure.higher_is_better else estimate.high
        if end is not None and _is_worse(end, floor, measure):
            name = "lower" if measure.higher_is_better else "upper"
            yield f"{floor.measure} {floor.lang} {floor.split}: {name} end {end:.3f}, the floor is {floor.value:.3f}"
    verdicts = by_name[RIGHT].judge(outcomes) if RIGHT in by_name else {}
    for id in sorted(floors.guarded & {id for id, verdict in verdicts.items() if verdict < 1}):
        yield f"the guarded case {id} is wrong"


def aimed(outcomes: Sequence[Outcome], floors: Floors, measures: Sequence[Measure]) -> Iterator[str]:
    """A sentence for each mark aimed at: reached or not, by the mean."""
    by_name = _by_name(measures, floors.aims)
    for aim in floors.aims:
        mean = measured(by_name[aim.measure], of(outcomes, aim.lang, aim.split)).mean
        if mean is not None:
            said = "not reached" if _is_worse(mean, aim, by_name[aim.measure]) else "reached"
            yield f"{aim.measure} {aim.lang} {aim.split}: {mean:.3f}, aim {aim.value:.3f}: {said}"


def _by_name(measures: Sequence[Measure], floors: Sequence[Floor]) -> dict[str, Measure]:
    by_name = {measure.name: measure for measure in measures}
    for floor in floors:
        if floor.measure not in by_name:
            raise FloorError(f"{floor.measure!r} is no measure; there are {', '.join(by_name)}")
    return by_name


def _is_worse(value: float, floor: Floor, measure: Measure) -> bool:
    return value < floor.value if measure.higher_is_better else value > floor.value
