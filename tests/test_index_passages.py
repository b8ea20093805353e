"""Provisions are cut into passages that the encoder reads in full."""

from __future__ import annotations

from collections import defaultdict

import pytest
from tokenizers import Tokenizer

from corpus import LANGUAGES, Citation, Corpus
from index import IndexSettings
from index.build_folder import current
from index.passages import FACES, Passage, cut, face_counts, face_key

ENCODER_READS = 256  # word pieces; the longest passage has some 210, most have under 100


@pytest.fixture(scope="module")
def passages(corpus: Corpus) -> list[Passage]:
    return list(cut(corpus))


def windows(passages: list[Passage]) -> dict[tuple[Citation, str], list[str]]:
    found = defaultdict(list)
    for passage in passages:
        if passage.face in ("text", "translation"):
            found[passage.provision, passage.lang].append(passage.text)
    return found


def test_every_provision_and_recital_has_faces_in_three_languages(corpus: Corpus, passages: list[Passage]) -> None:
    faces = defaultdict(set)
    for passage in passages:
        faces[passage.provision, passage.lang].add(passage.face)
    wanted = [block for block in corpus.provisions.values() if block.is_provision or block.block == "recital"]
    assert len(wanted) == 91
    assert {citation for citation, _ in faces} == {block.id for block in wanted}
    for block in wanted:
        for lang in LANGUAGES:
            wording = "text" if lang == "fr" else "translation"
            wanted_faces = {wording, "gist", "concepts", "question", "situation"}
            assert wanted_faces <= faces[block.id, lang] <= set(FACES)


def test_ids_are_unique_and_name_provision_language_and_face(passages: list[Passage]) -> None:
    assert len({passage.id for passage in passages}) == len(passages)
    for passage in passages:
        stem, _, number = passage.id.rpartition(".")
        assert stem == f"{passage.provision}#{passage.lang}.{passage.face}"
        assert int(number) >= 1


@pytest.mark.parametrize(
    ("id", "key"),
    [
        ("conclusions-2021/13/i#fr.text.1", ("conclusions-2021/13/i", "text")),
        ("conclusions-2021/13/i#fr.text.2", ("conclusions-2021/13/i", "text")),
        ("conclusions-2021/4#en.translation.3", ("conclusions-2021/4", "translation")),
        ("conclusions-2021/4#en.question.3", ("conclusions-2021/4", "question.3")),
        ("resolution-2021/preamble/1#es.situation.1", ("resolution-2021/preamble/1", "situation.1")),
        ("conclusions-2021/4#en.gist.1", ("conclusions-2021/4", "gist.1")),
    ],
)
def test_an_id_names_the_provision_and_the_face_of_which_windows_are_one(id: str, key: tuple[str, str]) -> None:
    assert face_key(id) == key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_faces_of_a_provision_are_counted(corpus: Corpus, passages: list[Passage], lang: str) -> None:
    counts, held = face_counts(corpus, lang), windows(passages)
    assert list(counts) == list(dict.fromkeys(str(passage.provision) for passage in passages if passage.lang == lang))
    for id, count in counts.items():
        cut_of = [passage for passage in passages if (str(passage.provision), passage.lang) == (id, lang)]
        # All passages but the windows after the first.
        assert count == len(cut_of) - len(held[Citation.parse(id), lang]) + 1


def test_ids_and_order_are_the_same_at_each_cutting(corpus: Corpus, passages: list[Passage]) -> None:
    assert list(cut(corpus)) == passages


def test_no_passage_is_empty(passages: list[Passage]) -> None:
    assert [passage.id for passage in passages if not passage.text.strip()] == []


def test_windows_hold_the_lead_in_and_the_text_word_for_word(corpus: Corpus, passages: list[Passage]) -> None:
    held = windows(passages)
    for (citation, lang), texts in held.items():
        text = corpus.get(citation).text(lang)
        assert text is not None
        assert " ".join(texts).split() == f"{corpus.chapeau(citation, lang)} {text.text}".split()
    assert max(len(texts) for texts in held.values()) > 1


def test_a_window_ends_where_a_clause_ends(passages: list[Passage]) -> None:
    cuts = [text for texts in windows(passages).values() for text in texts[:-1]]
    assert cuts
    assert [text[-30:] for text in cuts if text[-1] not in ";:.,"] == []


@pytest.mark.parametrize(
    ("id", "lang", "lead"),
    [
        ("conclusions-2021/17/e", "fr", "Le Bureau devrait: appuyer et promouvoir"),
        ("conclusions-2021/17/e", "en", "The Office should: support and promote"),
        ("conclusions-2021/13/h", "en", "Members, with the support of the Organization"),
        ("resolution-2021/3/d", "en", "The General Conference of the International Labour Organization"),
        ("resolution-2021/3/d", "en", "2021, requests the Director-General to: keep"),
    ],
)
def test_an_item_is_read_with_its_lead_in(passages: list[Passage], id: str, lang: str, lead: str) -> None:
    texts = windows(passages)[Citation.parse(id), lang]
    assert lead in texts[0]


def test_the_encoder_reads_every_passage_to_its_end(index_settings: IndexSettings, passages: list[Passage]) -> None:
    build = current(index_settings.builds)
    assert build is not None
    tokenizer = Tokenizer.from_file(str(build / "encoder" / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    pieces = [len(entry.ids) for entry in tokenizer.encode_batch([passage.text for passage in passages])]
    assert max(pieces) <= ENCODER_READS
    assert sorted(pieces)[len(pieces) // 2] < 100
