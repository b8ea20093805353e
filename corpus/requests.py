"""Reads requests from JSON lines, naming the line of the first that is none."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.citation import LANGUAGES


class RequestError(Exception):
    """What was asked cannot be carried out; the message says where and why."""


def read_requests(source: str) -> Iterator[dict[str, Any]]:
    """The requests `{"id","question","lang"?}` of a file (`-`: standard input), one at a time.

    Raises RequestError, with file and line, for a line that is no request.
    """
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise RequestError(f"{source} cannot be read: {error.strerror}") from None
    for number, line in enumerate(content.decode("utf-8-sig", "replace").split("\n"), 1):
        if line.strip():
            yield _request(line, f"{source}:{number}")


def _request(line: str, where: str) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"{where}: not a JSON object ({error})") from None
    if not isinstance(request, dict) or not isinstance(request.get("question"), str):
        raise RequestError(f'{where}: a request is an object with "id" and "question"')
    if request.get("lang") not in (None, *LANGUAGES):
        raise RequestError(f'{where}: "lang" is {request["lang"]!r}; it may be {", ".join(LANGUAGES)}')
    # Half of a surrogate pair is no text, and cannot be written out again.
    request["question"] = request["question"].encode("utf-8", "replace").decode("utf-8")
    return request
