"""Builds the index: a folder of its own for every build, put in place in one step."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray
from tqdm import tqdm

from corpus import LANGUAGES, Corpus
from index.build_folder import FORMAT, Manifest, current, file_hashes, intact, point_to, recipe, write_manifest
from index.concepts import ConceptIndex
from index.document_encoder import DocumentEncoder
from index.encoder_files import EncoderFiles, locate
from index.errors import IndexStoreError
from index.lexical import LexicalIndex
from index.passages import Passage, cut
from index.settings import IndexSettings
from index.store import Store
from index.vector_cache import VectorCache

_BATCH = 64
_SAMPLES = 5
_KEPT = 2

LoadEncoder = Callable[[EncoderFiles], DocumentEncoder]


def build(
    corpus: Corpus,
    settings: IndexSettings,
    *,
    full: bool = False,
    load_encoder: LoadEncoder = DocumentEncoder,
) -> Path:
    """Build the index of `corpus` and make it the one that serves; returns its folder.

    Vectors of unchanged passages come from the cache unless `full`. Another build under way, a full disk or a kill
    leave the index that served before. Raises IndexStoreError and EncoderError.
    """
    files = locate(settings.embedding_model)
    try:
        settings.builds.mkdir(parents=True, exist_ok=True)
        with FileLock(settings.builds / "lock").acquire(timeout=0):
            return _locked_build(corpus, settings, files, full=full, load_encoder=load_encoder)
    except Timeout:
        raise IndexStoreError(f"another build is writing to {settings.builds}; wait for it to end") from None
    except OSError as error:
        reason = f"{settings.builds} cannot be written ({error}); free space there or set SOCLE_DATA_DIR"
        raise IndexStoreError(reason) from error


def _locked_build(
    corpus: Corpus, settings: IndexSettings, files: EncoderFiles, *, full: bool, load_encoder: LoadEncoder
) -> Path:
    for leftover in settings.builds.glob("*.tmp"):
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
    passages = list(cut(corpus))
    now = datetime.now(UTC)
    name = f"{now:%Y%m%dT%H%M%S%f}-{corpus.digest[:8]}"
    folder = settings.builds / f"{name}.tmp"
    folder.mkdir()
    encoder = _Lazy(files, load_encoder)
    vectors = _vectors(passages, settings, files, encoder, full=full)
    samples = _fill(folder, passages, vectors)
    ConceptIndex.build(passages, corpus.thesaurus).save(folder)
    _put_encoder(folder / "encoder", settings.builds, files, encoder)
    write_manifest(
        folder,
        Manifest(
            format=FORMAT,
            recipe=recipe(),
            corpus_digest=corpus.digest,
            model=files.name,
            revision=files.revision,
            passages={lang: sum(passage.lang == lang for passage in passages) for lang in LANGUAGES},
            provisions=len({passage.provision for passage in passages}),
            built_at=now.isoformat(timespec="seconds"),
            backend="chroma",
            samples=samples,
            files=file_hashes(folder),
        ),
    )
    placed = folder.rename(settings.builds / name)
    point_to(settings.builds, name)
    _forget_old(settings.builds, placed)
    return placed


class _Lazy:
    """Loads the encoder when it is first needed: a rebuild of known texts needs none."""

    def __init__(self, files: EncoderFiles, load: LoadEncoder) -> None:
        self._files, self._load = files, load
        self._encoder: DocumentEncoder | None = None

    def get(self) -> DocumentEncoder:
        if self._encoder is None:
            self._encoder = self._load(self._files)
        return self._encoder


def _vectors(
    passages: Sequence[Passage], settings: IndexSettings, files: EncoderFiles, encoder: _Lazy, *, full: bool
) -> NDArray[np.float32]:
    cache = VectorCache(settings.data_dir / "vectors", files.revision)
    texts = [passage.text for passage in passages]
    todo = list(dict.fromkeys(texts)) if full else cache.missing(texts)
    todo.sort(key=len)  # like lengths together: less padding
    with tqdm(total=len(todo), desc="encoding passages", unit="passage", disable=not todo, file=sys.stderr) as bar:
        for start in range(0, len(todo), _BATCH):
            part = todo[start : start + _BATCH]
            cache.put(part, encoder.get().encode(part))
            bar.update(len(part))
    cache.save(texts)
    return cache.get(texts)


def _fill(folder: Path, passages: Sequence[Passage], vectors: NDArray[np.float32]) -> dict[str, list[str]]:
    samples = {}
    with Store(folder) as store:
        for lang in LANGUAGES:
            places = [place for place, passage in enumerate(passages) if passage.lang == lang]
            if not places:  # a collection need not be in all languages
                continue
            part = [passages[place] for place in places]
            store.add(lang, part, vectors[places])
            samples[lang] = [part[place].id for place in np.linspace(0, len(part) - 1, _SAMPLES).astype(int)]
            LexicalIndex.build(lang, _documents(part)).save(folder / "lexical" / lang)
    return samples


def _documents(passages: Sequence[Passage]) -> dict[str, str]:
    """One lexical document a provision: all its faces in one language (better than a document a face: DESIGN.md)."""
    documents: dict[str, list[str]] = {}
    for passage in passages:
        documents.setdefault(str(passage.provision), []).append(passage.text)
    return {id: "\n".join(texts) for id, texts in documents.items()}


def _put_encoder(folder: Path, builds: Path, files: EncoderFiles, encoder: _Lazy) -> None:
    """Export the encoder, or take the export of the build that serves where it is whole and of the same revision."""
    serving = current(builds)
    marker = f"{files.revision}\n"
    if serving and intact(serving, "encoder"):
        held = serving / "encoder"
        if (held / "revision").read_text(encoding="utf-8") == marker:
            shutil.copytree(held, folder)
            return
    encoder.get().export(folder)
    (folder / "revision").write_text(marker, encoding="utf-8")


def _forget_old(builds: Path, newest: Path) -> None:
    """Keep the newest build and the one before: a reader may still be on it."""
    older = sorted((path for path in builds.iterdir() if path.is_dir() and path != newest), reverse=True)
    for path in older[_KEPT - 1 :]:
        shutil.rmtree(path)
