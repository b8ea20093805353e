"""The committed cases and their schema, and the faults of a case named by file and line."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assistant import OUTCOMES
from corpus import LANGUAGES, REVIEW_STATUSES, Corpus
from evals import Case, CaseError, read_cases, read_schema
from evals.cases import REFUSALS, SPLITS
from evals.coverage import coverage, uncovered


class Unprinted(tuple[Case, ...]):
    """Cases whose questions stay out of the report of a failed test."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{len(self)} cases"


@pytest.fixture(scope="module")
def cases() -> Unprinted:
    return Unprinted(read_cases())


NEAR = ("near-topic", "missing-fact", "false-presupposition")


def test_ids_stand_once_and_there_are_enough_cases(cases: Unprinted) -> None:
    assert len({case.id for case in cases}) == len(cases) >= 350
    answerable = Counter(case.lang for case in cases if case.answerable)
    assert answerable["fr"] >= 50
    assert answerable["en"] >= 25
    assert answerable["es"] >= 25
    tested = Counter(case.lang for case in cases if case.split == "test")
    assert min(tested[lang] for lang in LANGUAGES) >= 60


def test_questions_without_an_answer_are_mostly_of_the_field(cases: Unprinted) -> None:
    """A question on football is soon refused; what the texts nearly say is the harder half."""
    refused = Counter(case.outcome for case in cases if case.outcome in REFUSALS)
    near = Counter(case.lang for case in cases if case.outcome == "not_in_corpus" and case.style in NEAR)
    assert refused.total() >= 80
    assert near.total() >= 40
    assert set(near) == set(LANGUAGES)
    assert refused["not_in_corpus"] >= refused.total() / 2
    assert {case.lang for case in cases if case.outcome == "out_of_scope"} == set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sort_of_question_is_asked_in_every_language(cases: Unprinted, lang: str) -> None:
    asked = [case for case in cases if case.lang == lang]
    assert {case.style for case in asked} == set(read_schema()["properties"]["style"]["enum"])
    turns = Counter(len(case.history) + 1 for case in asked)
    assert min(turns[1], turns[2], turns[3]) >= 5
    styles = Counter(case.style for case in asked)
    assert min(styles["lookup"], styles["injection"], styles["typos"]) >= 5
    assert {case.outcome for case in asked if case.style == "lookup"} == {"answered", "bad_reference"}


def test_a_last_turn_is_a_follow_up(cases: Unprinted) -> None:
    assert [case.id for case in cases if bool(case.history) != (case.style == "follow-up")] == []


def test_gold_provisions_exist_and_are_quotable(cases: Unprinted, corpus: Corpus) -> None:
    gold = {citation for case in cases for citation in (*case.must, *case.may)}
    assert sorted(str(citation) for citation in gold if citation not in corpus) == []
    assert all(corpus.get(citation).official() for citation in gold)
    assert [case.id for case in cases if set(case.must) & set(case.may)] == []
    assert [case.id for case in cases if not set(case.scope) <= corpus.instruments.keys()] == []
    assert [case.id for case in cases if not {citation.instrument for citation in case.must} <= {*case.scope}] == []


def test_every_provision_is_needed_by_two_cases(cases: Unprinted, corpus: Corpus) -> None:
    assert uncovered(cases, corpus) == []


def test_splits_part_the_cases_by_family(cases: Unprinted) -> None:
    splits: dict[str, set[str]] = {}
    for case in cases:
        splits.setdefault(case.family, set()).add(case.split)
    assert [family for family, of in splits.items() if len(of) > 1] == []
    sizes = Counter(case.split for case in cases)
    assert min(sizes["dev"], sizes["test"]) >= len(cases) // 3
    for split in ("dev", "test"):
        part = Unprinted(read_cases(split=split))
        assert len(part) == sizes[split]
        assert {case.split for case in part} == {split}
        assert {case.outcome for case in part} == {case.outcome for case in cases}
        for outcome in ("answered", *REFUSALS):
            assert {case.lang for case in part if case.outcome == outcome} == set(LANGUAGES)


