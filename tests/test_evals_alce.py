"""ALCE's citation recall and precision by a judge made by hand, and the two shortcuts that get them for free."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from small_outcomes import claim, small_outcome

from assistant import Judgement
from evals import SHORTCUTS, Outcome
from evals.alce_measures import alce_measures


class AllWords:
    """Supported where the text holds every word of the sentence; no verdict on a sentence without words."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []

    def judge(self, context: str, claim: str, lang: str) -> Judgement | None:
        self.asked.append((context, claim, lang))
        words = set(re.findall(r"\w+", claim))
        held = len(words & set(re.findall(r"\w+", context)))
        return Judgement(held / len(words), held == len(words)) if words else None


TEXTS: Mapping[str, Mapping[str, str]] = {
    "a": {"fr": "Les Membres devraient: investir dans la protection sociale des enfants;", "en": "invest in children;"},
    "b": {"fr": "Les Membres devraient: assurer un financement durable et équitable;"},
    "c": {"fr": "Le Bureau devrait: renforcer le dialogue social;", "en": "strengthen social dialogue;"},
    "d": {"fr": "investir dans la protection sociale, et assurer un financement durable"},
}


def answer(*claims: dict[str, Any], lang: str = "fr", quotes: Mapping[str, str] | None = None) -> Outcome:
    """An outcome with these claims; `quotes` names the provisions quoted and in which language."""
    ids = dict.fromkeys(id for each in claims for id in each["citations"])
    listed = [{"id": id, "quotes": [{"lang": quotes[id]}] if quotes and id in quotes else []} for id in ids]
    return small_outcome(texts=TEXTS, reply={"claims": list(claims), "citations": listed, "lang": lang})


def figures(outcome: Outcome, judge: AllWords | None = None) -> tuple[float | None, float | None]:
    """ALCERecall and ALCEPrecision of one outcome, None where there is no verdict."""
    recall, precision = alce_measures(judge or AllWords())
    assert (recall.name, precision.name) == ("ALCERecall", "ALCEPrecision")
    return recall.judge([outcome]).get("q1"), precision.judge([outcome]).get("q1")


INVEST, FINANCE = "investir dans la protection sociale", "assurer un financement durable"
BOTH = f"{INVEST} et {FINANCE}"


@pytest.mark.parametrize(
    ("claims", "recall", "precision"),
    [
        # One citation: of use where it bears its statement.
        ([claim(INVEST, "a")], 1.0, 1.0),
        ([claim(INVEST, "b")], 0.0, 0.0),
        # Two that are needed together: each alone is too little, and without either the statement falls.
        ([claim(BOTH, "a", "b")], 1.0, 1.0),
        # Two of which each alone would do: neither is idle.
        ([claim(INVEST, "a", "d")], 1.0, 1.0),
        # One that does, and one that neither helps nor is missed.
        ([claim(INVEST, "a", "c")], 1.0, 0.5),
        ([claim(INVEST, "c", "a")], 1.0, 0.5),
        ([claim(BOTH, "a", "b", "c")], 1.0, 2 / 3),
        # What all of them together do not bear makes every citation idle.
        ([claim(BOTH, "a", "c")], 0.0, 0.0),
        # Recall is a mean over statements, precision over citations.
        ([claim(INVEST, "a"), claim(FINANCE, "c")], 0.5, 0.5),
        ([claim(INVEST, "a", "c"), claim(FINANCE, "b"), claim(BOTH, "b", "c")], 2 / 3, 2 / 5),
        # A gist, a quote and what a model drafted are statements; a lead-in and a notice are none.
        ([claim(INVEST, "a", kind="gist"), claim(FINANCE, "c", kind="drafted")], 0.5, 0.5),
        ([claim(INVEST, "c", kind="quote")], 0.0, 0.0),
        ([claim("La Banque devrait:", "a", kind="lead"), claim(INVEST, "a"), claim("Rien.", kind="notice")], 1.0, 1.0),
    ],
)
def test_recall_and_precision(claims: Sequence[dict[str, Any]], recall: float, precision: float) -> None:
    found = figures(answer(*claims))
    assert found[0] == pytest.approx(recall)
    assert found[1] == pytest.approx(precision)


