"""The editorial layer: complete in three languages, and points that read on from their lead-in."""

from __future__ import annotations

import pytest

from corpus import LANGUAGES, REVIEW_STATUSES, Citation, Corpus, Editorial


def editorials(corpus: Corpus) -> dict[Citation, Editorial]:
    found = {provision.id: provision.editorial for provision in corpus if provision.editorial}
    assert len(found) == 89
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_point_has_at_most_25_words(corpus: Corpus, lang: str) -> None:
    points = {citation: entry.point[lang] for citation, entry in editorials(corpus).items()}
    assert {str(citation): point for citation, point in points.items() if not 1 <= len(point.split()) <= 25} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_three_lead_ins_to_members_are_one(corpus: Corpus, lang: str) -> None:
    entries = editorials(corpus)
    assert len({entries[Citation.parse(f"conclusions-2021/{number}")].point[lang] for number in (13, 14, 15)}) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_points_are_punctuated_for_their_place(corpus: Corpus, lang: str) -> None:
    faults = []
    for provision in corpus:
        assert provision.editorial is not None
        end = provision.editorial.point[lang][-1]
        right = end not in ".;:,!?…" if provision.block == "item" else end == (":" if provision.is_chapeau else ".")
        faults += [] if right else [f"{provision.id} ends in {end!r}"]
    assert faults == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_gist_is_one_sentence_of_its_own(corpus: Corpus, lang: str) -> None:
    gists = {str(citation): entry.gist[lang] for citation, entry in editorials(corpus).items()}
    assert {unit: gist for unit, gist in gists.items() if not (gist[0].isupper() and gist.endswith("."))} == {}
    assert len(set(gists.values())) == len(gists)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_concepts_questions_and_situations_are_there_and_differ(corpus: Corpus, lang: str) -> None:
    for citation, entry in editorials(corpus).items():
        for values in (entry.concepts[lang], entry.questions[lang], entry.situations[lang]):
            assert len(values) >= 3, citation
            assert len(set(values)) == len(values), citation
            assert all(value and value == value.strip() for value in values), citation


def test_nothing_is_called_reviewed_that_has_no_such_status(corpus: Corpus) -> None:
    for entry in editorials(corpus).values():
        assert set(entry.review) == {"point", "gist", "translation", "concepts", "words", "questions", "situations"}
        assert set(entry.review.values()) <= set(REVIEW_STATUSES)
        assert entry.review["situations"] == "machine-drafted"  # no second reader has seen them


def test_a_translation_shows_the_status_of_its_entry(corpus: Corpus) -> None:
    for citation, entry in editorials(corpus).items():
        shown = {text.review for text in corpus.get(citation).texts if text.kind == "translation"}
        assert shown == {entry.review["translation"]}


@pytest.mark.parametrize(
    ("unit", "actors", "modality"),
    [
        ("resolution-2021/3/a", ("Director-General",), "requests"),
        ("resolution-2021/2", ("Governing Body",), "invites"),
        ("conclusions-2021/13/i", ("Members",), "should"),
        ("conclusions-2021/17/a", ("Office",), "should"),
        ("conclusions-2021/21/a", ("ILO",), "should"),
    ],
)
def test_an_entry_says_who_is_called_on_and_how(
    corpus: Corpus, unit: str, actors: tuple[str, ...], modality: str
) -> None:
    entry = editorials(corpus)[Citation.parse(unit)]
    assert entry.actors == actors
    assert modality in entry.modality
