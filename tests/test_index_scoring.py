"""BM25, the fusion of all kinds of evidence, and the guess of a language, against values worked out by hand."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from corpus import LANGUAGES
from index import guess_language
from index.fusion import Weights, fuse, pool, share_of_best
from index.lexical import LexicalIndex

DOCUMENTS = {"long": "A pension is a pension for a child", "middle": "The health of the child", "short": "health"}
# N = 3, lengths 3, 2, 1 (mean 2), k1 = 1.2, b = 0.6; idf = ln(1 + (N - n + 0.5) / (n + 0.5));
# Lucene's form: idf * tf / (tf + k1 * (1 - b + b * length / mean)).
PENSION = math.log(1 + 2.5 / 1.5)
CHILD = HEALTH = math.log(1 + 1.5 / 2.5)
LONG, MIDDLE, SHORT = 1.2 * (0.4 + 0.6 * 1.5), 1.2, 1.2 * (0.4 + 0.6 * 0.5)
SCORES = [
    (["pension"], [PENSION * 2 / (2 + LONG), 0, 0]),
    (["child"], [CHILD / (1 + LONG), CHILD / (1 + MIDDLE), 0]),
    (["health"], [0, HEALTH / (1 + MIDDLE), HEALTH / (1 + SHORT)]),
    (["child", "health"], [CHILD / (1 + LONG), (CHILD + HEALTH) / (1 + MIDDLE), HEALTH / (1 + SHORT)]),
    (["child", "unknown"], [CHILD / (1 + LONG), CHILD / (1 + MIDDLE), 0]),
    (["unknown"], [0, 0, 0]),
    ([], [0, 0, 0]),
]


@pytest.fixture(scope="module", params=["built", "loaded"])
def lexical(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    built = LexicalIndex.build("en", DOCUMENTS)
    if request.param == "built":
        return built
    folder: Path = tmp_path_factory.mktemp("lexical") / "en"
    built.save(folder)
    return LexicalIndex.load("en", folder)


@pytest.mark.parametrize(("query", "expected"), SCORES)
def test_bm25_is_lucene_s(lexical: LexicalIndex, query: list[str], expected: list[float]) -> None:
    assert lexical.ids == ("long", "middle", "short")
    assert lexical.scores(query) == pytest.approx(expected, abs=1e-6)


def test_rare_terms_tell_more(lexical: LexicalIndex) -> None:
    assert lexical.idf("pension") == pytest.approx(PENSION)
    assert lexical.idf("health") == pytest.approx(HEALTH)
    assert lexical.idf("unknown") == pytest.approx(math.log(1 + 3.5 / 0.5))


@pytest.mark.parametrize(
    ("term", "holders"), [("pension", {0}), ("child", {0, 1}), ("health", {1, 2}), ("unknown", set()), ("the", set())]
)
def test_documents_hold_their_terms(lexical: LexicalIndex, term: str, holders: set[int]) -> None:
    assert {place for place in range(3) if lexical.holds(place, term)} == holders
    assert lexical.knows(term) is bool(holders)


def array(*values: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


FUSED = [
    ("both count", (4, 2, 0), (0.2, 0.4, 0.6), 0.5, [0.5, 0.5, 0.5]),
    ("weighed", (4, 2, 0), (0.2, 0.4, 0.6), 0.75, [0.75, 0.5, 0.25]),
    ("lexical alone", (4, 1, 0), (0.2, 0.4, 0.6), 1.0, [1, 0.25, 0]),
    ("no word in common", (0, 0, 0), (0.1, 0.2, 0.5), 0.6, [0, 0.1, 0.4]),
    ("all equally near", (2, 1, 0), (0.3, 0.3, 0.3), 0.6, [0.6, 0.3, 0]),
    ("nothing to tell them apart", (0, 0, 0), (0.3, 0.3, 0.3), 0.6, [0, 0, 0]),
    ("negative cosines", (0, 1, 0), (-0.5, -0.3, -0.1), 0.6, [0, 0.8, 0.4]),
]


@pytest.mark.parametrize(("case", "lexical", "cosine", "weight", "fused"), FUSED)
def test_scores_are_fused_by_weight(
    case: str, lexical: tuple[float, ...], cosine: tuple[float, ...], weight: float, fused: list[float]
) -> None:
    assert fuse(array(*lexical), array(*cosine), weight) == pytest.approx(fused, abs=1e-6), case


@pytest.mark.parametrize(
    ("cosines", "faces", "floor", "pooled"),
    [
        ([0.9, 0.6, 0.3], 3, 0.0, 0.6),
        ([0.1, 0.9, 0.2, 0.6, 0.3], 5, 0.0, 0.6),
        # Faces that it has but that are not among the candidates count as the floor,
        ([0.9], 7, 0.3, 0.5),
        ([0.9, 0.6], 3, -0.3, 0.4),
        ([], 7, 0.2, 0.2),
        # faces that it has not do not: a text alone is as near as it is.
        ([0.9], 1, 0.3, 0.9),
        ([0.9, 0.6], 2, 0.0, 0.75),
        ([0.9], 2, 0.3, 0.6),
        ([], 1, 0.2, 0.2),
        ([], 0, 0.2, 0.2),
    ],
)
def test_a_provision_is_as_near_as_its_three_best_faces(
    cosines: list[float], faces: int, floor: float, pooled: float
) -> None:
    assert pool(cosines, faces, floor) == pytest.approx(pooled)


@pytest.mark.parametrize(
    ("scores", "shares"),
    [((4, 1, 0), [1, 0.25, 0]), ((0.5,), [1]), ((0, 0), [0, 0]), ((-1, 0), [0, 0]), ((), [])],
)
def test_concept_scores_are_shares_of_the_best(scores: tuple[float, ...], shares: list[float]) -> None:
    assert share_of_best(array(*scores)) == pytest.approx(shares)


def test_words_weigh_less_across_languages_and_more_where_there_is_the_text_alone() -> None:
    weights = Weights()
    assert 0 < weights.cross < weights.same < weights.bare < 1
    assert 0 < weights.chapeau < 1
    assert 0 < weights.concept < weights.same
    assert 0 < weights.heading < 1


@pytest.mark.parametrize(
    ("text", "lang", "supported"),
    [
        ("Quelle pension pour les travailleurs de l'économie informelle ?", "fr", "fr"),
        ("What about pensions for workers in the informal economy?", "en", "en"),
        ("¿Qué pensiones hay para los trabajadores de la economía informal?", "es", "es"),
        ("Welche Renten gibt es für die Arbeitnehmer der informellen Wirtschaft?", "de", "en"),
        ("Quali sono i diritti dei lavoratori migranti e delle loro famiglie?", "it", None),
    ],
)
def test_the_language_of_a_question_is_guessed(text: str, lang: str, supported: str | None) -> None:
    guess = guess_language(text)
    assert guess is not None
    assert guess.lang == lang
    assert guess.supported in ((supported,) if supported else LANGUAGES)
    assert 0.8 < guess.confidence <= 1


@pytest.mark.parametrize("text", ["", "102", "§ 13", "?!"])
def test_signs_and_numbers_have_no_language(text: str) -> None:
    assert guess_language(text) is None
