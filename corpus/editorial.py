"""Reads the editorial layer, one JSON object a provision: points, gists, words to find it by, questions, actors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.citation import LANGUAGES, Citation
from corpus.errors import CitationError, TextError
from corpus.provision import REVIEW_STATUSES, Editorial
from corpus.text_files import read_utf8

POINT_WORDS = 25
REVIEWED_FIELDS = ("point", "gist", "translation", "concepts", "words", "questions", "situations")
ACTORS = (
    "Members", "Governments", "State", "ILO", "Office", "Director-General", "Governing Body", "Conference",
    "International community",
)  # fmt: skip
MODALITIES = (
    "should", "must", "states", "requests", "invites", "adopts", "recalls", "reaffirms", "calls-on",
    "essential",
)  # fmt: skip


def read_editorial(path: Path) -> dict[Citation, Editorial]:
    """Read one editorial file; raises TextError, with the line, for what is not in the stated format."""
    entries: dict[Citation, Editorial] = {}
    for number, row in _rows(path):
        try:
            citation = Citation.parse(str(row["id"]))
            entry = _editorial(row)
        except KeyError as error:
            raise TextError(path, number, f"the entry lacks {error}") from None
        except (CitationError, ValueError) as error:
            raise TextError(path, number, str(error)) from None
        if citation in entries:
            raise TextError(path, number, f"{citation} stands twice")
        entries[citation] = entry
    return entries


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    if not path.is_file():
        raise TextError(path, 1, f"the editorial layer is missing from {path.parent}")
    for number, line in enumerate(read_utf8(path).splitlines(), 1):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise TextError(path, number, f"not a JSON object: {error}") from None
        if not isinstance(row, dict):
            raise TextError(path, number, "not a JSON object")
        yield number, row


def _editorial(row: Mapping[str, Any]) -> Editorial:
    _require_shape(row)
    actors, modality = tuple(row["actors"]), tuple(row["modality"])
    for values, known, name in ((actors, ACTORS, "actor"), (modality, MODALITIES, "modality")):
        if unknown := [value for value in values if value not in known]:
            raise ValueError(f"{name} {unknown[0]!r} is none of {', '.join(known)}")
    point = dict(row["point"])
    for lang, text in point.items():
        if len(text.split()) > POINT_WORDS:
            raise ValueError(f"the {lang} point has {len(text.split())} words, at most {POINT_WORDS} are allowed")
    review = {field: row["review"][field]["status"] for field in REVIEWED_FIELDS}
    for field, status in review.items():
        if status not in REVIEW_STATUSES:
            raise ValueError(f"review of {field}: {status!r} is none of {', '.join(REVIEW_STATUSES)}")
        _require_witness(field, row["review"][field])
    for field in ("point", "gist", "concepts", "questions"):
        if missing := [lang for lang in LANGUAGES if not row[field].get(lang)]:
            raise ValueError(f"{field} is missing in {', '.join(missing)}")
    return Editorial(
        actors=actors,
        modality=modality,
        point=point,
        gist=dict(row["gist"]),
        concepts={lang: tuple(values) for lang, values in row["concepts"].items()},
        words={lang: tuple(values) for lang, values in row["words"].items()},
        questions={lang: tuple(values) for lang, values in row["questions"].items()},
        situations={lang: tuple(values) for lang, values in row["situations"].items()},
        review=review,
    )


def _require_witness(field: str, entry: Mapping[str, Any]) -> None:
    """A status above machine-drafted says by whom, when and against what, or it is not believed."""
    if entry["status"] == "machine-drafted":
        return
    if missing := [key for key in ("by", "on", "against") if not entry.get(key)]:
        raise ValueError(f"review of {field}: {entry['status']} needs {', '.join(missing)}")


def _require_shape(row: Mapping[str, Any]) -> None:
    """A string where a list is due would be read as a list of its characters."""
    for field in ("actors", "modality"):
        if not _is_list_of_texts(row[field]):
            raise ValueError(f"{field} is not a list of strings")
    for field, is_right, form in (
        ("point", _is_text, "a string"),
        ("gist", _is_text, "a string"),
        ("concepts", _is_list_of_texts, "a list of strings"),
        ("words", _is_list_of_texts, "a list of strings"),
        ("questions", _is_list_of_texts, "a list of strings"),
        ("situations", _is_list_of_texts, "a list of strings"),
        ("review", _is_object, "an object"),
    ):
        values = row[field]
        if not isinstance(values, dict) or not all(map(is_right, values.values())):
            raise ValueError(f"{field} is not an object with {form} for each name")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
