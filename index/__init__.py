"""Passages, and where to find them: embedding, Chroma, lexical index, fusion."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from index.analysis import analyse
from index.concepts import Mention
from index.errors import EncoderError, IndexStoreError
from index.explaining import explain
from index.hits import Evidence, FaceScore, Hit, QueryTerm, SearchResult
from index.language import Guess, guess_language
from index.settings import IndexSettings

if TYPE_CHECKING:
    from index.building import build
    from index.retriever import ProvisionRetriever
    from index.searching import Searcher, index_status
    from index.spelling import Correction

# These load Chroma and onnxruntime, more than a second: what never opens the index need not wait for them.
_LATE = {
    "ProvisionRetriever": "index.retriever",
    "Correction": "index.spelling",
    "Searcher": "index.searching",
    "build": "index.building",
    "index_status": "index.searching",
}

__all__ = [
    "Correction",
    "EncoderError",
    "Evidence",
    "FaceScore",
    "Guess",
    "Hit",
    "IndexSettings",
    "IndexStoreError",
    "Mention",
    "ProvisionRetriever",
    "QueryTerm",
    "SearchResult",
    "Searcher",
    "analyse",
    "build",
    "explain",
    "guess_language",
    "index_status",
]


def __getattr__(name: str) -> Any:
    """The names of `_LATE`, each loaded when it is first asked for."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATE[name]), name)
