"""BM25 over the provisions of one language."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from index.analysis import terms

_IDS = "documents.json"
_K1, _B = 1.2, 0.6


class LexicalIndex:
    """Documents of one language, scored by BM25 in Lucene's form (Robertson and Zaragoza 2009; bm25s)."""

    def __init__(self, lang: str, ids: Sequence[str], bm25: bm25s.BM25) -> None:
        self.lang, self.ids, self._bm25 = lang, tuple(ids), bm25

    @classmethod
    def build(cls, lang: str, documents: Mapping[str, str]) -> LexicalIndex:
        """Index documents (id to text), of which there is at least one."""
        bm25 = bm25s.BM25(k1=_K1, b=_B, method="lucene")
        bm25.index([terms(text, lang) for text in documents.values()], show_progress=False)
        return cls(lang, tuple(documents), bm25)

    def save(self, folder: Path) -> None:
        """Write the index into `folder`, which is made."""
        folder.mkdir(parents=True)
        self._bm25.save(str(folder), show_progress=False)
        (folder / _IDS).write_text(json.dumps(self.ids), encoding="utf-8")

    @classmethod
    def load(cls, lang: str, folder: Path) -> LexicalIndex:
        """Read an index that `save` wrote."""
        ids = json.loads((folder / _IDS).read_text(encoding="utf-8"))
        return cls(lang, ids, bm25s.BM25.load(str(folder), show_progress=False))

    def scores(self, query_terms: Sequence[str]) -> NDArray[np.float32]:
        """The score of every document, in the order of `ids`; zeros where no term is known."""
        known = [term for term in query_terms if self.knows(term)]
        if not known:
            return np.zeros(len(self.ids), dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)

    def knows(self, term: str) -> bool:
        """Whether any document holds the term."""
        return term in self._bm25.vocab_dict

    def idf(self, term: str) -> float:
        """log(1 + (N - n + 0.5) / (n + 0.5)) over N documents; a term that none holds has n = 0."""
        count = self._holders(term).size
        return math.log(1 + (len(self.ids) - count + 0.5) / (count + 0.5))

    def holds(self, place: int, term: str) -> bool:
        """Whether the document at `place` in `ids` holds the term."""
        return bool(np.any(self._holders(term) == place))

    def _holders(self, term: str) -> NDArray[np.int32]:
        if not self.knows(term):
            return np.zeros(0, dtype=np.int32)
        column, starts = self._bm25.vocab_dict[term], self._bm25.scores["indptr"]
        holders: NDArray[np.int32] = self._bm25.scores["indices"][starts[column] : starts[column + 1]]
        return holders
