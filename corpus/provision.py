"""The blocks of an instrument as they are handed on: their texts, their place, their editorial layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.citation import Citation

OFFICIAL, TRANSLATION, RESTATEMENT = "official", "translation", "restatement"
TEXT_KINDS = (OFFICIAL, TRANSLATION, RESTATEMENT)
REVIEW_STATUSES = ("machine-drafted", "machine-cross-checked", "human-approved")


@dataclass(frozen=True, slots=True)
class Text:
    """The wording of one block in one language; `review` is None for official text: we do not review it."""

    lang: str
    kind: str
    text: str
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Editorial:
    """What was made about a provision: languages are fr, en, es; `review` maps a field to its status.

    `concepts` are how a librarian files it, `words` the everyday words by which people look for it, `situations` what
    they would say of themselves where it is the answer.
    """

    actors: tuple[str, ...]
    modality: tuple[str, ...]
    point: Mapping[str, str]
    gist: Mapping[str, str]
    concepts: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]
    questions: Mapping[str, tuple[str, ...]]
    situations: Mapping[str, tuple[str, ...]]
    review: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Provision:
    """One block with an id: a paragraph or an item (the units that are cited), a recital, a heading, a title.

    `heading` is the trail of headings above, outermost first; `lead` the ids of the chapeaux that make it a
    sentence, outermost first; `tail` the id of closing words. `previous` and `next` are neighbours of the
    same instrument in the order of the text, headings left out.
    """

    id: Citation
    block: str
    marker: str
    texts: tuple[Text, ...]
    heading: tuple[Citation, ...] = ()
    lead: tuple[Citation, ...] = ()
    tail: Citation | None = None
    children: tuple[Citation, ...] = ()
    previous: Citation | None = None
    next: Citation | None = None
    cites: tuple[Citation, ...] = ()
    cited_by: tuple[Citation, ...] = ()
    editorial: Editorial | None = field(default=None)

    @property
    def is_provision(self) -> bool:
        """Whether it counts as a provision: a numbered paragraph or a lettered item."""
        return self.block in ("paragraph", "item")

    @property
    def is_chapeau(self) -> bool:
        """Whether it is a lead-in that its items complete."""
        return self.block == "paragraph" and bool(self.children)

    def text(self, lang: str) -> Text | None:
        """The text in `lang`, official wording first where there is more than one kind, or None."""
        held = [text for text in self.texts if text.lang == lang]
        return min(held, key=lambda text: TEXT_KINDS.index(text.kind)) if held else None

    def official(self) -> Text | None:
        """The official text, or None where none is installed."""
        return next((text for text in self.texts if text.kind == OFFICIAL), None)


@dataclass(frozen=True, slots=True)
class Instrument:
    """One document: its code, kind, legal force and address, each by language where it is read by people."""

    code: str
    kind: str
    title: Mapping[str, str]
    force: Mapping[str, str]
    url: Mapping[str, str]
    note: str = ""
    source: str = ""
