"""Reads a file of the corpus as UTF-8, or says at which line it is none."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import TextError


def read_utf8(path: Path) -> str:
    """The text of a file; raises TextError where a byte is not UTF-8, and for a byte order mark."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise TextError(path, line, "not UTF-8: save the file in this encoding") from None
    if text.startswith("\ufeff"):
        raise TextError(path, 1, "starts with a byte order mark: save the file as UTF-8 without one")
    return text
