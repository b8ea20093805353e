"""The committed cases, and the faults of a case named by file and line."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from corpus import LANGUAGES, Corpus
from evals import Case, CaseError, read_cases


class Unprinted(tuple[Case, ...]):
    """Cases whose questions stay out of the report of a failed test."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{len(self)} cases"


@pytest.fixture(scope="module")
def cases() -> Unprinted:
    return Unprinted(read_cases())


def test_ids_stand_once_and_there_are_enough_cases(cases: Unprinted) -> None:
    assert len({case.id for case in cases}) == len(cases)
    answerable = Counter(case.lang for case in cases if case.answerable)
    assert answerable["fr"] >= 50
    assert answerable["en"] >= 25
    assert answerable["es"] >= 25
    assert sum(not case.answerable for case in cases) >= 30
    assert {case.lang for case in cases if not case.answerable} == set(LANGUAGES)


def test_gold_provisions_exist_and_are_quotable(cases: Unprinted, corpus: Corpus) -> None:
    gold = {citation for case in cases for citation in (*case.must, *case.may)}
    assert sorted(str(citation) for citation in gold if citation not in corpus) == []
    assert all(corpus.get(citation).official() for citation in gold)
    assert [case.id for case in cases if set(case.must) & set(case.may)] == []
    assert [case.id for case in cases if not set(case.scope) <= corpus.instruments.keys()] == []


def test_splits_part_the_cases_by_family(cases: Unprinted) -> None:
    splits: dict[str, set[str]] = {}
    for case in cases:
        splits.setdefault(case.family, set()).add(case.split)
    assert [family for family, of in splits.items() if len(of) > 1] == []
    sizes = Counter(case.split for case in cases)
    assert min(sizes["dev"], sizes["test"]) >= len(cases) // 3
    for split in ("dev", "test"):
        part = read_cases(split=split)
        assert len(part) == sizes[split]
        assert {case.split for case in part} == {split}
        assert {(case.lang, case.outcome) for case in part} == {(case.lang, case.outcome) for case in cases}


GOOD: dict[str, Any] = {
    "id": "x-1",
    "lang": "fr",
    "question": "Qui finance ?",
    "outcome": "answered",
    "must": ["conclusions-2021/4"],
    "may": [],
    "family": "x",
    "split": "dev",
    "style": "direct",
    "scope": ["conclusions-2021"],
    "author": "tests",
    "review": "machine-drafted",
}


def write(folder: Path, *lines: str, name: str = "some.jsonl") -> Path:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_good_case_is_read_and_blank_lines_are_not(tmp_path: Path) -> None:
    (case,) = read_cases(write(tmp_path, "", json.dumps(GOOD), "  "))
    assert case.id == "x-1"
    assert case.answerable
    assert case.acceptable == {"conclusions-2021/4"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"lang": "de"}, "lang is 'de'; it may be fr, en, es"),
        ({"outcome": "unknown"}, "outcome is 'unknown'; it may be answered, not_in_corpus, out_of_scope"),
        ({"split": "train"}, "split is 'train'; it may be dev, test"),
        ({"review": "human"}, "review is 'human'"),
        ({"must": []}, "if and only if"),
        ({"outcome": "not_in_corpus"}, "if and only if"),
        ({"must": ["13 i)"]}, "'13 i)' is not an id"),
        ({"must": "conclusions-2021/4"}, "must is not a list of strings"),
        ({"may": [4]}, "may is not a list of strings"),
        ({"question": " "}, "question is not a string with words in it"),
        ({"family": None}, "family is not a string"),
    ],
)
def test_faults_are_named_with_file_and_line(change: dict[str, Any], says: str, tmp_path: Path) -> None:
    folder = write(tmp_path, json.dumps(GOOD), "", json.dumps(GOOD | {"id": "x-2"} | change))
    with pytest.raises(CaseError, match=r"^some\.jsonl:3: ") as caught:
        read_cases(folder)
    assert says in str(caught.value)


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_lacking_field_is_named(name: str, tmp_path: Path) -> None:
    row = {key: value for key, value in GOOD.items() if key != name}
    with pytest.raises(CaseError, match=rf"^some\.jsonl:1: the case lacks '{name}'$"):
        read_cases(write(tmp_path, json.dumps(row)))


@pytest.mark.parametrize(
    ("line", "says"),
    [("{", "Expecting"), ("[]", "a case is a JSON object"), ('"x"', "a case is a JSON object"), ("\ufeff{}", "BOM")],
)
def test_a_line_that_is_no_object_is_named(line: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"^some\.jsonl:2: ") as caught:
        read_cases(write(tmp_path, json.dumps(GOOD), line))
    assert says in str(caught.value)


def test_what_stands_twice_is_not_utf_8_or_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="holds no cases"):
        read_cases(tmp_path)
    write(tmp_path, json.dumps(GOOD))
    write(tmp_path, json.dumps(GOOD), name="zweite.jsonl")
    with pytest.raises(CaseError, match=r"^zweite\.jsonl:1: the id x-1 stands twice$"):
        read_cases(tmp_path)
    (tmp_path / "zweite.jsonl").write_bytes(b"\n\n\xe9\n")
    with pytest.raises(CaseError, match=r"^zweite\.jsonl:3: not UTF-8$"):
        read_cases(tmp_path)
