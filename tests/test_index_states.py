"""An index that cannot be trusted says so, says what to run, and does not answer."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Corpus
from index import IndexSettings, IndexStoreError, Searcher, index_status
from index.build_folder import REBUILD, current
from index.encoder_files import locate
from index.settings import BUNDLED_MODEL
from index.store import Store


@pytest.fixture
def settings(tmp_path: Path, index_settings: IndexSettings) -> IndexSettings:
    """A copy of the session's index that may be spoilt."""
    data = tmp_path / "data"
    shutil.copytree(index_settings.builds, data / "builds")
    return index_settings.model_copy(update={"data_dir": data})


def refused(corpus: Corpus, settings: IndexSettings, state: str) -> str:
    """The reason of a status, which the Searcher gives too; both in one sentence that says what to run."""
    status = index_status(corpus, settings)
    assert status.state == state
    assert REBUILD in status.reason
    assert "\n" not in status.reason
    with pytest.raises(IndexStoreError) as caught:
        Searcher(corpus, settings)
    assert str(caught.value) == f"{state} index: {status.reason}"
    return status.reason


def test_a_whole_copy_is_fresh_and_answers(corpus: Corpus, settings: IndexSettings) -> None:
    assert index_status(corpus, settings).state == "fresh"
    searcher = Searcher(corpus, settings)
    assert searcher.search("child labour", "en", 1).hits
    searcher.close()
    assert index_status(corpus, settings).state == "fresh"  # reading is no damage


@pytest.mark.parametrize("spoil", ["no folder", "empty folder", "empty pointer"])
def test_without_a_build_the_index_is_missing(
    corpus: Corpus, tmp_path: Path, index_settings: IndexSettings, spoil: str
) -> None:
    settings = index_settings.model_copy(update={"data_dir": tmp_path / "data"})
    if spoil != "no folder":
        settings.builds.mkdir(parents=True)
    if spoil == "empty pointer":
        (settings.builds / "current").write_text("", encoding="utf-8")
    assert "no index has been built" in refused(corpus, settings, "missing")


def test_changed_texts_make_it_stale(corpus: Corpus, settings: IndexSettings) -> None:
    reason = refused(replace(corpus, digest="0" * 64), settings, "stale")
    assert "the texts have changed" in reason


def test_another_encoder_makes_it_foreign(corpus: Corpus, settings: IndexSettings) -> None:
    other = settings.model_copy(update={"embedding_model": locate(BUNDLED_MODEL).source})
    assert BUNDLED_MODEL in refused(corpus, other, "foreign")


def serving(settings: IndexSettings) -> Path:
    folder = current(settings.builds)
    assert folder is not None
    return folder


@pytest.mark.parametrize(
    "change",
    [{"format": 0}, {"recipe": "another"}, {"model": "another"}, {"revision": "0" * 64}, {"later": "field"}],
    ids=str,
)
def test_a_manifest_of_another_version_makes_it_foreign(
    corpus: Corpus, settings: IndexSettings, change: dict[str, object]
) -> None:
    path = serving(settings) / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(manifest | change), encoding="utf-8")
    assert "version" in refused(corpus, settings, "foreign")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00"])
def test_a_manifest_that_cannot_be_read_makes_it_foreign(
    corpus: Corpus, settings: IndexSettings, content: bytes
) -> None:
    (serving(settings) / "manifest.json").write_bytes(content)
    assert "manifest" in refused(corpus, settings, "foreign")


def first(folder: Path, pattern: str) -> Path:
    return min(folder.glob(pattern))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def garble(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * 8192 + content[12288:])


def empty(path: Path) -> None:
    path.write_bytes(b"")


DAMAGE: list[tuple[str, Callable[[Path], None]]] = [
    ("chroma/*/data_level0.bin", truncate),
    ("chroma/*/data_level0.bin", flip),
    ("chroma/*/header.bin", Path.unlink),
    ("chroma/chroma.sqlite3", truncate),
    ("chroma/chroma.sqlite3", garble),
    ("chroma/chroma.sqlite3", empty),
    ("chroma/chroma.sqlite3", Path.unlink),
    ("lexical/es/documents.json", Path.unlink),
    ("concepts.json", flip),
    ("concepts.json", Path.unlink),
    ("lexical/fr/vocab.index.json", flip),
    ("encoder/encoder.onnx", flip),
    ("encoder/tokenizer.json", truncate),
    ("encoder/revision", Path.unlink),
    ("manifest.json", Path.unlink),
]


@pytest.mark.parametrize(("pattern", "spoil"), DAMAGE)
def test_a_damaged_file_is_named(
    corpus: Corpus, settings: IndexSettings, pattern: str, spoil: Callable[[Path], None]
) -> None:
    path = first(serving(settings), pattern)
    spoil(path)
    reason = refused(corpus, settings, "damaged")
    assert path.name.removesuffix(".json") in reason


@pytest.mark.parametrize("content", [b"no-such-build", b"\xff\xfe"])
def test_a_pointer_to_nothing_is_damage(corpus: Corpus, settings: IndexSettings, content: bytes) -> None:
    (settings.builds / "current").write_bytes(content)
    assert "has no manifest" in refused(corpus, settings, "damaged")


def test_a_store_with_fewer_passages_than_its_manifest_is_refused(corpus: Corpus, settings: IndexSettings) -> None:
    path = serving(settings) / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["passages"]["fr"] += 1
    path.write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(IndexStoreError, match=r"damaged index: fr does not hold \d+ passages; run: make index"):
        Searcher(corpus, settings)


def test_a_sample_that_does_not_find_itself_is_refused(
    corpus: Corpus, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = Store.vectors
    monkeypatch.setattr(Store, "vectors", lambda store, lang, ids: -stored(store, lang, ids))
    with pytest.raises(IndexStoreError, match="does not find itself; run: make index"):
        Searcher(corpus, settings)
