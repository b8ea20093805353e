"""Measures everything on the outside collections, in one table beside the published figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant import Judge
from evals.collection import read_collection
from evals.labelled_pairs import Analyse, LabelledPair, WordOverlap, figures, judge_pairs, read_pairs
from evals.retrieval import measure_retrieval
from index import IndexSettings


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """A figure of ours on an outside collection beside what is published or was measured before on all of it."""

    name: str
    measure: str
    ours: float | None
    n: int
    beside: str


@dataclass(frozen=True, slots=True)
class _Retrieval:
    folder: str
    lang: str
    queries: str
    query_lang: str
    beside: str


# Beside: figures measured before on all questions of the collection, of which those in the folder are a part; after
# PIAF (Keraron et al. 2020), XQuAD (Artetxe et al. 2020).
_RETRIEVAL = (
    _Retrieval("piaf-fr", "fr", "piaf-fr", "fr", "BM25 0.788, MiniLM 0.466, fused 0.798"),
    _Retrieval("xquad-en", "en", "xquad-en", "en", "BM25 0.965, MiniLM 0.943, fused 0.978"),
    _Retrieval("xquad-es", "es", "xquad-es", "es", "BM25 0.964, MiniLM 0.632, fused 0.967"),
    _Retrieval("xquad-es", "es", "xquad-en", "en", "BM25 0.531, MiniLM 0.702, fused 0.780"),
)
# After WiCE (Kamoi et al. 2023), DACCORD (Skandalis et al. 2024), RTE-3 in French; the named models as published there.
JUDGED = (
    ("rte3", "rte3-fr-dev.jsonl", "fr", "word overlap 0.68"),
    ("daccord", "daccord-fr-dev.jsonl", "fr", "word overlap AUC 0.47"),
    (
        "wice",
        "wice-en-dev.jsonl",
        "en",
        "SummaC-ZS 0.628, AlignScore 0.660, word overlap + numbers 0.69, MiniCheck-FT5 0.722, GPT-4-turbo 0.804",
    ),
)


def retrieval_rows(bench: Path, settings: IndexSettings) -> Iterator[OutsideRow]:
    """nDCG@10 and R@5 of our search on every retrieval collection of `bench`; raises LineError and CollectionError."""
    for one in _RETRIEVAL:
        folder = bench / one.folder
        collection = read_collection(
            folder / "corpus.jsonl", bench / one.queries / "queries.jsonl", folder / "qrels.tsv"
        )
        found = measure_retrieval(collection, one.lang, one.query_lang, settings)
        name = f"{one.folder}, {one.query_lang} -> {one.lang}"
        yield OutsideRow(name, "nDCG@10", found.means["nDCG@10"], found.n, one.beside)
        yield OutsideRow(name, "R@5", found.means["R@5"], found.n, "")


def judge_sets(bench: Path) -> dict[str, list[LabelledPair]]:
    """The labelled pairs of every collection of `bench`, by name; raises LineError and PairError."""
    return {name: read_pairs(bench / "judge" / file, lang) for name, file, lang, _ in JUDGED}


def judge_rows(bench: Path, judge: Judge, terms: Analyse) -> Iterator[OutsideRow]:
    """The judge and word overlap on the half of every collection on which neither was fitted."""
    sets = judge_sets(bench)
    for name, _, _, beside in JUDGED:
        shown = [pair for pair in sets[name] if pair.for_fitting]
        held_out = [pair for pair in sets[name] if not pair.for_fitting]
        for who, one in (("judge", judge), ("word overlap", WordOverlap(terms, shown))):
            found = figures(judge_pairs(held_out, one))
            note = beside if who == "judge" else ""
            yield OutsideRow(f"{name}, {who}", "balanced accuracy", found.balanced_accuracy, found.n, note)
            yield OutsideRow(f"{name}, {who}", "AUC", found.auc, found.n, "")
