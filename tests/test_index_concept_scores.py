"""Provisions score by the concepts that they share with a question, named or beside the named ones."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from small_thesaurus import by_id, concept

from corpus import Citation
from index.concepts import BROADER, NARROWER, RELATED, ConceptIndex
from index.passages import Passage

FAMILY = by_id(
    [
        concept("benefit", "benefit", narrower=("pension",)),
        concept("pension", "pension", broader=("benefit",), narrower=("widow",), related=("retirement",)),
        concept("widow", "widow", broader=("pension",)),
        concept("retirement", "retirement", related=("pension",)),
        concept("health", "health", broader=("benefit",), related=("widow",)),
    ]
)


@pytest.mark.parametrize(
    ("named", "weights"),
    [
        ([], {}),
        (["pension"], {"pension": 1.0, "widow": NARROWER, "retirement": RELATED, "benefit": BROADER}),
        (["widow"], {"widow": 1.0, "pension": BROADER}),
        (["benefit"], {"benefit": 1.0, "pension": NARROWER}),
        # What is named stays 1 whatever lends to it, in whichever order; of two that lend, the larger share holds.
        (["pension", "widow"], {"pension": 1.0, "widow": 1.0, "retirement": RELATED, "benefit": BROADER}),
        (["widow", "pension"], {"pension": 1.0, "widow": 1.0, "retirement": RELATED, "benefit": BROADER}),
        (["pension", "pension"], {"pension": 1.0, "widow": NARROWER, "retirement": RELATED, "benefit": BROADER}),
        (
            ["health", "pension"],
            {"health": 1.0, "pension": 1.0, "widow": NARROWER, "retirement": RELATED, "benefit": BROADER},
        ),
        (
            ["pension", "health"],
            {"health": 1.0, "pension": 1.0, "widow": NARROWER, "retirement": RELATED, "benefit": BROADER},
        ),
    ],
)
def test_what_is_beside_a_named_concept_counts_for_a_part(named: list[str], weights: dict[str, float]) -> None:
    assert ConceptIndex({}, FAMILY).weights(named) == weights


def test_what_lends_weighs_less_than_what_is_named() -> None:
    assert 0 < RELATED <= NARROWER < 1
    assert 0 < BROADER <= NARROWER


COUNTS = {"one": {"pension": 2, "widow": 1}, "two": {"pension": 1}, "three": {"health": 2}, "four": {}}
# N = 4, lengths 3, 1, 2, 0 (mean 1.5), k1 = 1.2, b = 0.6, as for words.
PENSION_IDF, WIDOW_IDF = math.log(1 + 2.5 / 2.5), math.log(1 + 3.5 / 1.5)
ONE, TWO = 1.2 * (0.4 + 0.6 * 3 / 1.5), 1.2 * (0.4 + 0.6 * 1 / 1.5)
SCORES = [
    ({"pension": 1.0}, [PENSION_IDF * 2 / (2 + ONE), PENSION_IDF / (1 + TWO), 0, 0, 0]),
    ({"pension": 0.3}, [0.3 * PENSION_IDF * 2 / (2 + ONE), 0.3 * PENSION_IDF / (1 + TWO), 0, 0, 0]),
    (
        {"pension": 1.0, "widow": 0.3},
        [PENSION_IDF * 2 / (2 + ONE) + 0.3 * WIDOW_IDF / (1 + ONE), PENSION_IDF / (1 + TWO), 0, 0, 0],
    ),
    ({"retirement": 1.0}, [0, 0, 0, 0, 0]),
    ({}, [0, 0, 0, 0, 0]),
]


@pytest.mark.parametrize("kept", ["built", "loaded"])
@pytest.mark.parametrize(("weights", "expected"), SCORES)
def test_a_provision_scores_by_the_concepts_it_names(
    tmp_path: Path, weights: dict[str, float], expected: list[float], kept: str
) -> None:
    index = ConceptIndex(COUNTS, FAMILY)
    if kept == "loaded":
        index.save(tmp_path)
        index = ConceptIndex.load(tmp_path, FAMILY)
    assert index.scores(["one", "two", "three", "four", "unknown"], weights).tolist() == pytest.approx(expected)
    assert index.names("one", "widow")
    assert not index.names("two", "widow")
    assert not index.names("unknown", "pension")


def test_without_concepts_nothing_scores() -> None:
    nothing: tuple[dict[str, dict[str, int]], ...] = ({}, {"one": {}})
    for counts in nothing:
        assert ConceptIndex(counts, {}).scores(["one"], {"pension": 1.0}).tolist() == [0]


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("en", "Health without pain: health", ["health"]),  # "pain" is bread in French alone
        ("fr", "Du pain et de la health", ["bread"]),
        ("es", "pain, health", []),
    ],
)
def test_passages_are_annotated_in_their_own_language(lang: str, text: str, named: list[str]) -> None:
    unit = Citation.parse("conclusions-2021/4")
    thesaurus = by_id([concept("health", "health"), concept("bread", "pain", lang="fr")])
    index = ConceptIndex.build([Passage(f"{unit}#{lang}.text.1", unit, lang, "text", text)], thesaurus)
    assert [id for id in thesaurus if index.names(str(unit), id)] == named


def test_the_faces_of_a_provision_count_together() -> None:
    unit, other = Citation.parse("conclusions-2021/4"), Citation.parse("conclusions-2021/5")
    faces = [(unit, "en", "health"), (unit, "en", "health and health"), (unit, "fr", "pain"), (other, "en", "health")]
    passages = [Passage(f"{id}#{lang}.x.{n}", id, lang, "x", text) for n, (id, lang, text) in enumerate(faces)]
    thesaurus = by_id([concept("health", "health"), concept("bread", "pain", lang="fr")])
    ids, weights = [str(unit), str(other)], {"health": 1.0, "bread": 0.3}
    counted = ConceptIndex({ids[0]: {"health": 3, "bread": 1}, ids[1]: {"health": 1}}, thesaurus)
    built = ConceptIndex.build(passages, thesaurus)
    assert built.scores(ids, weights).tolist() == counted.scores(ids, weights).tolist()
