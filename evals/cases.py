"""Reads the evaluation cases, and says file and line where one is not in the stated format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.exceptions import best_match

from corpus import Citation, CitationError
from evals.json_lines import LineError, read_json_lines

CASES = Path(__file__).parent / "cases"
SCHEMA = "schema.json"
SPLITS = ("dev", "test")
REFUSALS = ("not_in_corpus", "out_of_scope")
# Outcomes that rest on provisions; of the others none is due.
_RESTING = ("answered", "partial", "overview", "listing")


class CaseError(Exception):
    """A case cannot be read; names the file and the line."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what a right reply is; the fields are described in evals/cases/schema.json."""

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
    history: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the instruments in scope answer it."""
        return self.outcome in _RESTING

    @property
    def acceptable(self) -> frozenset[str]:
        """The ids of all provisions that are right to cite."""
        return frozenset(map(str, (*self.must, *self.may)))


def read_cases(folder: Path = CASES, split: str = "all") -> tuple[Case, ...]:
    """The cases of all `*.jsonl` files of a folder, by file and line; raises CaseError."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise CaseError(f"{folder} holds no cases (*.jsonl)")
    validator = Draft202012Validator(read_schema())
    cases: dict[str, Case] = {}
    try:
        for where, row in (line for path in files for line in read_json_lines(path)):
            case = _case(where, row, validator)
            if case.id in cases:
                raise CaseError(f"{where}: the id {case.id} stands twice")
            cases[case.id] = case
    except LineError as error:
        raise CaseError(str(error)) from None
    return tuple(case for case in cases.values() if split in ("all", case.split))


def read_schema() -> dict[str, Any]:
    """The JSON schema of a case, which editors can use as well."""
    schema: dict[str, Any] = json.loads((CASES / SCHEMA).read_text(encoding="utf-8"))
    return schema


def _case(where: str, row: Mapping[str, Any], validator: Draft202012Validator) -> Case:
    if fault := best_match(validator.iter_errors(row)):
        raise CaseError(f"{where}: {_reason(fault)}")
    try:
        golds = {name: tuple(Citation.parse(id) for id in row[name]) for name in ("must", "may")}
    except CitationError as error:
        raise CaseError(f"{where}: {error}") from None
    lists = {name: tuple(row.get(name, ())) for name in ("scope", "history")}
    case = Case(**(row | golds | lists))  # type: ignore[operator]  # a mapping read from JSON is a dict
    if case.answerable != bool(case.must):
        raise CaseError(f"{where}: a case has `must` provisions if and only if its outcome rests on some")
    return case


def _reason(fault: ValidationError) -> str:
    """The fault in the words of a person who edits a file."""
    name = str(fault.absolute_path[0]) if fault.absolute_path else ""
    asked: Any = fault.validator_value
    if fault.validator == "required":
        missing = next(name for name in asked if name not in fault.instance)  # type: ignore[operator]
        return f"the case lacks {missing!r}"
    if fault.validator == "enum":
        return f"{name} is {fault.instance!r}; it may be {', '.join(asked)}"
    return f"{name}: {fault.message}" if name else fault.message
