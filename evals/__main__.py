"""The command `python -m evals`: cases and runs, scores and comparisons, the judge, outside collections."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant import SettingsError
from corpus import LANGUAGES, CorpusError
from corpus.command_line import Parser, run
from evals import CASES, FLOORS, RUNS, CaseError, CollectionError, FloorError, LineError, PairError, RunError
from evals import outside_commands as outside
from evals import run_commands as runs
from evals.printing import MarksError
from index import EncoderError, IndexStoreError

_EXPECTED = (
    CaseError,
    CollectionError,
    CorpusError,
    EncoderError,
    FloorError,
    IndexStoreError,
    LineError,
    MarksError,
    OSError,
    PairError,
    RunError,
    SettingsError,
)


def main() -> int:
    """Read the arguments, do what they ask, return the exit status."""
    arguments = _parser().parse_args()
    return int(arguments.do(arguments))


def _parser() -> Parser:
    parser = Parser(prog="python -m evals", description="How well replies rest on the texts.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    _cases(commands)
    _of_runs(commands)
    _outside(commands)
    return parser


def _cases(commands: argparse._SubParsersAction[Parser]) -> None:
    cases = commands.add_parser("cases", help="check the cases, count them, list the provisions they leave out")
    cases.add_argument("--json", action="store_true", help="one JSON object")
    cases.set_defaults(do=runs.cases)
    running = commands.add_parser("run", help="put the cases to the assistant and write down what came back")
    running.add_argument("--split", choices=("dev", "test", "all"), default="dev", help="which half (default: dev)")
    running.add_argument("--name", help="name of the run (default: split and time)")
    running.set_defaults(do=runs.run)
    for command in (cases, running):
        command.add_argument("--cases", type=Path, default=CASES, help="folder of cases (default: the committed ones)")
    _keeps_runs(running)


def _of_runs(commands: argparse._SubParsersAction[Parser]) -> None:
    scoring = commands.add_parser("score", help="score a run; exit status 1 where it falls under a floor")
    scoring.add_argument("run", metavar="RUN", help="name or folder of a run")
    scoring.add_argument("--into", type=Path, metavar="FILE", help="put the table between the marks of a Markdown file")
    scoring.set_defaults(do=runs.score_run)
    comparing = commands.add_parser(
        "compare", help="gains and losses case by case; exit status 1 where one is for good"
    )
    comparing.add_argument("old", metavar="OLD", help="name or folder of the run before")
    comparing.add_argument("new", metavar="NEW", help="name or folder of the run after")
    comparing.set_defaults(do=runs.compare_runs)
    reporting = commands.add_parser("report", help="one HTML page: figures, plots, every miss explained")
    reporting.add_argument("run", metavar="RUN", help="name or folder of a run")
    reporting.add_argument("--html", type=Path, metavar="FILE", help="where to write it (default: RUN.html)")
    reporting.set_defaults(do=runs.report)
    mutating = commands.add_parser("mutate", help="spoil the replies of a run: what do the measures notice?")
    mutating.add_argument("run", metavar="RUN", help="name or folder of a run")
    mutating.set_defaults(do=runs.mutate)
    exporting = commands.add_parser("export", help="a run as JSON lines that RAGAS and DeepEval read")
    exporting.add_argument("run", metavar="RUN", help="name or folder of a run")
    exporting.add_argument("file", metavar="FILE", type=Path, help="where to write it")
    exporting.set_defaults(do=runs.export)
    for command in (scoring, comparing, reporting, mutating, exporting):
        _keeps_runs(command)
    for command in (scoring, comparing, reporting):
        command.add_argument("--floors", type=Path, default=FLOORS, help="file of floors (default: the committed one)")
    for command in (scoring, comparing, mutating):
        command.add_argument("--json", action="store_true", help="one JSON object a line")


def _outside(commands: argparse._SubParsersAction[Parser]) -> None:
    retrieval = commands.add_parser("retrieval", help="the project's index and search on any test collection")
    for name, says in (("corpus", "documents"), ("queries", "queries"), ("qrels", "judgements")):
        retrieval.add_argument(f"--{name}", type=Path, required=True, metavar="FILE", help=f"file of {says}")
    retrieval.add_argument("--lang", choices=LANGUAGES, required=True, help="language of the documents")
    retrieval.add_argument("--query-lang", choices=LANGUAGES, help="language of the queries (default: the documents')")
    retrieval.set_defaults(do=outside.retrieval)
    judging = commands.add_parser("judge", help="the judge on labelled pairs")
    judging.add_argument("--examples", type=Path, metavar="FILE", help="file of pairs (default: our own)")
    judging.add_argument("--lang", choices=LANGUAGES, default="fr", help="language of the file's pairs (default: fr)")
    judging.set_defaults(do=outside.judge)
    fitting = commands.add_parser("fit-judge", help="fit the judge's weights anew on the halves set apart")
    fitting.set_defaults(do=outside.fit_judge)
    everything = commands.add_parser("outside", help="all outside collections in one table, beside published figures")
    everything.set_defaults(do=outside.outside)
    for command in (fitting, everything):
        command.add_argument("--bench", type=Path, required=True, metavar="DIR", help="folder of the collections")
    for command in (retrieval, judging, everything):
        command.add_argument("--json", action="store_true", help="one JSON object a line")


def _keeps_runs(command: Parser) -> None:
    command.add_argument("--runs", type=Path, default=RUNS, help="folder that holds the runs (default: evals/runs)")


if __name__ == "__main__":
    run(main, _EXPECTED)
