"""Reads files of JSON objects, one a line, and names file and line where one is not as it should be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class LineError(Exception):
    """A file of JSON lines cannot be read; names the file and the line."""


def read_json_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a file, each with its place (`name:line`); empty lines are passed over. Raises LineError."""
    # At "\n" alone: a text may hold other signs that `splitlines` takes for the end of a line.
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            yield f"{path.name}:{number}", _object(line, f"{path.name}:{number}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LineError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LineError(f"{path.name}:{line}: not UTF-8") from None


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError(f"{where}: not a JSON object ({error})") from None
    if not isinstance(row, dict):
        raise LineError(f"{where}: not a JSON object")
    return row
