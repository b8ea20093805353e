"""Passages, and where to find them: embedding, Chroma, lexical index, fusion."""

from index.analysis import analyse
from index.building import build
from index.errors import EncoderError, IndexStoreError
from index.hits import Evidence, FaceScore, Hit, QueryTerm, SearchResult
from index.language import Guess, guess_language
from index.retriever import ProvisionRetriever
from index.searching import Searcher, index_status
from index.settings import IndexSettings

__all__ = [
    "EncoderError",
    "Evidence",
    "FaceScore",
    "Guess",
    "Hit",
    "IndexSettings",
    "IndexStoreError",
    "ProvisionRetriever",
    "QueryTerm",
    "SearchResult",
    "Searcher",
    "analyse",
    "build",
    "guess_language",
    "index_status",
]
