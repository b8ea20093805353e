"""The measures of the citation contract on real replies: silent on good ones, loud on every fault made on purpose."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from assistant import Assistant, reply_json
from corpus import Corpus
from evals import STRUCTURAL_FAULTS, Measure, Noticed, Outcome, spoiled_outcomes, structural, too_few
from evals.contract_measures import contract_measures
from evals.mutating import StructuralFault

ASKED = (
    "Comment les mesures sociales des institutions internationales peuvent-elles former un tout ?",
    "Que prévoit-on pour ceux qui travaillent sans être déclarés ?",
    "How should social protection be paid for over the long run?",
    "Which data on benefits should the Office publish?",
    "¿Qué tareas recibe el Director General?",
    "¿Cómo se protege a las personas que trabajan en otro país?",
)
# Looked up: items, a paragraph without items, one with its items, an official text, a preamble, two at once.
LOOKED_UP = (
    "13 i)",
    "para. 5",
    "13",
    "conclusions-2021/7",
    "préambule",
    "20 b) et 20 c)",
    "párr. 20 b)",
    "para. 13(h)",
)
NAMES = ["CitationExists", "CitationPresent", "PointOwn", "QuoteExact", "AnswerTrue"]


@pytest.fixture(scope="module")
def measures(corpus: Corpus) -> tuple[Measure, ...]:
    return contract_measures(corpus)


@pytest.fixture(scope="module")
def outcomes(assistant: Assistant) -> tuple[Outcome, ...]:
    """The replies to all of them, each as the outcome of a case of the same name."""
    replies = {asked: reply_json(assistant.ask(asked), asked) for asked in (*ASKED, *LOOKED_UP)}
    return tuple(Outcome({"id": asked}, reply, [], [], 0.0, {}) for asked, reply in replies.items())


def verdicts(outcome: Outcome, measures: Sequence[Measure]) -> dict[str, float]:
    """By measure, of those that give one."""
    given = {measure.name: measure.judge([outcome]) for measure in measures}
    return {name: value for name, by_id in given.items() for value in by_id.values()}


def test_good_replies_keep_the_contract(outcomes: Sequence[Outcome], measures: Sequence[Measure]) -> None:
    assert [measure.name for measure in measures] == NAMES
    assert all(outcome.reply["citations"] for outcome in outcomes)
    assert {outcome.reply["lang"] for outcome in outcomes} == {"fr", "en", "es"}
    broken = {outcome.case["id"]: verdicts(outcome, measures) for outcome in outcomes}
    assert {id: given for id, given in broken.items() if given != dict.fromkeys(NAMES, 1.0)} == {}


@pytest.mark.parametrize("asked", ["Quelle heure est-il à Genève ?", "párr. 99", "Bonjour"])
def test_a_reply_that_cites_nothing_gets_no_verdict(
    asked: str, assistant: Assistant, measures: Sequence[Measure]
) -> None:
    reply = reply_json(assistant.ask(asked), asked)
    assert reply["citations"] == []
    assert verdicts(Outcome({"id": asked}, reply, [], [], 0.0, {}), measures) == {}


def test_a_run_over_other_texts_gets_no_verdict(outcomes: Sequence[Outcome], measures: Sequence[Measure]) -> None:
    for outcome in outcomes:
        other = replace(outcome, reply={**outcome.reply, "corpus_digest": "0" * 64})
        assert verdicts(other, measures) == {}


@pytest.mark.parametrize("fault", STRUCTURAL_FAULTS, ids=lambda fault: fault.name)
def test_every_fault_is_noticed_by_its_measure(
    fault: StructuralFault, outcomes: Sequence[Outcome], measures: Sequence[Measure], corpus: Corpus
) -> None:
    # Where one provision alone is cited, nothing is left to judge once its citation is gone.
    several = [outcome for outcome in outcomes if len(outcome.reply["citations"]) > 1]
    spoiled = list(spoiled_outcomes(several, fault, corpus))
    assert len(spoiled) >= 2
    for outcome in spoiled:
        given = verdicts(outcome, measures)
        assert min(given[name] for name in fault.noticed_by) == 0.0, (outcome.case["id"], given)


def test_every_measure_notices_a_fault_and_spoiling_leaves_the_reply_alone(
    outcomes: Sequence[Outcome], measures: Sequence[Measure], corpus: Corpus
) -> None:
    before = copy.deepcopy([dict(outcome.reply) for outcome in outcomes])
    noticing = {
        name
        for fault in STRUCTURAL_FAULTS
        for outcome in spoiled_outcomes(outcomes, fault, corpus)
        for name, value in verdicts(outcome, measures).items()
        if value == 0.0
    }
    assert noticing == set(NAMES)
    assert [dict(outcome.reply) for outcome in outcomes] == before


def entry(reply: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = reply["citations"][0]
    return found


def quote(reply: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = entry(reply)["quotes"][0]
    return found


def list_paragraph_14(reply: dict[str, Any]) -> None:
    """As it would be listed: it calls on the same actors as paragraph 13."""
    reply["citations"].append(entry(reply) | {"id": "conclusions-2021/14", "label": "§ 14", "quotes": []})


def reverse_claims(reply: dict[str, Any]) -> None:
    reply["claims"] = reply["claims"][::-1]


def cut_answer(reply: dict[str, Any]) -> None:
    reply["answer"] = reply["answer"].replace(reply["claims"][-1]["text"], "")


def link_once_more(reply: dict[str, Any]) -> None:
    reply["answer"] += " [§ 1](#src-conclusions-2021/1)"


def capitalise_claim(reply: dict[str, Any]) -> None:
    text = reply["claims"][1]["text"]
    reply["claims"][1]["text"] = text.capitalize()
    reply["answer"] = reply["answer"].replace(text, text.capitalize())


# By hand on the look-up of paragraph 13: its lead-in as a quote, then the points of its ten items.
BY_HAND: tuple[tuple[str, Callable[[dict[str, Any]], object], set[str]], ...] = (
    ("label", lambda reply: entry(reply).update(label="§ 14"), {"CitationExists"}),
    ("force", lambda reply: entry(reply).update(force="contraignant"), {"CitationExists"}),
    ("actors", lambda reply: entry(reply).update(actors=["BANK"]), {"CitationExists"}),
    ("one listed too many", list_paragraph_14, {"CitationPresent"}),
    ("one listed too few", lambda reply: reply["citations"].pop(), {"CitationPresent"}),
    ("start", lambda reply: quote(reply).update(start=1), {"QuoteExact"}),
    ("end", lambda reply: quote(reply).update(end=quote(reply)["end"] - 1), {"QuoteExact"}),
    ("quote of a translation", lambda reply: quote(reply).update(kind="translation"), {"QuoteExact"}),
    ("quote in another language", lambda reply: quote(reply).update(lang="en"), {"QuoteExact"}),
    ("quote not listed", lambda reply: entry(reply).update(quotes=[]), {"QuoteExact"}),
    ("claims turned round", reverse_claims, {"AnswerTrue"}),
    ("claim not shown", cut_answer, {"AnswerTrue"}),
    ("link of nobody's", link_once_more, {"AnswerTrue"}),
    ("capital letter", capitalise_claim, {"PointOwn"}),
)  # fmt: skip


@pytest.mark.parametrize(("change", "broken"), [row[1:] for row in BY_HAND], ids=[row[0] for row in BY_HAND])
def test_a_change_by_hand_is_noticed_by_one_measure_alone(
    change: Callable[[dict[str, Any]], object],
    broken: set[str],
    outcomes: Sequence[Outcome],
    measures: tuple[Measure, ...],
) -> None:
    whole = next(outcome for outcome in outcomes if outcome.case["id"] == "13")
    reply = copy.deepcopy(dict(whole.reply))
    change(reply)
    given = verdicts(replace(whole, reply=reply), measures)
    assert {name for name, value in given.items() if value == 0.0} == broken


def test_nothing_is_noticed_too_rarely_on_good_replies(
    outcomes: Sequence[Outcome], measures: Sequence[Measure], corpus: Corpus
) -> None:
    rows = structural(outcomes, measures, corpus)
    clean = {row.by: row.noticed for row in rows if row.fault == "clean"}
    assert clean == dict.fromkeys(NAMES, 0)
    assert [row.fault for row in rows if row.fault != "clean"] == [fault.name for fault in STRUCTURAL_FAULTS]
    assert list(too_few(rows)) == []


@pytest.mark.parametrize(
    ("row", "sentences"),
    [
        (Noticed("quote altered", "QuoteExact", "all", 100, 98), []),
        (Noticed("quote altered", "QuoteExact", "all", 100, 97),
         ["quote altered: QuoteExact notices 0.970, the floor is 0.98"]),
        (Noticed("figure changed", "PointOwn or QuoteExact", "all", 4, 0),
         ["figure changed: PointOwn or QuoteExact notices 0.000, the floor is 0.98"]),
        (Noticed("clean", "PointOwn", "all", 100, 2), []),
        (Noticed("clean", "PointOwn", "all", 100, 3),
         ["PointOwn: 0.030 of clean replies raise an alarm, at most 0.02 may"]),
        (Noticed("point moved", "PointOwn", "all", 0, 0),
         ["point moved: nothing could be spoiled, so nothing was tested"]),
    ],
)  # fmt: skip
def test_what_is_noticed_too_rarely_is_said(row: Noticed, sentences: list[str]) -> None:
    assert list(too_few([row])) == sentences
