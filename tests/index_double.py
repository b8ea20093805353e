"""An encoder for tests of builds: vectors from a hash of the text, and the exported files of a real build."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import Corpus
from index import IndexSettings, build
from index.document_encoder import DocumentEncoder
from index.encoder_files import EncoderFiles


class HashEncoder(DocumentEncoder):
    """Gives equal texts equal unit vectors; counts what it encodes, and stops after `patience` batches."""

    def __init__(self, exported: Path, patience: int = 1000) -> None:
        self.exported, self.patience = exported, patience
        self.loaded = self.exports = 0
        self.encoded: list[str] = []

    def load(self, files: EncoderFiles) -> HashEncoder:
        """Take the place of the class in `build(load_encoder=...)`."""
        self.files = files
        self.loaded += 1
        return self

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.patience == 0:
            raise KeyboardInterrupt
        self.patience -= 1
        self.encoded += texts
        seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) for text in texts]
        vectors = np.stack([np.random.default_rng(seed).standard_normal(384) for seed in seeds])
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)

    def export(self, folder: Path) -> None:
        self.exports += 1
        folder.mkdir(parents=True)
        for name in ("encoder.onnx", "tokenizer.json"):
            shutil.copyfile(self.exported / name, folder / name)

    def build(self, corpus: Corpus, settings: IndexSettings, *, full: bool = False) -> Path:
        """Build with this encoder, which forgets what it counted before."""
        self.encoded, self.loaded, self.exports = [], 0, 0
        return build(corpus, settings, full=full, load_encoder=self.load)
