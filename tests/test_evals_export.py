"""A run as rows that RAGAS and DeepEval read: their names, the texts cited, and what the gold provisions say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_outcomes import small_outcome

from corpus import Corpus
from evals import Outcome, export_rows, write_export

# The fields that `ragas.SingleTurnSample` and `deepeval.dataset.Golden` read, and their types there.
RAGAS: dict[str, type] = {
    "user_input": str, "response": str, "retrieved_contexts": list, "retrieved_context_ids": list, "reference": str,
    "reference_contexts": list, "reference_context_ids": list,
}  # fmt: skip
DEEPEVAL: dict[str, type] = {
    "input": str, "actual_output": str, "expected_output": str, "retrieval_context": list, "context": list, "name": str,
}  # fmt: skip

H, D = "conclusions-2021/13/h", "conclusions-2021/17/d"
THIRTEEN_H = {
    "fr": "Les Membres, avec le concours de l'Organisation et en fonction du contexte national, devraient: investir "
    "dans la protection sociale des enfants, en particulier en vue d'éliminer le travail des enfants;",
    "en": "Members, with the support of the Organization and in accordance with national circumstances, should: invest "
    "in the social protection of children, in particular with a view to eliminating child labour;",
}
# Under two lead-ins.
THREE_D = (
    "The General Conference of the International Labour Organization, meeting at its 109th Session in 2021, requests "
    "the Director-General to: keep the Governing Body informed of the implementation of the conclusions."
)


def outcome(id: str = "x-1", **case: Any) -> Outcome:
    """A reply in English that cites 17 d) first, of which only the French is held here, then 13 h)."""
    texts = {H: THIRTEEN_H, D: {"fr": "Le Bureau devrait: aider les États Membres"}, "found/1": {"fr": "rien"}}
    asked = {"lang": "en", "question": "Should children work?", "must": [H, "resolution-2021/3/d"]} | case
    return small_outcome(
        id, cited=[D, H], ranking=["found/1"], texts=texts, case=asked, reply={"lang": "en", "answer": "No. [1]"}
    )


@pytest.mark.parametrize("names", [RAGAS, DEEPEVAL], ids=["ragas", "deepeval"])
def test_rows_carry_the_names_and_types_of_others(names: dict[str, type], corpus: Corpus) -> None:
    (row,) = export_rows([outcome()], corpus)
    assert {name: type(row[name]) for name in names} == names
    lists = [row[name] for name, kind in names.items() if kind is list]
    assert all(type(text) is str for texts in lists for text in texts)
    assert row.keys() == RAGAS.keys() | DEEPEVAL.keys()


def test_a_row_holds_what_was_asked_shown_cited_and_due(corpus: Corpus) -> None:
    (row,) = export_rows([outcome()], corpus)
    assert (row["user_input"], row["response"], row["name"]) == ("Should children work?", "No. [1]", "x-1")
    # The texts cited, in the order of the answer, in its language where they are held in it.
    assert row["retrieved_context_ids"] == [D, H]
    assert row["retrieved_contexts"] == ["Le Bureau devrait: aider les États Membres", THIRTEEN_H["en"]]
    # The gold in the language of the answer, with its lead-in, read from the corpus.
    gold = [THIRTEEN_H["en"], THREE_D]
    assert row["reference_context_ids"] == [H, "resolution-2021/3/d"]
    assert row["reference_contexts"] == gold
    assert row["reference"] == "\n".join(gold)


@pytest.mark.parametrize(
    ("ragas", "deepeval"),
    [
        ("user_input", "input"), ("response", "actual_output"), ("reference", "expected_output"),
        ("retrieved_contexts", "retrieval_context"), ("reference_contexts", "context"),
    ],
)  # fmt: skip
def test_both_are_told_the_same(ragas: str, deepeval: str, corpus: Corpus) -> None:
    (row,) = export_rows([outcome()], corpus)
    assert row[ragas] == row[deepeval] != ""


@pytest.mark.parametrize(
    ("case", "name", "value"),
    [
        ({"history": ["Who pays?", "For whom?"]}, "user_input", "Who pays?\nFor whom?\nShould children work?"),
        ({"must": [], "outcome": "not_in_corpus"}, "reference", ""),
        ({"must": [], "outcome": "not_in_corpus"}, "reference_contexts", []),
        ({"must": ["conclusions-2021/17"]}, "reference", "The Office should:"),
    ],
)
def test_conversations_refusals_and_lead_ins(case: dict[str, Any], name: str, value: Any, corpus: Corpus) -> None:
    (row,) = export_rows([outcome(**case)], corpus)
    assert row[name] == value


def test_a_file_holds_a_row_a_line_and_accents_as_they_are(tmp_path: Path, corpus: Corpus) -> None:
    path = tmp_path / "run.jsonl"
    outcomes = [outcome("x-1", question="À qui\u2028la charge ?"), outcome("x-2")]
    assert write_export(outcomes, corpus, path) == 2
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [json.loads(line) for line in lines[:2]] == list(export_rows(outcomes, corpus))
    assert lines[2:] == [""]
    assert "États Membres" in lines[0]
    assert write_export([], corpus, path) == 0
    with pytest.raises(OSError, match="No such file"):
        write_export(outcomes, corpus, tmp_path / "none" / "run.jsonl")
