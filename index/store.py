"""Keeps passages and their vectors in Chroma, one collection a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import chromadb
import numpy as np
from chromadb.config import Settings
from numpy.typing import NDArray

from index.errors import IndexStoreError
from index.passages import Passage

_FOLDER = "chroma"
_SYNC_EVERY = 100


@dataclass(frozen=True, slots=True)
class Near:
    """A passage's id and its cosine to the question."""

    id: str
    cosine: float


class Store:
    """The Chroma database of one build. Nobody writes into it once the build has been put in place."""

    def __init__(self, build: Path) -> None:
        settings = Settings(anonymized_telemetry=False, is_persistent=True)
        try:
            self._client = chromadb.PersistentClient(str(build / _FOLDER), settings=settings)
        except (chromadb.errors.ChromaError, ValueError) as error:
            raise IndexStoreError(f"the store in {build} cannot be opened ({error}); run: make index") from error
        self._collections: dict[str, chromadb.Collection] = {}

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()  # type: ignore[attr-defined]  # chromadb.Client has it, its interface type not yet

    def add(self, lang: str, passages: Sequence[Passage], vectors: NDArray[np.float32]) -> None:
        """Put the passages of one language and their unit vectors, in the same order, into a new collection."""
        # Left to its defaults, Chroma keeps the last thousand vectors in its journal and writes files at every opening.
        batch = max(2, min(_SYNC_EVERY, len(passages)))
        collection = self._client.create_collection(
            f"passages-{lang}",
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "batch_size": batch, "sync_threshold": batch}},
        )
        step = self._client.get_max_batch_size()
        for start in range(0, len(passages), step):
            part = passages[start : start + step]
            collection.add(
                ids=[passage.id for passage in part],
                embeddings=vectors[start : start + step],
                documents=[passage.text for passage in part],
                metadatas=[{"provision": str(passage.provision), "face": passage.face} for passage in part],
            )

    def count(self, lang: str) -> int:
        """How many passages the collection of `lang` holds."""
        return self._collection(lang).count()

    def nearest(self, lang: str, vector: NDArray[np.float32], k: int) -> list[Near]:
        """The `k` passages of `lang` nearest to a unit vector of shape (dimensions,), nearest first."""
        found = self._collection(lang).query(query_embeddings=[vector.tolist()], n_results=k, include=["distances"])
        distances = found["distances"]
        if distances is None:
            raise IndexStoreError("the store gave no distances; run: make index")
        return [Near(id, 1.0 - distance) for id, distance in zip(found["ids"][0], distances[0], strict=True)]

    def vectors(self, lang: str, ids: Sequence[str]) -> NDArray[np.float32]:
        """The stored unit vectors of some passages, shape (len(ids), dimensions), in the order of `ids`."""
        found = self._collection(lang).get(ids=list(ids), include=["embeddings"])
        by_id = dict(zip(found["ids"], found["embeddings"] if found["embeddings"] is not None else [], strict=True))
        return np.asarray([by_id[id] for id in ids], dtype=np.float32)

    def _collection(self, lang: str) -> chromadb.Collection:
        if lang not in self._collections:
            try:
                self._collections[lang] = self._client.get_collection(f"passages-{lang}", embedding_function=None)
            except (chromadb.errors.ChromaError, ValueError) as error:
                raise IndexStoreError(f"the store lacks the passages in {lang!r} ({error}); run: make index") from error
        return self._collections[lang]
