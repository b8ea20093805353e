"""Labelled pairs of a text and a sentence: read with their faults named, and a judge's figures computed by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from evals_command import evals

from assistant import Judgement
from corpus import Corpus
from evals import (
    JudgeFigures,
    LabelledPair,
    LineError,
    PairError,
    WordOverlap,
    figures,
    judge_pairs,
    read_own_pairs,
    read_pairs,
)
from index import IndexSettings

PAIR: dict[str, Any] = {
    "id": "p-1", "context": "Le Bureau devrait renforcer le dialogue social.", "claim": "Le dialogue est renforcé.",
    "label": 1,
}  # fmt: skip
OWN: dict[str, Any] = {
    "id": "fr-1", "lang": "fr", "provision": "conclusions-2021/13/h", "claim": "Il faut investir pour les enfants.",
    "label": 1, "change": "lay",
}  # fmt: skip


def written(folder: Path, *rows: object) -> Path:
    """A file of these lines: objects as JSON, text as it is."""
    path = folder / "some.jsonl"
    texts = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_pairs_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, PAIR, "", PAIR | {"id": "p-2", "label": 0, "source": "elsewhere"})
    first, second = read_pairs(path, "fr")
    assert first == LabelledPair("p-1", PAIR["context"], PAIR["claim"], 1, "fr")
    assert (second.id, second.label, second.change) == ("p-2", 0, "")


@pytest.mark.parametrize(
    "change",
    [
        {"label": 2}, {"label": "1"}, {"label": None}, {"label": [1]}, {"claim": ""}, {"claim": " "}, {"claim": 7},
        {"context": None}, {"id": 1}, {"id": ""},
    ],
)  # fmt: skip
def test_a_fault_is_named_with_file_and_line(change: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(PairError, match=r'^some\.jsonl:3: a pair is an object with "id", "context", "claim" and '):
        read_pairs(written(tmp_path, PAIR, "", PAIR | change), "fr")


@pytest.mark.parametrize("name", PAIR)
def test_a_lacking_field_is_a_fault(name: str, tmp_path: Path) -> None:
    row = {key: value for key, value in PAIR.items() if key != name}
    with pytest.raises(PairError, match=r"^some\.jsonl:1: a pair is"):
        read_pairs(written(tmp_path, row), "fr")


def test_a_file_without_pairs_or_without_objects_is_named(tmp_path: Path) -> None:
    with pytest.raises(PairError, match=r"^some\.jsonl holds no pairs$"):
        read_pairs(written(tmp_path, ""), "fr")
    with pytest.raises(LineError, match=r"^some\.jsonl:2: not a JSON object$"):
        read_pairs(written(tmp_path, PAIR, "[]"), "fr")
    with pytest.raises(LineError, match=r"none\.jsonl cannot be read"):
        read_pairs(tmp_path / "none.jsonl", "fr")


def test_the_half_for_fitting_hangs_on_the_id_alone() -> None:
    halves = {LabelledPair(f"p-{n}", "x", "y", n % 2, "fr").id: n for n in range(400)}
    fitted = {id for id in halves if LabelledPair(id, "x", "y", 0, "fr").for_fitting}
    assert fitted == {id for id in halves if LabelledPair(id, "other", "words", 1, "en", "lay").for_fitting}
    assert 160 < len(fitted) < 240


def test_our_own_pairs_bring_the_wording_with_its_lead_in(tmp_path: Path, corpus: Corpus) -> None:
    rows = [
        OWN,
        OWN | {"id": "en-1", "lang": "en", "label": 0, "change": "actor"},
        OWN | {"id": "es-1", "lang": "es", "provision": "resolution-2021/preamble/1"},
        OWN | {"id": "fr-2", "provision": "conclusions-2021/17"},
    ]
    pairs = read_own_pairs(corpus, written(tmp_path, *rows))
    assert [(pair.id, pair.label, pair.lang, pair.change) for pair in pairs] == [
        ("fr-1", 1, "fr", "lay"), ("en-1", 0, "en", "actor"), ("es-1", 1, "es", "lay"), ("fr-2", 1, "fr", "lay"),
    ]  # fmt: skip
    assert {pair.claim for pair in pairs} == {OWN["claim"]}
    assert pairs[0].context == (
        "Les Membres, avec le concours de l'Organisation et en fonction du contexte national, devraient: investir dans "
        "la protection sociale des enfants, en particulier en vue d'éliminer le travail des enfants;"
    )
    assert pairs[1].context == (
        "Members, with the support of the Organization and in accordance with national circumstances, should: invest "
        "in the social protection of children, in particular with a view to eliminating child labour;"
    )
    assert pairs[2].context.startswith("La Conferencia General")
    assert pairs[3].context == "Le Bureau devrait:"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"provision": "13 h)"}, "'13 h)' is not an id"),
        ({"provision": "conclusions-2021/99"}, "conclusions-2021/99 has no text in 'fr'"),
        ({"provision": "C102/65"}, "C102/65 has no text in 'fr'"),
        ({"lang": "de"}, "conclusions-2021/13/h has no text in 'de'"),
        ({"provision": 13}, "the pair lacks 'provision'"),
        ({"claim": " "}, "the pair lacks 'claim'"),
        ({"label": 7}, "label is 7; it may be 0 or 1"),
    ],
)
def test_a_fault_in_our_own_pairs_is_named(change: dict[str, Any], says: str, tmp_path: Path, corpus: Corpus) -> None:
    with pytest.raises(PairError, match=rf"^some\.jsonl:2: {re.escape(says)}"):
        read_own_pairs(corpus, written(tmp_path, OWN, OWN | change))


def judged(*rows: tuple[int, float | None]) -> list[tuple[LabelledPair, Judgement | None]]:
    """Pairs by label and score, supported from a half on; None: no verdict."""
    return [
        (LabelledPair(str(place), "x", "y", label, "fr"), None if score is None else Judgement(score, score >= 0.5))
        for place, (label, score) in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # All right: both recalls are 1, every supported pair above every other.
        ([(1, 0.9), (1, 0.8), (0, 0.2), (0, 0.1)], JudgeFigures(1.0, 1.0, 4, 0)),
        ([(1, 0.1), (0, 0.9)], JudgeFigures(0.0, 0.0, 2, 0)),
        # Recalls 2/3 and 1/2: mean 7/12. Of six comparisons 0.9 and 0.6 win both, 0.3 wins one: 5/6.
        ([(1, 0.9), (1, 0.6), (1, 0.3), (0, 0.5), (0, 0.1)], JudgeFigures(0.5833, 0.8333, 5, 0)),
        # A tie is half a win.
        ([(1, 0.7), (0, 0.7)], JudgeFigures(0.5, 0.5, 2, 0)),
        # To say yes to everything is right by half, however few the others are.
        ([(1, 0.9)] * 9 + [(0, 0.8)], JudgeFigures(0.5, 1.0, 10, 0)),
        # No verdict is no verdict: counted, and left out of the rest.
        ([(1, 0.9), (1, None), (0, 0.1), (0, None), (0, None)], JudgeFigures(1.0, 1.0, 2, 3)),
        # One label only: there is nothing to tell apart.
        ([(1, 0.9), (1, 0.2)], JudgeFigures(None, None, 2, 0)),
        ([(1, 0.9), (0, None)], JudgeFigures(None, None, 1, 1)),
        ([(1, None)], JudgeFigures(None, None, 0, 1)),
        ([], JudgeFigures(None, None, 0, 0)),
    ],
)
def test_figures_by_hand(rows: Sequence[tuple[int, float | None]], expected: JudgeFigures) -> None:
    assert figures(judged(*rows)) == expected


def words(text: str, _: str) -> frozenset[str]:
    """All words of four letters and more."""
    return frozenset(re.findall(r"\w{4,}", text.lower()))


def pair(label: int, claim: str, context: str = "le dialogue social sera renforcé") -> LabelledPair:
    return LabelledPair("p", context, claim, label, "fr")


def test_word_overlap_sets_its_threshold_where_it_serves_best() -> None:
    """Shares of 1, 3/4 and 1/4 are supported, of 1/2 and 0 not: at 3/4 the recalls are 2/3 and 1, nowhere better."""
    shown = [
        pair(1, "dialogue social renforcé"), pair(1, "dialogue social renforcé demain"),
        pair(1, "dialogue demain matin ensemble"),
        pair(0, "dialogue social demain matin"), pair(0, "autre chose"),
    ]  # fmt: skip
    judge = WordOverlap(words, shown)
    for claim, score, supported in (
        ("dialogue social renforcé demain", 0.75, True),
        ("dialogue social demain", 2 / 3, False),
        ("dialogue", 1.0, True),
        ("autre", 0.0, False),
    ):
        assert judge.judge(shown[0].context, claim, "fr") == Judgement(score, supported)
    assert judge.judge(shown[0].context, "et de là", "fr") is None
    assert figures(judge_pairs([*shown, pair(1, "et là")], judge)) == JudgeFigures(0.8333, 0.8333, 5, 1)


def test_word_overlap_that_was_shown_nothing_says_yes() -> None:
    assert WordOverlap(words, []).judge("dialogue social", "autre chose", "fr") == Judgement(0.0, supported=True)


def test_a_judge_is_asked_text_claim_and_language_in_order() -> None:
    class Echo:
        def judge(self, context: str, claim: str, lang: str) -> Judgement | None:
            return Judgement(1.0, supported=True, reasons=(context, claim, lang))

    given = LabelledPair("p", "text", "sentence", 0, "es")
    assert judge_pairs([given], Echo()) == [(given, Judgement(1.0, True, ("text", "sentence", "es")))]


def test_the_command_ends_with_the_figures(tmp_path: Path, index_settings: IndexSettings) -> None:
    rows = [
        PAIR | {"claim": "Le Bureau devrait renforcer le dialogue social."},
        PAIR | {"id": "p-2", "claim": "Les banques paient quarante millions de dollars.", "label": 0},
        PAIR | {"id": "p-3", "claim": "…", "label": 0},
    ]
    data = {"SOCLE_DATA_DIR": str(index_settings.data_dir)}
    done = evals("judge", "--examples", written(tmp_path, *rows), "--lang", "fr", "--json", **data)
    assert done.returncode == 0, done.stderr
    *each, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert list(last) == ["balanced_accuracy", "auc", "n", "unscored"]
    assert last == {"balanced_accuracy": 1.0, "auc": 1.0, "n": 2, "unscored": 1}
    assert [(row["id"], row["label"]) for row in each] == [("p-1", 1), ("p-2", 0), ("p-3", 0)]
    assert [row["judgement"] and row["judgement"]["supported"] for row in each] == [True, False, None]
    assert all(0 <= row["judgement"]["score"] <= 1 and row["judgement"]["reasons"] for row in each[:2])
    written(tmp_path, PAIR, PAIR | {"label": 5})
    done = evals("judge", "--examples", tmp_path / "some.jsonl", "--lang", "fr", **data)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "some.jsonl:2: a pair is an object" in done.stderr
