"""The commands on outside material: retrieval, judge, fit-judge, outside."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from assistant import WEIGHTS, Judgement, read_settings
from corpus import load_corpus
from corpus.command_line import DONE, print_json, print_text
from evals.collection import read_collection
from evals.fitting import fit, spoiled_pairs, write_weights
from evals.labelled_pairs import (
    FITTING_PAIRS,
    JudgeFigures,
    LabelledPair,
    WordOverlap,
    figures,
    judge_pairs,
    read_own_pairs,
    read_pairs,
)
from evals.outside import OutsideRow, judge_rows, judge_sets, retrieval_rows
from evals.retrieval import measure_retrieval
from evals.run_commands import open_judge
from index import analyse


def retrieval(arguments: argparse.Namespace) -> int:
    """Index and search a test collection; the last line holds the figures."""
    collection = read_collection(arguments.corpus, arguments.queries, arguments.qrels)
    lang, query_lang = arguments.lang, arguments.query_lang or arguments.lang
    found = measure_retrieval(collection, lang, query_lang, read_settings())
    row = {name: round(mean, 4) for name, mean in found.means.items()}
    row |= {"n": found.n, "p50_ms": found.p50_ms, "build_s": found.build_s}
    print_json(row) if arguments.json else print_text(_line(row))
    return DONE


def judge(arguments: argparse.Namespace) -> int:
    """Hold the judge against labelled pairs; the last line holds the figures."""
    corpus = load_corpus()
    pairs = read_pairs(arguments.examples, arguments.lang) if arguments.examples else read_own_pairs(corpus)
    said = judge_pairs(pairs, open_judge(corpus))
    if arguments.json:
        for pair, judgement in said:
            row = None if judgement is None else asdict(judgement)
            print_json({"id": pair.id, "label": pair.label, "judgement": row})
        print_json(asdict(figures(said)))
        return DONE
    for name, found in _by_part(said, pairs):
        print_text(f"{name:<24}{_line(asdict(found))}")
    print_text(_line(asdict(figures(said))))
    return DONE


def _by_part(
    said: Sequence[tuple[LabelledPair, Judgement | None]], pairs: Sequence[LabelledPair]
) -> Iterator[tuple[str, JudgeFigures]]:
    """Of our own pairs: by language, word overlap beside; word overlap's threshold is set on the other languages."""
    if not any(pair.change for pair in pairs):
        return
    for lang in dict.fromkeys(pair.lang for pair in pairs):
        part = [pair for pair in pairs if pair.lang == lang]
        yield f"{lang}, judge", figures([row for row in said if row[0].lang == lang])
        shown = [pair for pair in pairs if pair.lang != lang]
        yield f"{lang}, word overlap", figures(judge_pairs(part, WordOverlap(terms, shown)))


def fit_judge(arguments: argparse.Namespace) -> int:
    """Fit the judge's weights anew, on the halves set apart and on spoiled sentences of the corpus."""
    corpus = load_corpus()
    judged = open_judge(corpus)
    sets = {name: [pair for pair in pairs if pair.for_fitting] for name, pairs in judge_sets(arguments.bench).items()}
    sets |= {"spoiled": list(spoiled_pairs(corpus)), "written": read_own_pairs(corpus, FITTING_PAIRS)}
    write_weights(fit(sets, judged.similarity), WEIGHTS)
    print_text(f"weights in {WEIGHTS.name}, fitted on {', '.join(f'{name} {len(of)}' for name, of in sets.items())}")
    return DONE


def outside(arguments: argparse.Namespace) -> int:
    """Everything on the outside collections, beside the published figures."""
    corpus = load_corpus()
    rows: list[OutsideRow] = [*judge_rows(arguments.bench, open_judge(corpus), terms)]
    rows += retrieval_rows(arguments.bench, read_settings())
    if arguments.json:
        for row in rows:
            print_json(asdict(row))
        return DONE
    for row in rows:
        ours = "-" if row.ours is None else f"{row.ours:.3f}"
        print_text(f"{row.name:<24}{row.measure:<20}{ours:<8}n={row.n:<6}{row.beside}".rstrip())
    sys.stderr.write("beside: figures published or measured before on all of a collection; ours on the part here,\n")
    sys.stderr.write("the judge's on the half on which nothing was fitted\n")
    return DONE


def terms(text: str, lang: str) -> frozenset[str]:
    """The content words of a text, as the search sees them."""
    return frozenset(term.term for term in analyse(text, lang))


def _line(row: Mapping[str, object]) -> str:
    return "  ".join(f"{name} {'-' if value is None else value}" for name, value in row.items())
