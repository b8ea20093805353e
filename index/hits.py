"""What a search gives back: provisions with their score and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Citation
from index.concepts import Mention


@dataclass(frozen=True, slots=True)
class FaceScore:
    """The cosine between the question and one face of a provision."""

    face: str
    lang: str
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a provision was found.

    `matched` and `missed` are the question's words that its lexical document holds or lacks; `coverage` is the share of
    the question's idf that is matched; `bm25` the raw lexical score and `lexical` the same over the best one;
    `cosine` the pooled cosine; `concept` the score of the shared concepts over the best one, `concepts` their ids;
    `heading` the share of the idf that the nearest heading holds; ranks count from 1.
    """

    matched: tuple[str, ...]
    missed: tuple[str, ...]
    coverage: float
    bm25: float
    lexical: float
    cosine: float
    concept: float
    concepts: tuple[str, ...]
    heading: float
    lexical_rank: int
    dense_rank: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision found, its fused score in [0, 1], its best faces first, and the evidence."""

    provision: Citation
    score: float
    faces: tuple[FaceScore, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A content word of the question: as typed, its search term, how telling it is, whether any text holds it."""

    word: str
    term: str
    idf: float
    known: bool


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits, best first, the question's content words, and the concepts that it names."""

    hits: tuple[Hit, ...]
    terms: tuple[QueryTerm, ...]
    concepts: tuple[Mention, ...] = ()
