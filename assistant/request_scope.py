"""A request made ready for its patterns: polite words off, references set apart, and the blocks it is confined to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.request_words import NAMED_TEXTS, POLITE_AFTER, POLITE_BEFORE
from corpus import Citation, Corpus, Provision, find_references, fold

Patterns = tuple[tuple[str, re.Pattern[str]], ...]

_TOKEN = re.compile(r"@(\d+)")


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed, and the same folded, with `@0`, `@1` ... in the place of each of its `references`."""

    typed: str
    text: str
    references: tuple[tuple[Citation, ...], ...]
    spans: tuple[tuple[int, int], ...]

    def named(self, text: str) -> tuple[Citation, ...]:
        """The citations that the `@` in a stretch of `text` stand for."""
        return tuple(citation for found in _TOKEN.findall(text) for citation in self.references[int(found)])

    def spelt_out(self, text: str) -> str:
        """A stretch of `text` with the words of its references in their place, folded."""
        return _TOKEN.sub(lambda found: fold(self.typed[slice(*self.spans[int(found[1])])]), text)

    def as_typed(self, text: str) -> str:
        """A stretch of the folded text as the person wrote it, references back in their place."""
        plain = self.spelt_out(text)
        start = fold(self.typed).find(plain)
        return self.typed[start : start + len(plain)] if start >= 0 else plain


@dataclass(frozen=True, slots=True)
class Scope:
    """The blocks that a request is confined to; none means everything held."""

    blocks: tuple[Citation, ...] = ()

    def holds(self, provision: Provision) -> bool:
        """Whether a provision stands in it, itself included."""
        return not self.blocks or any(
            block in (provision.id, provision.id.parent, *provision.heading)
            or (not block.path and block.instrument == provision.id.instrument)
            for block in self.blocks
        )

    def exists(self, corpus: Corpus) -> bool:
        """Whether the corpus holds all that is named."""
        held = (block in corpus or (not block.path and block.instrument in corpus.instruments) for block in self.blocks)
        return all(held)

    def label(self, lang: str, corpus: Corpus) -> str:
        """Its name in brackets behind a blank, or "" for everything."""
        names = (block.label(lang) if block.path else corpus.instrument(block).title[lang] for block in self.blocks)
        return f" ({', '.join(names)})" if self.blocks else ""


def read_request(typed: str) -> Request:
    """Make ready what a person typed (one line, composed Unicode)."""
    folded, at = fold(typed), 0
    references: list[tuple[Citation, ...]] = []
    spans: list[tuple[int, int]] = []
    pieces: list[str] = []
    for found in find_references(typed):
        pieces += [folded[at : found.start], f"@{len(references)}"]
        references.append(found.citations)
        spans.append((found.start, found.end))
        at = found.end
    text = _bare("".join([*pieces, folded[at:]]))
    return Request(typed, text, tuple(references), tuple(spans))


def compiled(patterns: Iterable[tuple[str, str]]) -> Patterns:
    """Patterns as `matches` takes them, each with the language it is of."""
    return tuple((lang, re.compile(pattern)) for lang, pattern in patterns)


def matches(request: Request, patterns: Patterns) -> Iterator[tuple[str, re.Match[str]]]:
    """The patterns that the whole of a request fits, each with the language it is of."""
    for lang, pattern in patterns:
        if found := pattern.fullmatch(request.text):
            yield lang, found


def scope_of(request: Request, found: re.Match[str]) -> Scope:
    """What the group `scope` of a match names: references first, else a text by its name, else everything."""
    text = found.groupdict().get("scope") or ""
    if named := request.named(text):
        return Scope(named)
    return Scope(tuple(Citation(code) for name, code in NAMED_TEXTS.items() if name in text)[:1])


def _bare(folded: str) -> str:
    """The request alone: no marks at its ends, no polite words, one blank between words."""
    text = " ".join(folded.replace("«", " ").replace("»", " ").split()).strip(" ?!.,;:¿¡")
    while True:
        shorter = re.sub(rf"^{POLITE_BEFORE}", "", text)
        shorter = re.sub(rf"{POLITE_AFTER}$", "", shorter).strip(" ?!.,;:¿¡")
        if shorter == text:
            return text
        text = shorter
