"""Reads the evaluation cases, and says file and line where one is not in the stated format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from corpus import LANGUAGES, REVIEW_STATUSES, Citation, CitationError

CASES = Path(__file__).parent / "cases"
SPLITS = ("dev", "test")
OUTCOMES = ("answered", "not_in_corpus", "out_of_scope")


class CaseError(Exception):
    """A case cannot be read; names the file and the line."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what a right reply is; the fields are described in evals/cases/README.md."""

    id: str
    lang: str
    question: str
    outcome: str
    must: tuple[Citation, ...]
    may: tuple[Citation, ...]
    family: str
    split: str
    style: str
    scope: tuple[str, ...]
    author: str
    review: str

    @property
    def answerable(self) -> bool:
        """Whether the instruments in scope answer it."""
        return self.outcome == "answered"

    @property
    def acceptable(self) -> frozenset[str]:
        """The ids of all provisions that are right to cite."""
        return frozenset(map(str, (*self.must, *self.may)))


def read_cases(folder: Path = CASES, split: str = "all") -> tuple[Case, ...]:
    """The cases of all `*.jsonl` files of a folder, by file and line; raises CaseError."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise CaseError(f"{folder} holds no cases (*.jsonl)")
    cases: dict[str, Case] = {}
    for path in files:
        for number, line in enumerate(_text(path).split("\n"), 1):
            if not line.strip():
                continue
            try:
                case = _case(json.loads(line))
            except (ValueError, KeyError, TypeError, CitationError) as error:
                raise CaseError(f"{path.name}:{number}: {_reason(error)}") from None
            if case.id in cases:
                raise CaseError(f"{path.name}:{number}: the id {case.id} stands twice")
            cases[case.id] = case
    return tuple(case for case in cases.values() if split in ("all", case.split))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise CaseError(f"{path.name}:{line}: not UTF-8") from None


def _reason(error: Exception) -> str:
    return f"the case lacks {error}" if isinstance(error, KeyError) else str(error)


def _case(row: Mapping[str, Any]) -> Case:
    _require_shape(row)
    case = Case(
        id=row["id"],
        lang=row["lang"],
        question=row["question"],
        outcome=row["outcome"],
        must=tuple(Citation.parse(id) for id in row["must"]),
        may=tuple(Citation.parse(id) for id in row["may"]),
        family=row["family"],
        split=row["split"],
        style=row["style"],
        scope=tuple(row["scope"]),
        author=row["author"],
        review=row["review"],
    )
    allowed = (
        ("lang", case.lang, LANGUAGES),
        ("outcome", case.outcome, OUTCOMES),
        ("split", case.split, SPLITS),
        ("review", case.review, REVIEW_STATUSES),
    )
    for name, value, values in allowed:
        if value not in values:
            raise ValueError(f"{name} is {value!r}; it may be {', '.join(values)}")
    if case.answerable != bool(case.must):
        raise ValueError("a case has `must` provisions if and only if its outcome is answered")
    return case


def _require_shape(row: Mapping[str, Any]) -> None:
    """A string where a list is due would be read as a list of its characters."""
    if not isinstance(row, dict):
        raise TypeError("a case is a JSON object")
    lists = ("must", "may", "scope")
    for name in (field.name for field in fields(Case)):
        values = row[name] if name in lists else [row[name]]
        if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
            raise TypeError(f"{name} is not {'a list of strings' if name in lists else 'a string with words in it'}")