def test_the_schema_says_what_the_code_knows() -> None:
    schema = read_schema()
    Draft202012Validator.check_schema(schema)
    one_of = {name: tuple(held["enum"]) for name, held in schema["properties"].items() if "enum" in held}
    assert one_of["lang"] == LANGUAGES
    assert one_of["review"] == REVIEW_STATUSES
    assert one_of["split"] == SPLITS
    assert set(one_of["outcome"]) >= {*OUTCOMES, *REFUSALS}
    assert set(one_of["style"]) >= {*NEAR, "lookup", "follow-up", "injection", "typos"}
    assert list(schema["properties"]) != []
    assert set(schema["properties"]) == {field.name for field in fields(Case)}
    assert set(schema["properties"]) - set(schema["required"]) == {"history"}
    assert [name for name, held in schema["properties"].items() if not held["description"].endswith(".")] == []


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
    assert case.history == ()


def test_a_provision_that_one_case_needs_is_named(tmp_path: Path, corpus: Corpus) -> None:
    item, once, only_fair = "conclusions-2021/13/h", "conclusions-2021/4", "resolution-2021/preamble/1"
    golds = {"a": [item, once], "b": [item], "c": [item]}
    rows = [json.dumps(GOOD | {"id": id, "must": must, "may": [only_fair]}) for id, must in golds.items()]
    cases = read_cases(write(tmp_path, *rows))
    needed = coverage(cases, corpus)
    assert {id: count for id, count in needed.items() if count} == {once: 1, item: 3}
    assert needed[only_fair] == 0
    assert uncovered(cases, corpus) == [id for id in needed if id != item]
    # What is needed are the parts that say something, recitals with them: no titles, in the order of the texts.
    assert list(needed) == [id for id in map(str, corpus.provisions) if id in needed]
    assert {str(provision.id) for provision in corpus} == {id for id in needed if "/preamble/" not in id}


@pytest.mark.parametrize(
    ("change", "answerable"),
    [
        ({"history": ["Qui décide ?", "Et qui paie ?"], "style": "follow-up"}, True),
        *(({"outcome": outcome}, True) for outcome in ("partial", "overview", "listing")),
        *(
            ({"outcome": outcome, "must": []}, False)
            for outcome in ("clarify", "not_in_corpus", "out_of_scope", "bad_reference", "invalid", "help")
        ),
        ({"style": "lookup", "question": "4"}, True),
        ({"style": "injection", "must": [], "outcome": "out_of_scope"}, False),
        ({"may": ["conclusions-2021/13/h", "resolution-2021/2"]}, True),
    ],
)
def test_what_a_case_may_be(change: dict[str, Any], answerable: bool, tmp_path: Path) -> None:
    (case,) = read_cases(write(tmp_path, json.dumps(GOOD | change)))
    assert case.answerable is answerable
    assert case.history == tuple(change.get("history", ()))
    assert (case.outcome, case.style) == (change.get("outcome", "answered"), change.get("style", "direct"))
    assert case.acceptable == {*(GOOD | change)["must"], *change.get("may", ())}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"lang": "de"}, "lang is 'de'; it may be fr, en, es"),
        (
            {"outcome": "unknown"},
            "outcome is 'unknown'; it may be answered, partial, ",
        ),
        ({"split": "train"}, "split is 'train'; it may be dev, test"),
        ({"style": "odd"}, "style is 'odd'; it may be direct, "),
        ({"review": "human"}, "review is 'human'; it may be machine-drafted, "),
        ({"must": []}, "if and only if"),
        *(({"outcome": outcome}, "if and only if") for outcome in ("not_in_corpus", "clarify", "bad_reference")),
        ({"outcome": "partial", "must": []}, "if and only if"),
        ({"must": ["13 i)"]}, "'13 i)' is not an id"),
        ({"must": "conclusions-2021/4"}, "must: 'conclusions-2021/4' is not of type 'array'"),
        ({"must": ["conclusions-2021/4"] * 2}, "has non-unique elements"),
        ({"may": [4]}, "may: 4 is not of type 'string'"),
        ({"question": " "}, "question: ' ' does not match"),
        ({"family": None}, "family: None is not of type 'string'"),
        ({"scope": []}, "scope: [] should be non-empty"),
        ({"history": "Qui ?"}, "history: 'Qui ?' is not of type 'array'"),
        ({"history": [" "]}, "history: ' ' does not match"),
        ({"histori": []}, "'histori' was unexpected"),
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
    [("{", "Expecting"), ("[]", "not a JSON object"), ('"x"', "not a JSON object"), ("\ufeff{}", "BOM")],
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
