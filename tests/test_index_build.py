"""A build is whole or not there, encodes only what is new, and never disturbs who reads the one before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock
from index_double import HashEncoder

from corpus import Citation, Corpus
from index import IndexSettings, IndexStoreError, Searcher, index_status
from index.build_folder import current
from index.encoder_files import sha256
from index.passages import cut


@pytest.fixture
def encoder(index_settings: IndexSettings) -> HashEncoder:
    serving = current(index_settings.builds)
    assert serving is not None
    return HashEncoder(serving / "encoder")


@pytest.fixture
def settings(tmp_path: Path, index_settings: IndexSettings) -> IndexSettings:
    return index_settings.model_copy(update={"data_dir": tmp_path / "data"})


def with_other_words(corpus: Corpus) -> Corpus:
    """The corpus with one provision's French text changed."""
    id = Citation.parse("conclusions-2021/13/h")
    unit = corpus.get(id)
    texts = tuple(replace(text, text=text.text + " Bis.") if text.lang == "fr" else text for text in unit.texts)
    return replace(corpus, provisions={**corpus.provisions, id: replace(unit, texts=texts)}, digest="f" * 64)


def names(settings: IndexSettings) -> list[str]:
    return sorted(path.name for path in settings.builds.iterdir() if path.is_dir())


def test_a_build_serves_and_says_what_it_holds(corpus: Corpus, settings: IndexSettings, encoder: HashEncoder) -> None:
    assert index_status(corpus, settings).state == "missing"
    folder = encoder.build(corpus, settings)
    status = index_status(corpus, settings)
    assert (status.state, status.reason, status.folder) == ("fresh", "", folder)
    assert status.manifest is not None
    held = list(cut(corpus))
    assert sum(status.manifest.passages.values()) == len(held)
    assert status.manifest.provisions == len({passage.provision for passage in held})
    assert status.manifest.corpus_digest == corpus.digest
    assert (folder / "encoder" / "revision").read_text(encoding="utf-8").strip() == status.manifest.revision
    searcher = Searcher(corpus, settings)
    assert len(searcher.search("travail des enfants", "fr", 5).hits) == 5
    searcher.close()


def test_each_text_is_encoded_once_and_only_when_new(
    corpus: Corpus, settings: IndexSettings, encoder: HashEncoder
) -> None:
    encoder.build(corpus, settings)
    texts = {passage.text for passage in cut(corpus)}
    assert (len(encoder.encoded), set(encoder.encoded)) == (len(texts), texts)

    encoder.build(corpus, settings)
    assert (encoder.loaded, encoder.encoded, encoder.exports) == (0, [], 0)

    changed = with_other_words(corpus)
    encoder.build(changed, settings)
    assert set(encoder.encoded) == {passage.text for passage in cut(changed)} - texts
    assert len(encoder.encoded) == 1

    encoder.build(changed, settings, full=True)
    assert len(encoder.encoded) == len({passage.text for passage in cut(changed)})


def test_the_next_build_replaces_the_pointer_and_two_are_kept(
    corpus: Corpus, settings: IndexSettings, encoder: HashEncoder
) -> None:
    built = []
    for count in (1, 2, 2, 2):
        built.append(encoder.build(corpus, settings))
        assert current(settings.builds) == built[-1]
        assert (settings.builds / "current").read_text(encoding="utf-8") == built[-1].name
        assert names(settings) == sorted(folder.name for folder in built)[-count:]
    assert len(set(built)) == 4


def test_a_killed_build_leaves_the_old_one_serving(
    corpus: Corpus, settings: IndexSettings, encoder: HashEncoder
) -> None:
    old = encoder.build(corpus, settings)
    encoder.patience = 3
    with pytest.raises(KeyboardInterrupt):
        encoder.build(corpus, settings, full=True)
    assert index_status(corpus, settings).folder == old
    assert [name.endswith(".tmp") for name in names(settings)] == [False, True]
    searcher = Searcher(corpus, settings)
    assert searcher.search("travail des enfants", "fr", 1).hits
    searcher.close()

    encoder.patience = 1000
    new = encoder.build(corpus, settings)
    assert names(settings) == [old.name, new.name]
    assert index_status(corpus, settings).folder == new


def test_a_first_build_that_is_killed_leaves_nothing_that_serves(
    corpus: Corpus, settings: IndexSettings, encoder: HashEncoder
) -> None:
    encoder.patience = 1
    with pytest.raises(KeyboardInterrupt):
        encoder.build(corpus, settings)
    assert index_status(corpus, settings).state == "missing"


def test_a_second_builder_is_sent_away(corpus: Corpus, settings: IndexSettings, encoder: HashEncoder) -> None:
    settings.builds.mkdir(parents=True)
    with (
        FileLock(settings.builds / "lock"),
        pytest.raises(IndexStoreError, match=r"another build is writing to .*; wait"),
    ):
        encoder.build(corpus, settings)
    assert names(settings) == []
    encoder.build(corpus, settings)
    assert len(names(settings)) == 1


def test_a_reader_goes_on_while_the_index_is_rebuilt(
    corpus: Corpus, settings: IndexSettings, encoder: HashEncoder
) -> None:
    encoder.build(corpus, settings)
    reader = Searcher(corpus, settings)
    before = reader.search("travailleurs migrants", "fr", 20)
    changed = with_other_words(corpus)
    encoder.build(changed, settings)
    assert reader.search("travailleurs migrants", "fr", 20) == before
    other = Searcher(changed, settings)
    assert other.status.folder != reader.status.folder
    assert len(other.search("travailleurs migrants", "fr", 20).hits) == 20
    other.close()
    assert reader.search("travailleurs migrants", "fr", 20) == before
    reader.close()


@pytest.mark.parametrize("content", [b"", b"no archive", None], ids=["empty", "garbled", "truncated"])
def test_a_damaged_vector_cache_is_made_anew(
    corpus: Corpus, settings: IndexSettings, encoder: HashEncoder, content: bytes | None
) -> None:
    encoder.build(corpus, settings)
    encoded = len(encoder.encoded)
    (cache,) = (settings.data_dir / "vectors").iterdir()
    cache.write_bytes(cache.read_bytes()[:-1000] if content is None else content)
    encoder.build(corpus, settings)
    assert len(encoder.encoded) == encoded
    encoder.build(corpus, settings)
    assert encoder.encoded == []


def test_a_rebuild_does_not_take_over_a_damaged_encoder(
    corpus: Corpus, settings: IndexSettings, encoder: HashEncoder
) -> None:
    exported = encoder.build(corpus, settings) / "encoder" / "encoder.onnx"
    sound = sha256(exported)
    content = bytearray(exported.read_bytes())
    content[len(content) // 2] ^= 1
    exported.write_bytes(content)
    assert index_status(corpus, settings).state == "damaged"
    rebuilt = encoder.build(corpus, settings)
    assert encoder.exports == 1
    assert sha256(rebuilt / "encoder" / "encoder.onnx") == sound
    assert index_status(corpus, settings).state == "fresh"


def test_a_folder_that_cannot_be_written_is_one_clear_error(
    corpus: Corpus, tmp_path: Path, index_settings: IndexSettings, encoder: HashEncoder
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    settings = index_settings.model_copy(update={"data_dir": tmp_path / "file"})
    with pytest.raises(IndexStoreError, match=r"cannot be written .* set SOCLE_DATA_DIR"):
        encoder.build(corpus, settings)
