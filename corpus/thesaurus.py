"""Reads the field's thesaurus, SKOS in form: what a thing is called in three languages, and what is wider or near."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.citation import LANGUAGES
from corpus.errors import TextError
from corpus.provision import REVIEW_STATUSES
from corpus.reference_tokens import fold
from corpus.text_files import read_utf8

THESAURUS = "thesaurus.jsonl"


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept: `pref` its name by language, `alt` what else people call it; links are ids of concepts."""

    id: str
    pref: Mapping[str, str]
    alt: Mapping[str, tuple[str, ...]]
    broader: tuple[str, ...]
    narrower: tuple[str, ...]
    related: tuple[str, ...]
    review: str

    def labels(self, lang: str) -> tuple[str, ...]:
        """All that it is called in `lang`, the preferred name first."""
        return (self.pref[lang], *self.alt[lang])


def read_thesaurus(path: Path) -> dict[str, Concept]:
    """The concepts of a file by id, in its order; none where there is no file.

    Raises TextError, with the line, for what is not in the stated form, for a label that two concepts of a language
    share, a link that leads nowhere, a concept without any link, a circle of broader concepts.
    """
    if not path.is_file():
        return {}
    rows = dict(_rows(path))
    lines: dict[str, int] = {}
    for number, row in rows.items():
        if lines.setdefault(row["id"], number) != number:
            raise TextError(path, number, f"the concept {row['id']} stands twice")
    _require_single_labels(path, rows)
    narrower: dict[str, list[str]] = {id: [] for id in lines}
    for number, row in rows.items():
        for link in (*row["broader"], *row["related"]):
            if link not in lines or link == row["id"]:
                raise TextError(path, number, f"{row['id']} links to {link!r}, which is no other concept")
        for wider in row["broader"]:
            narrower[wider].append(row["id"])
    concepts = {row["id"]: _concept(row, tuple(narrower[row["id"]])) for row in rows.values()}
    for id, concept in concepts.items():
        _require_place(path, lines[id], concept, concepts)
    return concepts


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(read_utf8(path).splitlines(), 1):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise TextError(path, number, f"not a JSON object: {error}") from None
        if fault := _fault(row):
            raise TextError(path, number, fault)
        yield number, row


def _fault(row: Any) -> str:
    if not isinstance(row, dict):
        return "not a JSON object"
    if missing := [name for name in ("id", "pref", "alt", "broader", "related", "review") if name not in row]:
        return f"the concept lacks {missing[0]!r}"
    if not isinstance(row["id"], str) or not all(isinstance(row[name], dict) for name in ("pref", "alt")):
        return "id is not a string, or pref and alt are no objects by language"
    for lang in LANGUAGES:
        if not isinstance(row["pref"].get(lang), str) or not row["pref"][lang].strip():
            return f"{row['id']} has no preferred label in {lang}"
        if not _is_list_of_texts(row["alt"].get(lang)):
            return f"{row['id']}: alt.{lang} is not a list of strings"
    for name in ("broader", "related"):
        if not _is_list_of_texts(row[name]):
            return f"{row['id']}: {name} is not a list of ids"
    if row["review"] not in REVIEW_STATUSES:
        return f"{row['id']}: review {row['review']!r} is none of {', '.join(REVIEW_STATUSES)}"
    return ""


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)


def _require_single_labels(path: Path, rows: Mapping[int, Mapping[str, Any]]) -> None:
    for lang in LANGUAGES:
        seen: dict[str, str] = {}
        for number, row in rows.items():
            for label in (row["pref"][lang], *row["alt"][lang]):
                plain = " ".join(fold(label).split())
                if plain in seen:
                    raise TextError(path, number, f"{label!r} ({lang}) stands under {seen[plain]} and {row['id']}")
                seen[plain] = row["id"]


def _concept(row: Mapping[str, Any], narrower: tuple[str, ...]) -> Concept:
    return Concept(
        id=row["id"],
        pref=dict(row["pref"]),
        alt={lang: tuple(row["alt"][lang]) for lang in LANGUAGES},
        broader=tuple(row["broader"]),
        narrower=narrower,
        related=tuple(row["related"]),
        review=row["review"],
    )


def _require_place(path: Path, line: int, concept: Concept, concepts: Mapping[str, Concept]) -> None:
    if not (concept.broader or concept.narrower or concept.related):
        raise TextError(path, line, f"{concept.id} is linked with no other concept")
    above, seen = list(concept.broader), set[str]()
    while above:
        id = above.pop()
        if id == concept.id:
            raise TextError(path, line, f"{concept.id} is broader than itself")
        if id not in seen:
            seen.add(id)
            above += concepts[id].broader
