"""Remembers the vector of every text once encoded, by content hash, so that a rebuild encodes only what is new."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


class VectorCache:
    """One file for each revision of an encoder; replaced as a whole, so that a killed build leaves the old one."""

    def __init__(self, folder: Path, revision: str) -> None:
        name = hashlib.sha256(revision.encode()).hexdigest()[:16]
        self._path = folder / f"{name}.npz"
        self._revision = revision
        self._vectors: dict[str, NDArray[np.float32]] = {}
        # A damaged file is no reason to stop: its texts are encoded anew, and `save` replaces it.
        with (
            suppress(OSError, EOFError, ValueError, KeyError, BadZipFile),
            self._path.open("rb") as file,
            np.load(file) as held,
        ):
            self._vectors = dict(zip(held["keys"].tolist(), held["vectors"], strict=True))

    def key(self, text: str) -> str:
        """The content hash under which a text's vector is kept."""
        return hashlib.sha256(f"{self._revision}\0{text}".encode()).hexdigest()

    def missing(self, texts: Sequence[str]) -> list[str]:
        """The texts that have no vector yet, each once, in order."""
        return list(dict.fromkeys(text for text in texts if self.key(text) not in self._vectors))

    def put(self, texts: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Remember vectors, shape (len(texts), dimensions); `save` writes them down."""
        self._vectors |= {self.key(text): vector for text, vector in zip(texts, vectors, strict=True)}

    def get(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of `texts`, shape (len(texts), dimensions); raises KeyError for one not encoded."""
        return np.stack([self._vectors[self.key(text)] for text in texts])

    def save(self, keep: Sequence[str]) -> None:
        """Write down the vectors of `keep` alone: what no longer stands in the corpus is forgotten."""
        keys = list(dict.fromkeys(self.key(text) for text in keep))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        scratch = self._path.with_suffix(".tmp.npz")
        np.savez(scratch, keys=np.array(keys), vectors=np.stack([self._vectors[key] for key in keys]))
        os.replace(scratch, self._path)
