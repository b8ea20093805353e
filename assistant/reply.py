"""A reply as it is handed on: the outcome, the answer, its claims, and the provisions that each rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from corpus import Citation

ANSWERED, NOT_IN_CORPUS, OUT_OF_SCOPE = "answered", "not_in_corpus", "out_of_scope"
BAD_REFERENCE, INVALID, HELP = "bad_reference", "invalid", "help"
OVERVIEW, LISTING = "overview", "listing"
PARTIAL, CLARIFY = "partial", "clarify"
OUTCOMES = (ANSWERED, PARTIAL, OVERVIEW, LISTING, CLARIFY, NOT_IN_CORPUS, OUT_OF_SCOPE, BAD_REFERENCE, INVALID, HELP)
CLAIM_KINDS = ("lead", "point", "gist", "quote", "notice", "drafted")
EXTRACTIVE = "extractive"


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of the answer and the provisions that it rests on; a notice rests on none."""

    text: str
    citations: tuple[Citation, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Official text: the code points [start, end) of a provision's text in `lang`."""

    lang: str
    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that stands for a provision in the reader's language, and of which kind it is."""

    lang: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision that the answer cites, with what a reader needs to weigh and copy it."""

    id: Citation
    label: str
    instrument: str
    force: str
    actors: tuple[str, ...]
    url: str
    quotes: tuple[Quote, ...]
    shown: Shown


@dataclass(frozen=True, slots=True)
class Near:
    """A provision close to a question that is not answered; it is no answer."""

    id: Citation
    label: str


@dataclass(frozen=True, slots=True)
class Option:
    """Something to ask next."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a drafter proposes before it is verified: claims in reading order and the outcome they make.

    `quotes` names, for a provision, the stretch of its official text to be shown.
    """

    outcome: str
    lang: str
    understood: str
    claims: tuple[Claim, ...]
    quotes: Mapping[Citation, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    nearest: tuple[Citation, ...] = ()
    options: tuple[Option, ...] = ()
    notices: tuple[str, ...] = ()
    engine: str = EXTRACTIVE


@dataclass(frozen=True, slots=True)
class Reply:
    """A verified reply; made by `verify` alone, which lets no citation pass that the corpus does not hold.

    `answer` is Markdown; `timing` holds milliseconds by stage and is the only part that differs from run to run.
    """

    outcome: str
    lang: str
    understood: str
    answer: str
    claims: tuple[Claim, ...]
    citations: tuple[Cited, ...]
    nearest: tuple[Near, ...]
    options: tuple[Option, ...]
    notices: tuple[str, ...]
    engine: str
    corpus_digest: str
    timing: Mapping[str, float]
