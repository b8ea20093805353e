"""Search results made by hand, and a search that gives one back whatever is asked."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import Citation
from index import Correction, Evidence, Hit, QueryTerm, Searcher, SearchResult

UNKNOWN = "?"


def hit(id: str, score: float = 0.8, *, coverage: float = 0.9, cosine: float = 0.6) -> Hit:
    """A hit with the evidence that the decision looks at."""
    evidence = Evidence(
        matched=(), missed=(), coverage=coverage, bm25=5.0, lexical=1.0, cosine=cosine, concept=0.0, concepts=(),
        heading=0.0, lexical_rank=1, dense_rank=1,
    )  # fmt: skip
    return Hit(Citation.parse(id), score, (), evidence)


def found(words: str, *hits: Hit) -> SearchResult:
    """Hits for a question of these content words, all as telling as each other; no text holds one that ends in "?"."""
    terms = [QueryTerm(word.rstrip(UNKNOWN), word.rstrip(UNKNOWN), 2.0, word[-1] != UNKNOWN) for word in words.split()]
    return SearchResult(hits, tuple(terms))


class HandmadeSearcher(Searcher):
    """Finds `result` for every question, and reads the words of `corrections` otherwise than they were typed."""

    def __init__(self, result: SearchResult, corrections: Sequence[tuple[str, str]] = ()) -> None:
        self.result, self.corrections = result, tuple(Correction(typed, read) for typed, read in corrections)
        self.searched = ""

    def correct(self, question: str, lang: str) -> tuple[str, tuple[Correction, ...]]:
        for correction in self.corrections:
            question = question.replace(correction.typed, correction.read)
        return question, self.corrections

    def search(self, question: str, lang: str, k: int = 10) -> SearchResult:
        self.searched = question
        return self.result
