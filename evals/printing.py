"""Scores as people read them: a table for the terminal, and one for the README between its two marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.intervals import Estimate
from evals.measure import Measure
from evals.reporting import baselines
from evals.running import Run
from evals.scoring import Score, of, score

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_HALVES = {"dev": "Development half", "test": "Test half"}


class MarksError(Exception):
    """A file lacks the marks between which a table goes."""


def score_json(row: Score) -> dict[str, Any]:
    """One score as a JSON object."""
    estimate = row.estimate
    return {
        "measure": row.measure.name,
        "lang": row.lang,
        "mean": estimate.mean,
        "low": estimate.low,
        "high": estimate.high,
        "n": estimate.n,
        "skipped": estimate.skipped,
    }


def score_table(scores: Sequence[Score]) -> str:
    """Measures by language, for a terminal."""
    langs = list(dict.fromkeys(row.lang for row in scores))
    cells = {(row.measure.name, row.lang): _cell(row.estimate, row.measure) for row in scores}
    lines = [f"{'':<18}" + "".join(f"{lang:<32}" for lang in langs).rstrip()]
    lines += [
        (f"{name:<18}" + "".join(f"{cells[name, lang]:<32}" for lang in langs)).rstrip()
        for name in dict.fromkeys(row.measure.name for row in scores)
    ]
    return "\n".join(
        [*lines, "", "mean [95 % interval, by family] n; +k: cases that the measure cannot judge, left out"]
    )


def baseline_table(run: Run, measures: Sequence[Measure]) -> str:
    """The answers beside ALCE's two shortcuts, for a terminal."""
    rows = baselines(run.outcomes, measures)
    by_name = {measure.name: measure for measure in measures}
    names = list(next(iter(rows.values())))
    lines = [f"{'':<26}" + "".join(f"{name:<18}" for name in names).rstrip()]
    lines += [
        (f"{name:<26}" + "".join(f"{_mean(row[each], by_name[each]):<18}" for each in names)).rstrip()
        for name, row in rows.items()
    ]
    note = (
        "ALCE's recall and precision come free to whoever copies a text; the right text is another matter (CitationF1)."
    )
    return "\n".join([*lines, "", note])


def _cell(estimate: Estimate, measure: Measure) -> str:
    if estimate.mean is None:
        return "-"
    places = 0 if measure.unit else 2
    interval = f"[{estimate.low:.{places}f}, {estimate.high:.{places}f}]"
    skipped = f" +{estimate.skipped}" if estimate.skipped else ""
    return f"{_mean(estimate, measure)} {interval} n={estimate.n}{skipped}"


def _mean(estimate: Estimate, measure: Measure) -> str:
    if estimate.mean is None:
        return "-"
    return f"{estimate.mean:.0f} {measure.unit}" if measure.unit else f"{estimate.mean:.3f}"


def readme_table(run: Run, measures: Sequence[Measure]) -> str:
    """The figures of a run by half, as Markdown, with the corpus digest and n."""
    lines: list[str] = []
    for split, name in _HALVES.items():
        outcomes = of(run.outcomes, split=split)
        if outcomes:
            lines += ["", *_half(name, score(outcomes, measures), len(outcomes), run.meta)]
    return "\n".join(lines[1:])


def _half(name: str, scores: Sequence[Score], asked: int, meta: Mapping[str, Any]) -> Iterator[str]:
    langs = list(dict.fromkeys(row.lang for row in scores))
    corpus, made = meta["corpus_digest"][:12], f"{meta['machine']['cores']} cores, {meta['made_at'][:10]}"
    yield f"**{name}**: {asked} cases, corpus `{corpus}`, encoder {meta['encoder']}, {made}."
    yield ""
    yield f"| measure | {' | '.join(langs)} |"
    yield "|---" * (len(langs) + 1) + "|"
    cells = {(row.measure.name, row.lang): _cell(row.estimate, row.measure) for row in scores}
    for measure in dict.fromkeys(row.measure.name for row in scores):
        yield f"| {measure} | {' | '.join(cells[measure, lang] for lang in langs)} |"


def put_between_marks(path: Path, table: str | None) -> None:
    """Replace what stands between the two marks of a file; raises MarksError where they are not there.

    Without a table the marks are looked for and nothing is written.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise MarksError(f"{path} is not UTF-8") from None
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise MarksError(f"{path} lacks the lines {BEGIN} and {END}")
    if table is not None:
        path.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8")
