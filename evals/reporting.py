"""Writes a run as one HTML page that needs nothing else: figures, plots, and every miss explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape

from evals import plots
from evals.alce_measures import SHORTCUTS
from evals.cases import REFUSALS
from evals.floors import RIGHT, Floors, aimed, missed
from evals.intervals import Estimate
from evals.measure import Measure
from evals.running import Outcome, Run
from evals.scoring import ALL, Score, measured, score

TEMPLATE = "report.html.j2"
_BY_LANGUAGE = ("R@5", "nDCG@10", "FirstAcceptable", "CitationF1", "Complete", "Refusal", "FollowUp", "Lookup")
_BY_INSTRUMENT = ("R@5", "FirstAcceptable", "CitationF1", "Complete")
BASELINES = ("ALCERecall", "ALCEPrecision", "FirstAcceptable", "CitationF1", "Complete", "Length")


def report_html(run: Run, measures: Sequence[Measure], floors: Floors) -> str:
    """The page on a run; `measures` are those of its scores. Raises FloorError."""
    outcomes = run.outcomes
    scores = score(outcomes, measures)
    environment = Environment(loader=PackageLoader("evals", "templates"), autoescape=select_autoescape(("j2", "html")))
    return environment.get_template(TEMPLATE).render(
        run=run,
        langs=list(dict.fromkeys(row.lang for row in scores)),
        rows=_rows(scores),
        measures=measures,
        baselines=baselines(outcomes, measures),
        missed=list(missed(outcomes, floors, measures)),
        aims=list(aimed(outcomes, floors, measures)),
        plots=_plots(run, measures, scores),
        misses=_misses(outcomes, measures),
        threshold=run.meta["thresholds"]["answer"],
        asked=Counter((outcome.case["lang"], outcome.case["split"]) for outcome in outcomes),
    )


def _rows(scores: Sequence[Score]) -> dict[str, dict[str, Estimate]]:
    rows: dict[str, dict[str, Estimate]] = {}
    for row in scores:
        rows.setdefault(row.measure.name, {})[row.lang] = row.estimate
    return rows


def baselines(outcomes: Sequence[Outcome], measures: Sequence[Measure]) -> dict[str, dict[str, Estimate]]:
    """The answers and ALCE's two shortcuts by the same measures, over the answerable questions asked alone."""
    alone = [
        outcome
        for outcome in outcomes
        if outcome.case["must"] and not outcome.case["history"] and outcome.case["style"] != "lookup"
    ]
    compared = [measure for measure in measures if measure.name in BASELINES]
    answers = {"the answers": alone} | {
        name: [shorten(outcome) for outcome in alone] for name, shorten in SHORTCUTS.items()
    }
    return {
        name: {measure.name: measured(measure, replies) for measure in compared} for name, replies in answers.items()
    }


def _plots(run: Run, measures: Sequence[Measure], scores: Sequence[Score]) -> list[str]:
    outcomes = run.outcomes
    rows = _rows(scores)
    by_language = {name: rows[name] for name in _BY_LANGUAGE if name in rows}
    return [
        plots.bars(by_language, "By language, with 95 % intervals by family"),
        plots.bars(_by_instrument(outcomes, measures), "By instrument of the first must-provision"),
        plots.bars(_by_style(outcomes, measures), "Right, by sort of question"),
        _outcome_table(outcomes),
        plots.calibration(
            [outcome.support for outcome in _alone(outcomes) if outcome.case["must"]],
            [outcome.support for outcome in _alone(outcomes) if outcome.case["outcome"] in REFUSALS],
            run.meta["thresholds"]["answer"],
            "Where the refusal threshold stands",
        ),
        plots.histogram([outcome.reply["timing"]["ms"] for outcome in outcomes], "ms", "Latency"),
        plots.histogram(list(_verdicts("Length", measures, outcomes).values()), "words", "Length of the answers"),
    ]


def _alone(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if not outcome.case["history"] and outcome.case["style"] != "lookup"]


def _verdicts(name: str, measures: Sequence[Measure], outcomes: Sequence[Outcome]) -> Mapping[str, float]:
    return next((measure.judge(outcomes) for measure in measures if measure.name == name), {})


def _by_instrument(outcomes: Sequence[Outcome], measures: Sequence[Measure]) -> dict[str, dict[str, Estimate]]:
    parts: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.case["must"]:
            parts.setdefault(outcome.case["must"][0].partition("/")[0], []).append(outcome)
    chosen = [measure for measure in measures if measure.name in _BY_INSTRUMENT]
    return {measure.name: {code: measured(measure, part) for code, part in parts.items()} for measure in chosen}


def _by_style(outcomes: Sequence[Outcome], measures: Sequence[Measure]) -> dict[str, dict[str, Estimate]]:
    right = next(measure for measure in measures if measure.name == RIGHT)
    parts: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        parts.setdefault(outcome.case["style"], []).append(outcome)
    return {style: {ALL: measured(right, part)} for style, part in sorted(parts.items())}


def _outcome_table(outcomes: Sequence[Outcome]) -> str:
    pairs = Counter((outcome.case["outcome"], outcome.reply["outcome"]) for outcome in outcomes)
    expected = sorted({row for row, _ in pairs})
    given = sorted({column for _, column in pairs} | set(expected))
    counts = [[pairs[row, column] for column in given] for row in expected]
    return plots.table(expected, given, counts, "Outcomes")


def _misses(outcomes: Sequence[Outcome], measures: Sequence[Measure]) -> list[dict[str, Any]]:
    """Every case that is not right, and every right one of which a contract measure complains."""
    judged = {measure.name: measure.judge(outcomes) for measure in measures if measure.unit == ""}
    contract = ("CitationExists", "CitationPresent", "PointOwn", "QuoteExact", "AnswerTrue")
    misses = []
    for outcome in outcomes:
        id = outcome.case["id"]
        broken = [name for name in contract if judged.get(name, {}).get(id) == 0.0]
        if judged[RIGHT][id] < 1 or broken:
            verdicts = {name: given[id] for name, given in judged.items() if id in given}
            misses.append({"outcome": outcome, "broken": broken, "verdicts": verdicts})
    return misses


def write_report(run: Run, measures: Sequence[Measure], floors: Floors, path: Path) -> None:
    """Write the page to `path`; raises OSError where it cannot be written."""
    path.write_text(report_html(run, measures, floors), encoding="utf-8")
