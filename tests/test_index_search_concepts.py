"""The search names the concepts of a question, reads its slips, and weighs words by what there is to compare with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from index_double import HashEncoder

from corpus import LANGUAGES, Corpus
from index import IndexSettings, Searcher
from index.build_folder import current
from index.fusion import Weights
from index.passages import face_counts

QUESTIONS = [
    ("fr", "Quelles pensions de vieillesse pour les travailleurs migrants ?", ["old-age-pension", "migrant-worker"]),
    ("en", "Do migrant workers have maternity benefits?", ["migrant-worker", "maternity-benefit"]),
    ("es", "la economía informal y el trabajo infantil", ["informal-economy", "child-labour"]),
]


@pytest.mark.parametrize(("lang", "question", "concepts"), QUESTIONS)
def test_a_search_says_which_concepts_were_asked_for_and_shared(
    searcher: Searcher, lang: str, question: str, concepts: list[str]
) -> None:
    result = searcher.search(question, lang, 1000)
    assert [mention.concept for mention in result.concepts] == concepts
    assert result.concepts == searcher.concepts(question, lang)
    for hit in result.hits:
        assert list(hit.evidence.concepts) == [id for id in concepts if id in hit.evidence.concepts]
        assert 0 <= hit.evidence.concept <= 1
        if hit.evidence.concepts:
            assert hit.evidence.concept > 0
    assert max(hit.evidence.concept for hit in result.hits) == 1
    assert any(hit.evidence.concepts for hit in result.hits)


@pytest.mark.parametrize(("lang", "question"), [("fr", "Et pour ceux-là ?"), ("en", "the photosynthesis of ferns")])
def test_where_no_concept_is_asked_for_none_counts(searcher: Searcher, lang: str, question: str) -> None:
    result = searcher.search(question, lang, 1000)
    assert result.concepts == ()
    assert {(hit.evidence.concept, hit.evidence.concepts) for hit in result.hits} == {(0, ())}


def test_a_concept_that_is_shared_lifts_a_provision(
    corpus: Corpus, index_settings: IndexSettings, searcher: Searcher
) -> None:
    lang, question, (_, concept) = QUESTIONS[0]
    without = Searcher(corpus, index_settings, replace(Weights(), concept=0))
    before = [hit.provision for hit in without.search(question, lang, 1000).hits]
    without.close()
    hits = searcher.search(question, lang, 1000).hits
    after = [hit.provision for hit in hits]
    sharing = [hit.provision for hit in hits if concept in hit.evidence.concepts]
    assert 0 < len(sharing) < len(after)
    assert sum(map(after.index, sharing)) < sum(map(before.index, sharing))


@pytest.mark.parametrize(
    ("lang", "typed", "read", "slips"),
    [
        ("fr", "la protecion sociale des migrans", "la protection sociale des migrants", ["protecion", "migrans"]),
        ("en", "the penshion fund", "the pension fund", ["penshion"]),
        ("es", "el desenpleo", "el desempleo", ["desenpleo"]),
        ("en", "What of pension funds in Rwnada?", "What of pension funds in Rwnada?", []),
        ("de", "die Rnete", "die Rnete", []),  # no texts are held in it
    ],
)
def test_a_searcher_reads_slips_by_its_own_texts(
    searcher: Searcher, lang: str, typed: str, read: str, slips: list[str]
) -> None:
    question, made = searcher.correct(typed, lang)
    assert (question, [correction.typed for correction in made]) == (read, slips)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_provisions_with_an_editorial_layer_have_many_faces(corpus: Corpus, lang: str) -> None:
    counts = face_counts(corpus, lang)
    assert len(counts) == 91
    assert min(counts.values()) > 3


@pytest.fixture(scope="module")
def bare(corpus: Corpus, index_settings: IndexSettings, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """A search over the texts alone: no editorial layer, no thesaurus."""
    units = {id: replace(unit, editorial=None) for id, unit in corpus.provisions.items()}
    texts = replace(corpus, provisions=units, thesaurus={}, digest="bare")
    settings = index_settings.model_copy(update={"data_dir": Path(tmp_path_factory.mktemp("bare"))})
    serving = current(index_settings.builds)
    assert serving is not None
    HashEncoder(serving / "encoder").build(texts, settings)
    return Searcher(texts, settings, replace(Weights(), heading=0, chapeau=1))


def test_over_texts_alone_words_weigh_more(bare: Searcher) -> None:
    result = bare.search("travailleurs migrants et leurs familles", "fr", 1000)
    assert result.concepts == ()
    low = min(hit.evidence.cosine for hit in result.hits)
    high = max(hit.evidence.cosine for hit in result.hits)
    for hit in result.hits:
        dense = (hit.evidence.cosine - low) / (high - low)
        score = Weights().bare * hit.evidence.lexical + (1 - Weights().bare) * dense
        assert hit.score == pytest.approx(score / (1 + Weights().concept), abs=2e-4)
        assert hit.evidence.concepts == ()
        assert [face.score for face in hit.faces] == [pytest.approx(hit.evidence.cosine, abs=1e-5)]


def test_over_texts_alone_slips_are_read_too(bare: Searcher) -> None:
    assert bare.correct("la protecion sociale", "fr")[0] == "la protection sociale"