@pytest.mark.parametrize(
    "claims",
    [
        [],
        [claim("Les Membres devraient:", "a", kind="lead")],
        [claim("Rien.", kind="notice")],
        # The judge says nothing of a sentence without words.
        [claim("…", "a")],
        # The provision's text is not held in the reply's language ...
        [claim("invertir", "a")],
        # ... or not at all.
        [claim("invertir", "z")],
    ],
)
def test_no_verdict_is_not_zero(claims: Sequence[dict[str, Any]]) -> None:
    assert figures(answer(*claims, lang="es")) == (None, None)


def test_what_the_judge_cannot_say_is_left_out_of_both_means() -> None:
    claims = claim(INVEST, "a"), claim("…", "a", "b"), claim(FINANCE, "c")
    assert figures(answer(*claims)) == (0.5, 0.5)


def test_a_quote_is_held_against_official_french_and_the_rest_against_the_language_of_the_reply() -> None:
    judge = AllWords()
    claims = claim("invest in children", "a"), claim(INVEST, "a", kind="quote")
    assert figures(answer(*claims, lang="en", quotes={"a": "fr"}), judge) == (1.0, 1.0)
    assert judge.asked == [
        ("invest in children;", "invest in children", "en"),
        (TEXTS["a"]["fr"], INVEST, "fr"),
    ]


def test_all_texts_cited_are_read_as_one() -> None:
    judge = AllWords()
    recall, _ = alce_measures(judge)
    assert recall.judge([answer(claim(BOTH, "a", "b"))]) == {"q1": 1.0}
    assert judge.asked == [(f"{TEXTS['a']['fr']} {TEXTS['b']['fr']}", BOTH, "fr")]


# Official text of § 9 in three sentences, the second of which ends at a semicolon.
NINE = (
    "La protection sociale est un pilier à part entière de l'Agenda du travail décent.",
    "La protection sociale contribue à l'instauration d'un environnement propice au travail décent;",
    "sa réalisation doit aller de pair avec des mesures visant à renforcer le travail décent.",
)


@pytest.mark.parametrize(("shortcut", "most"), [("top passage", 3), ("its first two sentences", 2)])
def test_a_shortcut_is_made_of_the_text_found_first(shortcut: str, most: int) -> None:
    texts = {"nine": {"fr": " ".join(NINE), "en": "Social protection is a pillar."}, "a": TEXTS["a"]}
    asked = small_outcome(ranking=["nine", "a"], texts=texts, reply={"outcome": "not_in_corpus", "claims": []})
    short = SHORTCUTS[shortcut](asked)
    assert (short.case, short.ranking, short.texts) == (asked.case, asked.ranking, asked.texts)
    assert short.reply["outcome"] == "answered"
    assert short.reply["answer"] == " ".join(NINE[:most])
    assert short.reply["claims"] == [claim(sentence, "nine", kind="drafted") for sentence in NINE[:most]]
    assert [entry["id"] for entry in short.reply["citations"]] == ["nine"]
    # A text bears its own sentences, be it the right text or not.
    assert figures(short) == (1.0, 1.0)
    assert asked.reply["claims"] == []


@pytest.mark.parametrize("shortcut", SHORTCUTS)
def test_a_shortcut_where_little_was_found(shortcut: str) -> None:
    nothing = small_outcome(cited=["a"], texts=TEXTS)
    assert SHORTCUTS[shortcut](nothing) is nothing
    # No text in the language of the reply: another's is shown, and the judge has none to hold it against.
    elsewhere = SHORTCUTS[shortcut](small_outcome(ranking=["b"], texts=TEXTS, reply={"lang": "en"}))
    assert elsewhere.reply["answer"] == TEXTS["b"]["fr"]
    assert figures(elsewhere) == (None, None)
