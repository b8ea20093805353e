"""Measures the project's own index and search on any test collection, without an editorial layer."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tqdm import tqdm

from evals.collection import Collection, as_corpus
from evals.ranking import RANKING_MEASURES, mean_measures
from index import IndexSettings, Searcher, build

_DEPTH = 100


@dataclass(frozen=True, slots=True)
class RetrievalFigures:
    """Means by measure over `n` queries, the median time of a search and the time of the build, encoder included."""

    means: dict[str, float]
    n: int
    p50_ms: float
    build_s: float


def measure_retrieval(collection: Collection, lang: str, query_lang: str, settings: IndexSettings) -> RetrievalFigures:
    """Index the documents (in `lang`) in a folder of their own and put all queries (in `query_lang`).

    Raises EncoderError and IndexStoreError.
    """
    corpus, ids = as_corpus(collection, lang)
    with TemporaryDirectory() as folder:
        own = settings.model_copy(update={"data_dir": Path(folder)})
        started = time.perf_counter()
        build(corpus, own)
        build_s = time.perf_counter() - started
        searcher = Searcher(corpus, own)
        try:
            rankings, times = _search(collection, searcher, query_lang, ids)
        finally:
            searcher.close()
    means = mean_measures(RANKING_MEASURES, collection.grades, rankings)
    return RetrievalFigures(means, len(rankings), round(median(times), 2), round(build_s, 1))


def _search(
    collection: Collection, searcher: Searcher, lang: str, ids: Mapping[str, str]
) -> tuple[dict[str, list[str]], list[float]]:
    rankings, times = {}, []
    for id, question in tqdm(collection.queries.items(), desc="searching", unit="query", file=sys.stderr):
        started = time.perf_counter()
        hits = searcher.search(question, lang, _DEPTH).hits
        times.append((time.perf_counter() - started) * 1000)
        rankings[id] = [ids[str(hit.provision)] for hit in hits]
    return rankings, times
