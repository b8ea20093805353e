"""The search finds the provisions that answer, shows its evidence, and answers the same each time."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus import LANGUAGES, Citation, Corpus
from index import Hit, IndexSettings, ProvisionRetriever, Searcher, build
from index.build_folder import current
from index.encoder_files import locate
from index.fusion import HEADING_HOLDS, Weights
from index.passages import cut
from index.question_encoder import QuestionEncoder
from index.store import Store
from index.vector_cache import VectorCache

ANSWERS = [
    ("fr", "Faut-il conclure des accords bilatéraux pour les travailleurs migrants et leurs familles ?", "17/e"),
    ("fr", "Comment réduire les écarts entre les femmes et les hommes, le congé parental ?", "13/f"),
    ("fr", "Y aura-t-il une journée internationale de la protection sociale ?", "21/e"),
    ("fr", "en finir avec le travail des enfants", "13/h"),
    ("fr", "creches et soins de longue duree", "13/g"),
    ("fr", "campagne pour la ratification de la convention no 102", "20/c"),
    ("fr", "Que faire pour les personnes handicapées ?", "13/e"),
    ("en", "What should be done about persons with disabilities?", "13/e"),
    ("en", "unemployment protection and labour market policies", "14/f"),
    ("en", "Who has the primary responsibility for social security?", "4"),
    ("en", "Can migrant workers keep their entitlements when they move abroad?", "13/i"),
    ("en", "broadening the tax base and progressive taxation", "15/g"),
    ("en", "correct classification of employment relationships, legal certainty", "13/j"),
    ("en", "automatic stabilizer in a recession", "10"),
    ("es", "¿Qué acuerdos protegen a los trabajadores migrantes y a sus familias?", "17/e"),
    ("es", "¿Cómo acabar con el trabajo infantil?", "13/h"),
    ("es", "transición justa hacia economías ambientalmente sostenibles", "17/d"),
    ("es", "¿Habrá un día internacional de la protección social?", "21/e"),
    ("es", "bases de datos y estadísticas", "14/j"),
]


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [str(hit.provision) for hit in hits]


@pytest.mark.parametrize(("lang", "question", "expected"), ANSWERS)
def test_the_provision_that_answers_comes_first(searcher: Searcher, lang: str, question: str, expected: str) -> None:
    assert ids(searcher.search(question, lang, 1).hits) == [f"conclusions-2021/{expected}"]


def test_the_resolution_is_searched_too(searcher: Searcher) -> None:
    question = "Quel plan d'action soumettre au Conseil d'administration en novembre 2021 ?"
    assert ids(searcher.search(question, "fr", 1).hits) == ["resolution-2021/3/a"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_chroma_finds_what_an_exact_search_finds(corpus: Corpus, index_settings: IndexSettings, lang: str) -> None:
    folder, revision = current(index_settings.builds), locate(index_settings.embedding_model).revision
    assert folder is not None
    passages = [passage for passage in cut(corpus) if passage.lang == lang]
    vectors = VectorCache(index_settings.data_dir / "vectors", revision).get([passage.text for passage in passages])
    with Store(folder) as store:
        for question in (question for other, question, _ in ANSWERS if other == lang):
            asked = QuestionEncoder(folder / "encoder").encode([question])[0]
            cosines = dict(zip((passage.id for passage in passages), (vectors @ asked).tolist(), strict=True))
            best = sorted(cosines.values(), reverse=True)[:10]
            # All of them, as the Searcher asks: for a few, a graph of neighbours may miss one.
            near = store.nearest(lang, asked, len(passages))
            assert {entry.id for entry in near} == cosines.keys()
            # By the exact cosine of what was found: passages that are equally near may change places.
            assert [cosines[entry.id] for entry in near[:10]] == pytest.approx(best, abs=1e-5)
            assert [entry.cosine for entry in near[:10]] == pytest.approx(best, abs=1e-5)


def test_two_searchers_agree_and_one_outlives_the_other(
    corpus: Corpus, index_settings: IndexSettings, searcher: Searcher
) -> None:
    other = Searcher(corpus, index_settings)
    for lang, question, _ in ANSWERS[::3]:
        assert other.search(question, lang) == searcher.search(question, lang) == searcher.search(question, lang)
    other.close()
    assert searcher.search("travailleurs migrants", "fr", 3).hits


@pytest.mark.parametrize(("k", "count"), [(1, 1), (10, 10), (91, 91), (5000, 91)])
def test_as_many_hits_as_wanted_or_held(searcher: Searcher, k: int, count: int) -> None:
    hits = searcher.search("financing of social protection floors", "en", k).hits
    assert len(set(ids(hits))) == len(hits) == count
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_fewer_hits_are_the_first_of_more(searcher: Searcher) -> None:
    more = searcher.search("pisos de protección social", "es", 20).hits
    assert searcher.search("pisos de protección social", "es", 5).hits == more[:5]


@pytest.mark.parametrize(("lang", "question"), [("fr", "Et pour ceux-là ?"), ("en", "?!"), ("es", "")])
def test_a_question_without_content_words_finds_by_meaning_alone(searcher: Searcher, lang: str, question: str) -> None:
    result = searcher.search(question, lang)
    assert result.terms == ()
    assert len(result.hits) == 10
    for hit in result.hits:
        assert (hit.evidence.bm25, hit.evidence.coverage, hit.evidence.matched) == (0, 0, ())
        assert hit.score <= 1 - Weights().same


@pytest.mark.parametrize(("lang", "question", "_"), ANSWERS[::4])
def test_the_evidence_explains_the_score(corpus: Corpus, searcher: Searcher, lang: str, question: str, _: str) -> None:
    weights = Weights()
    hits = searcher.search(question, lang, 1000).hits
    low = min(hit.evidence.cosine for hit in hits)
    high = max(hit.evidence.cosine for hit in hits)
    for hit in hits:
        dense = (hit.evidence.cosine - low) / (high - low)
        heading = weights.heading * hit.evidence.heading if hit.evidence.heading >= HEADING_HOLDS else 0
        score = weights.same * hit.evidence.lexical + (1 - weights.same) * dense
        score += weights.concept * hit.evidence.concept + heading
        whole = weights.chapeau if corpus.get(hit.provision).is_chapeau else 1
        assert hit.score == pytest.approx(whole * score / (1 + weights.concept + weights.heading), abs=2e-4)
        assert 0 <= hit.evidence.coverage <= 1
        assert (hit.evidence.coverage == 1) is (hit.evidence.missed == ())
        assert (hit.evidence.bm25 > 0) is bool(hit.evidence.matched)
        assert [face.score for face in hit.faces] == sorted((face.score for face in hit.faces), reverse=True)
        assert 1 <= len(hit.faces) <= 3
    ranks = set(range(1, len(hits) + 1))
    assert {hit.evidence.lexical_rank for hit in hits} == {hit.evidence.dense_rank for hit in hits} == ranks
    assert max(hit.evidence.lexical for hit in hits) == 1


@pytest.mark.parametrize(
    ("lang", "question", "paragraph"),
    [
        ("fr", "Recherche et renforcement des capacités", "18"),
        ("en", "What is effective standards-related action?", "20"),
        ("es", "la financiación adecuada y sostenible de los sistemas de protección social", "15"),
    ],
)
def test_what_stands_under_the_heading_that_is_asked_for_gains(
    corpus: Corpus, index_settings: IndexSettings, searcher: Searcher, lang: str, question: str, paragraph: str
) -> None:
    hits = searcher.search(question, lang, 1000).hits
    under = [hit.provision for hit in hits if hit.evidence.heading >= HEADING_HOLDS]
    assert {id.path[0] for id in under} == {paragraph}
    without = Searcher(corpus, index_settings, replace(Weights(), heading=0))
    before = [hit.provision for hit in without.search(question, lang, 1000).hits]
    without.close()
    after = [hit.provision for hit in hits]
    assert sum(map(after.index, under)) < sum(map(before.index, under))


def test_matched_and_missed_are_the_words_as_typed(searcher: Searcher) -> None:
    result = searcher.search("Les Bitcoins et la PORTABILITÉ des prestations, la portabilité", "fr", 1)
    assert ids(result.hits) == ["conclusions-2021/13/i"]
    assert result.hits[0].evidence.matched == ("PORTABILITÉ", "prestations", "portabilité")
    assert result.hits[0].evidence.missed == ("Bitcoins",)
    assert [(term.word, term.known) for term in result.terms] == [
        ("Bitcoins", False),
        ("PORTABILITÉ", True),
        ("prestations", True),
    ]
    assert result.terms[0].idf > result.terms[1].idf > result.terms[2].idf > 0


@pytest.mark.parametrize(
    ("word", "lang", "known"),
    [("retraités", "fr", True), ("bitcoin", "fr", False), ("the of", "en", True), ("migrantes bitcoin", "es", False)],
)
def test_the_searcher_knows_the_words_of_its_texts(searcher: Searcher, word: str, lang: str, known: bool) -> None:
    assert searcher.knows(word, lang) is known


ONLY_FRENCH = tuple(Citation.parse(f"conclusions-2021/{path}") for path in ("13/h", "17/e"))


@pytest.fixture(scope="module")
def partly_translated(
    corpus: Corpus, index_settings: IndexSettings, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Corpus, IndexSettings]:
    """A corpus of which two provisions are held in French alone, and its index."""
    data = tmp_path_factory.mktemp("partly") / "data"
    shutil.copytree(index_settings.data_dir, data)
    french = {id: tuple(text for text in corpus.get(id).texts if text.lang == "fr") for id in ONLY_FRENCH}
    changed = {id: replace(corpus.get(id), texts=texts, editorial=None) for id, texts in french.items()}
    partly = replace(corpus, provisions={**corpus.provisions, **changed}, digest="partly-translated")
    settings = index_settings.model_copy(update={"data_dir": data})
    build(partly, settings)
    return partly, settings


def search_partly(partly: tuple[Corpus, IndexSettings], question: str, weights: Weights) -> tuple[Hit, ...]:
    searcher = Searcher(*partly, weights)
    hits = searcher.search(question, "en", 1000).hits
    searcher.close()
    return hits


def test_what_is_not_held_in_the_language_is_found_in_another(partly_translated: tuple[Corpus, IndexSettings]) -> None:
    hits = search_partly(partly_translated, "convention sur le travail des enfants: child labour", Weights())
    assert len(set(ids(hits))) == len(hits) == 91
    langs = {hit.provision: {face.lang for face in hit.faces} for hit in hits}
    assert all(seen == ({"fr"} if id in ONLY_FRENCH else {"en"}) for id, seen in langs.items())
    found = next(hit for hit in hits if hit.provision == ONLY_FRENCH[0])
    assert {"travail", "enfants"} <= set(found.evidence.matched)
    assert found.evidence.lexical_rank == 1


def test_across_languages_words_have_a_weight_of_their_own(partly_translated: tuple[Corpus, IndexSettings]) -> None:
    def score(cross: float) -> float:
        weights = replace(Weights(), cross=cross)
        hits = search_partly(partly_translated, "travailleurs de l'économie informelle et leurs familles", weights)
        return next(hit.score for hit in hits if hit.provision == ONLY_FRENCH[1])

    by_meaning, by_words, shipped = score(0.0), score(1.0), Weights().cross
    assert abs(by_meaning - by_words) > 0.01
    assert score(shipped) == pytest.approx(shipped * by_words + (1 - shipped) * by_meaning, abs=2e-5)


def test_the_retriever_hands_documents_to_a_chain(corpus: Corpus, searcher: Searcher) -> None:
    retriever = ProvisionRetriever(searcher=searcher, corpus=corpus, k=2)
    first, second = retriever.invoke("Que doit faire le Bureau pour les travailleurs migrants et leurs familles ?")
    text = corpus.get(Citation.parse("conclusions-2021/17/e")).text("fr")
    assert text is not None
    assert first.page_content == f"Le Bureau devrait: {text.text}"
    assert first.metadata["score"] > second.metadata["score"]
    expected = {"id": "conclusions-2021/17/e", "label": "§ 17 e)", "lang": "fr", "kind": "official"}
    assert {name: first.metadata[name] for name in expected} == expected
    assert "conclusions" in first.metadata["force"].lower()


@pytest.mark.parametrize(
    ("lang", "question", "label", "kind"),
    [
        ("en", "child labour", "para. 13(h)", "translation"),
        (None, "¿Cómo acabar con el trabajo infantil?", "párr. 13 h)", "translation"),
        ("fr", "child labour, travail des enfants", "§ 13 h)", "official"),
    ],
)
def test_the_retriever_answers_in_the_language_wanted_or_guessed(
    corpus: Corpus, searcher: Searcher, lang: str | None, question: str, label: str, kind: str
) -> None:
    documents = ProvisionRetriever(searcher=searcher, corpus=corpus, lang=lang, k=1).invoke(question)
    assert [(document.metadata["label"], document.metadata["kind"]) for document in documents] == [(label, kind)]


def test_the_index_of_the_session_is_never_written(index_settings: IndexSettings) -> None:
    assert sorted(path.name for path in Path(index_settings.data_dir).iterdir()) == ["builds", "vectors"]
    assert np.array([path.is_dir() for path in index_settings.builds.iterdir()]).sum() == 1
