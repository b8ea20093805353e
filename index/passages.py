"""Cuts provisions into passages, the faces by which each is embedded and searched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import LANGUAGES, Citation, Corpus, Provision

# The encoder reads 256 word pieces; French words make about two and a half each in its English vocabulary.
_WORDS_A_WINDOW = 90
_CLAUSE_END = re.compile(r"(?<=[;:.,])\s+")
FACES = ("text", "translation", "gist", "concepts", "words", "question", "situation")


@dataclass(frozen=True, slots=True)
class Passage:
    """One face of a provision in one language; `id` is unique and stable from build to build."""

    id: str
    provision: Citation
    lang: str
    face: str
    text: str


def cut(corpus: Corpus) -> Iterator[Passage]:
    """The passages of every provision and recital, in the order of the corpus."""
    for provision in corpus.provisions.values():
        if provision.is_provision or provision.block == "recital":
            for lang in LANGUAGES:
                yield from _faces(corpus, provision, lang)


def _faces(corpus: Corpus, provision: Provision, lang: str) -> Iterator[Passage]:
    def passage(face: str, number: int, text: str) -> Passage:
        return Passage(f"{provision.id}#{lang}.{face}.{number}", provision.id, lang, face, text)

    text = provision.text(lang)
    if text:
        face = "translation" if text.kind == "translation" else "text"
        lead = corpus.chapeau(provision.id, lang)
        for number, window in enumerate(_windows(f"{lead} {text.text}".strip()), 1):
            yield passage(face, number, window)
    editorial = provision.editorial
    if editorial is None:
        return
    yield passage("gist", 1, editorial.gist[lang])
    yield passage("concepts", 1, ", ".join(editorial.concepts[lang]))
    if editorial.words[lang]:
        yield passage("words", 1, ", ".join(editorial.words[lang]))
    for number, question in enumerate(editorial.questions[lang], 1):
        yield passage("question", number, question)
    for number, situation in enumerate(editorial.situations[lang], 1):
        yield passage("situation", number, situation)


def face_key(passage_id: str) -> tuple[str, str]:
    """The provision and the face that a passage's id names; the windows of a long text are one face."""
    provision, _, rest = passage_id.partition("#")
    _, face, number = rest.split(".")
    return provision, face if face in ("text", "translation") else f"{face}.{number}"


def face_counts(corpus: Corpus, lang: str) -> dict[str, int]:
    """How many faces each provision and recital has in `lang`."""
    faces: dict[str, set[str]] = {}
    for passage in cut(corpus):
        if passage.lang == lang:
            provision, face = face_key(passage.id)
            faces.setdefault(provision, set()).add(face)
    return {provision: len(held) for provision, held in faces.items()}


def _windows(text: str) -> Iterator[str]:
    """`text` in stretches of whole clauses, short enough to be read in full by the encoder."""
    words = 0
    window: list[str] = []
    for clause in _CLAUSE_END.split(text):
        length = len(clause.split())
        if window and words + length > _WORDS_A_WINDOW:
            yield " ".join(window)
            words, window = 0, []
        window.append(clause)
        words += length
    if window:
        yield " ".join(window)
