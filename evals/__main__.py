"""The command `python -m evals`: run, score."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from assistant import Assistant, SettingsError, read_settings
from corpus import CorpusError, load_corpus
from corpus.command_line import DONE, FLOOR_MISSED, Parser, print_json, print_text, run
from evals import (
    CASES,
    FLOORS,
    RUNS,
    CaseError,
    Estimate,
    FloorError,
    RunError,
    Score,
    missed,
    read_cases,
    read_floors,
    read_run,
    run_cases,
    score,
)
from index import EncoderError, IndexStoreError


def main() -> int:
    """Read the arguments, do what they ask, return the exit status."""
    arguments = _parser().parse_args()
    return int(arguments.do(arguments))


def _parser() -> Parser:
    parser = Parser(prog="python -m evals", description="How well replies rest on the texts.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    running = commands.add_parser("run", help="put the cases to the assistant and write down what came back")
    running.add_argument("--cases", type=Path, default=CASES, help="folder of cases (default: the committed ones)")
    running.add_argument("--split", choices=("dev", "test", "all"), default="dev", help="which half (default: dev)")
    running.add_argument("--name", help="name of the run (default: split and time)")
    running.add_argument("--runs", type=Path, default=RUNS, help="folder that holds the runs (default: evals/runs)")
    running.set_defaults(do=_run)
    scoring = commands.add_parser("score", help="score a run; exit status 1 where it falls under a floor")
    scoring.add_argument("run", metavar="RUN", help="name or folder of a run")
    scoring.add_argument("--runs", type=Path, default=RUNS, help="folder that holds the runs (default: evals/runs)")
    scoring.add_argument("--floors", type=Path, default=FLOORS, help="file of floors (default: the committed one)")
    scoring.add_argument("--json", action="store_true", help="one JSON object a line")
    scoring.set_defaults(do=_score)
    return parser


def _run(arguments: argparse.Namespace) -> int:
    name = arguments.name or f"{arguments.split}-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    cases = read_cases(arguments.cases, arguments.split)
    folder = run_cases(cases, Assistant(load_corpus(), read_settings()), arguments.runs / name)
    sys.stderr.write(f"{len(cases)} outcomes in {folder}\n")
    print_text(name)
    return DONE


def _score(arguments: argparse.Namespace) -> int:
    folder = Path(arguments.run) if Path(arguments.run).is_dir() else arguments.runs / arguments.run
    outcomes, floors = read_run(folder), read_floors(arguments.floors)
    scores = score(outcomes)
    if arguments.json:
        for row in scores:
            print_json(_json(row))
    else:
        print_text(_table(scores))
    under = list(missed(outcomes, floors))
    for sentence in under:
        sys.stderr.write(f"under the floor: {sentence}\n")
    return FLOOR_MISSED if under else DONE


def _json(row: Score) -> dict[str, object]:
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


def _table(scores: list[Score]) -> str:
    langs = list(dict.fromkeys(row.lang for row in scores))
    cells = {(row.measure.name, row.lang): _cell(row.estimate) for row in scores}
    lines = [f"{'':<18}" + "".join(f"{lang:<27}" for lang in langs)]
    lines += [
        f"{name:<18}" + "".join(f"{cells[name, lang]:<27}" for lang in langs)
        for name in dict.fromkeys(row.measure.name for row in scores)
    ]
    return "\n".join([*lines, "", "mean [95 % interval, by family] n; cases without a verdict are left out of n"])


def _cell(estimate: Estimate) -> str:
    if estimate.mean is None:
        return "-"
    return f"{estimate.mean:.3f} [{estimate.low:.2f}, {estimate.high:.2f}] n={estimate.n}"


if __name__ == "__main__":
    run(main, (CaseError, CorpusError, EncoderError, FloorError, IndexStoreError, RunError, SettingsError))
