"""The commands on cases and runs: cases, run, score, compare, report, mutate, export."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant import Assistant, RuleJudge, read_settings
from corpus import Corpus, load_corpus
from corpus.command_line import DONE, FLOOR_MISSED, print_json, print_text
from evals.cases import read_cases
from evals.comparing import Comparison, Difference, compare
from evals.coverage import uncovered
from evals.exporting import write_export
from evals.floors import aimed, missed, read_floors
from evals.measure import Measure
from evals.measures import all_measures
from evals.noticing import CLEAN, FALSE_ALARMS, NOTICED, Noticed, semantic, structural, too_few
from evals.printing import baseline_table, put_between_marks, readme_table, score_json, score_table
from evals.reporting import write_report
from evals.running import Run, read_run, run_cases
from evals.scoring import score
from index import Searcher


def cases(arguments: argparse.Namespace) -> int:
    """Check the cases, and say how many there are of what, and which provisions too few of them need."""
    read, corpus = read_cases(arguments.cases), load_corpus()
    if arguments.json:
        print_json({"cases": len(read), "uncovered": uncovered(read, corpus)})
        return DONE
    counts = Counter((case.style, case.lang, case.split) for case in read)
    columns = [(lang, split) for lang in ("fr", "en", "es") for split in ("dev", "test")]
    print_text(f"{len(read):<21}" + "".join(f"{lang} {split:<6}" for lang, split in columns).rstrip())
    for style in dict.fromkeys(case.style for case in read):
        print_text(f"{style:<21}" + "".join(f"{counts[style, *column]:<9}" for column in columns).rstrip())
    lacking = uncovered(read, corpus)
    print_text(f"needed by fewer than two cases: {', '.join(lacking) or 'none'}")
    return DONE


def run(arguments: argparse.Namespace) -> int:
    """Put the cases to the assistant and write down what came back."""
    name = arguments.name or f"{arguments.split}-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    chosen = read_cases(arguments.cases, arguments.split)
    folder = run_cases(chosen, Assistant(load_corpus(), read_settings()), arguments.runs / name)
    sys.stderr.write(f"{len(chosen)} outcomes in {folder}\n")
    print_text(name)
    return DONE


def score_run(arguments: argparse.Namespace) -> int:
    """Score a run and hold it against the floors."""
    corpus = load_corpus()
    made, floors, measures = _run(arguments.run, arguments.runs), read_floors(arguments.floors), _measures(corpus)
    under = list(missed(made.outcomes, floors, measures))  # first: a wrong file of floors is said before the table
    if arguments.into:
        put_between_marks(arguments.into, None)
    scores = score(made.outcomes, measures)
    if arguments.json:
        for row in scores:
            print_json(score_json(row))
    else:
        print_text(score_table(scores))
        print_text(f"\n{baseline_table(made, measures)}")
    _warn_of_another_corpus(made, corpus)
    for sentence in aimed(made.outcomes, floors, measures):
        sys.stderr.write(f"aim: {sentence}\n")
    for sentence in under:
        sys.stderr.write(f"under the floor: {sentence}\n")
    if arguments.into:
        put_between_marks(arguments.into, readme_table(made, measures))
    return FLOOR_MISSED if under else DONE


def compare_runs(arguments: argparse.Namespace) -> int:
    """Say case by case what a new run gained and lost."""
    old, new = (_run(name, arguments.runs) for name in (arguments.old, arguments.new))
    compared = compare(old, new, _measures(load_corpus()), read_floors(arguments.floors))
    if arguments.json:
        for difference in compared.differences:
            print_json(_difference_json(difference))
        print_json(_comparison_json(compared))
    else:
        for line in _comparison_lines(compared, new):
            print_text(line)
    for sentence in compared.lost_for_good:
        sys.stderr.write(f"lost: {sentence}\n")
    return FLOOR_MISSED if compared.lost_for_good else DONE


def report(arguments: argparse.Namespace) -> int:
    """Write the page on a run."""
    made = _run(arguments.run, arguments.runs)
    path = arguments.html or Path(f"{made.name}.html")
    write_report(made, _measures(load_corpus()), read_floors(arguments.floors), path)
    print_text(str(path))
    return DONE


def mutate(arguments: argparse.Namespace) -> int:
    """Spoil the replies of a run, and say what the measures and the judge notice."""
    made, corpus = _run(arguments.run, arguments.runs), load_corpus()
    judge = open_judge(corpus)
    exact = structural(made.outcomes, all_measures(corpus, judge), corpus)
    meant = semantic(made.outcomes, judge, corpus)
    for part, rows in (("structural", exact), ("semantic", meant)):
        for row in rows:
            _print_noticed(part, row, as_json=arguments.json)
    under = list(too_few(exact))
    for sentence in under:
        sys.stderr.write(f"under the floor: {sentence}\n")
    return FLOOR_MISSED if under else DONE


def export(arguments: argparse.Namespace) -> int:
    """Write a run as JSON lines for RAGAS and DeepEval."""
    made = _run(arguments.run, arguments.runs)
    count = write_export(made.outcomes, load_corpus(), arguments.file)
    print_text(f"{count} lines in {arguments.file}")
    return DONE


def open_judge(corpus: Corpus) -> RuleJudge:
    """The default judge over the encoder of the index, which remembers what it has encoded.

    Raises IndexStoreError where there is no index.
    """
    searcher = Searcher(corpus, read_settings())
    held: dict[str, NDArray[np.float32]] = {}

    def similarity(texts: object) -> NDArray[np.float32]:
        asked = list(texts)  # type: ignore[call-overload]  # a sequence of str by the judge's contract
        new = [text for text in dict.fromkeys(asked) if text not in held]
        if new:
            held.update(zip(new, searcher.encode(new), strict=True))
        return np.stack([held[text] for text in asked])

    return RuleJudge(similarity)


def _measures(corpus: Corpus) -> tuple[Measure, ...]:
    return all_measures(corpus, open_judge(corpus))


def _run(name: str, runs: Path) -> Run:
    return read_run(Path(name) if Path(name).is_dir() else runs / name)


def _warn_of_another_corpus(made: Run, corpus: Corpus) -> None:
    if made.meta["corpus_digest"] != corpus.digest:
        sys.stderr.write("the run is of another state of the texts: the contract measures cannot judge it\n")


def _print_noticed(part: str, row: Noticed, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {"part": part, "fault": row.fault, "by": row.by, "lang": row.lang, "n": row.n, "noticed": row.noticed}
        )
        return
    share = "-" if row.share is None else f"{row.share:.3f}"
    floor = (
        "" if part == "semantic" else f"  (at most {FALSE_ALARMS})" if row.fault == CLEAN else f"  (at least {NOTICED})"
    )
    print_text(f"{part:<12}{row.fault:<22}{row.by:<26}{row.lang:<5}{row.noticed:>5} of {row.n:<5} {share}{floor}")


def _difference_json(difference: Difference) -> dict[str, object]:
    return {
        "measure": difference.measure,
        "old": difference.old,
        "new": difference.new,
        "p": difference.p,
        "n": difference.n,
        "better": list(difference.better),
        "worse": list(difference.worse),
    }


def _comparison_json(compared: Comparison) -> dict[str, object]:
    return {
        "gained": list(compared.gained),
        "lost": list(compared.lost),
        "only_old": list(compared.only_old),
        "only_new": list(compared.only_new),
        "changed": list(compared.changed),
        "lost_for_good": list(compared.lost_for_good),
    }


def _comparison_lines(compared: Comparison, new: Run) -> list[str]:
    lines = [f"{'':<18}{'old':<9}{'new':<9}{'p':<8}{'n':<6}better worse"]
    for each in compared.differences:
        p = "-" if each.p is None else f"{each.p:.3f}"
        row = (
            f"{each.measure:<18}{each.old:<9.3f}{each.new:<9.3f}{p:<8}{each.n:<6}{len(each.better):<7}{len(each.worse)}"
        )
        lines.append(row)
    questions = {outcome.case["id"]: outcome.case["question"] for outcome in new.outcomes}
    for name, ids in (("gained", compared.gained), ("lost", compared.lost)):
        lines += ["", f"{name}: {len(ids)}", *(f"  {id}  {' '.join(questions[id].split())[:100]}" for id in ids)]
    for name, ids in (
        ("only in old", compared.only_old),
        ("only in new", compared.only_new),
        ("asked otherwise", compared.changed),
    ):
        if ids:
            lines.append(f"{name}, left out: {', '.join(ids)}")
    return lines
