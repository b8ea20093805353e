"""Scores a written run: every measure by language, and the floors that it must not fall under."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import LANGUAGES
from evals.cases import SPLITS
from evals.intervals import Estimate, estimate
from evals.measures import MEASURES, Measure
from evals.running import Outcome

FLOORS = Path(__file__).parent / "floors.toml"
ALL = "all"


class FloorError(Exception):
    """The file of floors cannot be used."""


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over the cases of one language (`all`: of all)."""

    measure: Measure
    lang: str
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Floor:
    """The least (for FalseRefusal the greatest) mean that a measure may have on a split in a language."""

    measure: str
    lang: str
    split: str
    value: float


def score(outcomes: Sequence[Outcome]) -> list[Score]:
    """All measures over all cases and over those of each language, in a fixed order."""
    langs = [ALL, *sorted({outcome.case["lang"] for outcome in outcomes})]
    return [Score(measure, lang, _estimate(measure, _of(outcomes, lang))) for measure in MEASURES for lang in langs]


def _of(outcomes: Sequence[Outcome], lang: str) -> list[Outcome]:
    return [outcome for outcome in outcomes if lang in (ALL, outcome.case["lang"])]


def _estimate(measure: Measure, outcomes: Sequence[Outcome]) -> Estimate:
    verdicts = measure.judge(outcomes)
    families = {outcome.case["id"]: outcome.case["family"] for outcome in outcomes}
    return estimate(verdicts, families, skipped=len(outcomes) - len(verdicts))


def read_floors(path: Path = FLOORS) -> list[Floor]:
    """The committed floors; raises FloorError where the file is wrong."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["floor"]
        floors = [Floor(row["measure"], row["lang"], row["split"], float(row["value"])) for row in rows]
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise FloorError(f"{path.name}: {error!r}") from None
    known = {"measure": [measure.name for measure in MEASURES], "lang": (ALL, *LANGUAGES), "split": SPLITS}
    for floor in floors:
        for name, values in known.items():
            # A floor for a misspelt language or split would never be judged, and so never be missed.
            if getattr(floor, name) not in values:
                raise FloorError(f"{path.name}: {getattr(floor, name)!r} is no {name}; there are {', '.join(values)}")
    return floors


def missed(outcomes: Sequence[Outcome], floors: Sequence[Floor]) -> Iterator[str]:
    """A sentence for each floor that the run falls under; a floor whose cases are not in the run is not judged."""
    measures = {measure.name: measure for measure in MEASURES}
    for floor in floors:
        part = [outcome for outcome in _of(outcomes, floor.lang) if outcome.case["split"] == floor.split]
        mean = _estimate(measures[floor.measure], part).mean
        if mean is None:
            continue
        worse = mean < floor.value if measures[floor.measure].higher_is_better else mean > floor.value
        if worse:
            yield f"{floor.measure} {floor.lang} {floor.split}: {mean:.3f}, the floor is {floor.value:.3f}"
