"""Overviews: what is in a part or the whole, and of how many paragraphs and items it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.drafting import notices_of, point_of, points_in_order
from assistant.reply import OVERVIEW, Claim, Draft
from assistant.request_scope import Patterns, Request, Scope, compiled, matches, scope_of
from assistant.request_wording import counts_sentence, entries_sentence, text_name
from assistant.request_words import COUNT, OVERVIEW_OF_ALL, OVERVIEW_OF_WHAT, SCOPE, SECTION
from corpus import DEFAULT_INSTRUMENT, Citation, Corpus, Provision, shown_text
from index import analyse


@dataclass(frozen=True, slots=True)
class Overview:
    """What an overview is asked of: an instrument (a citation without a path), a heading, or a paragraph."""

    of: Citation


def asked_overview(request: Request, corpus: Corpus) -> Overview | None:
    """The overview that a request asks for, or None; of what does not exist there is none."""
    for lang, found in matches(request, _contents_patterns()):
        of = _named(request, found, lang, corpus)
        if of and (not of.path or corpus.get(of).block == "heading"):
            return Overview(of)
    for lang, found in matches(request, _count_patterns()):
        of = _named(request, found, lang, corpus)
        if of and (not of.path or corpus.get(of).block in ("heading", "paragraph")):
            return Overview(of)
    return None


def draft_overview(overview: Overview, question: str, lang: str, corpus: Corpus) -> Draft:
    """An overview in `lang`: how much there is, then headings, or the points under a heading or paragraph."""
    of = overview.of
    if not of.path:
        claims, shown = _of_instrument(of, lang, corpus)
    else:
        provision = corpus.get(of)
        under = [corpus.get(child) for child in provision.children]
        shown = [child for child in under if not child.is_chapeau]
        claims = [Claim(counts_sentence(of.label(lang), _counts(under), lang), (), "notice")]
        if provision.block == "heading":
            claims += _of_heading(provision, lang, corpus)
        else:
            claims += points_in_order(shown, lang, corpus) if shown else [_alone(provision, lang)]
    return Draft(OVERVIEW, lang, question, tuple(claims), notices=notices_of(shown, lang, corpus))


def entry(heading: Provision, lang: str, corpus: Corpus) -> str:
    """A heading as an overview lists it: its words, and the number of provisions under it, lead-ins not counted."""
    under = sum(not corpus.get(child).is_chapeau for child in heading.children)
    return f"{shown_text(heading, lang)} ({under})"


@cache
def _contents_patterns() -> Patterns:
    return compiled(
        (lang, one.replace("{what}", what))
        for lang, patterns in OVERVIEW_OF_WHAT.items()
        for one in (*patterns, OVERVIEW_OF_ALL[lang])
        for what in (SCOPE[lang], SECTION[lang])
    )


@cache
def _count_patterns() -> Patterns:
    return compiled((lang, one) for lang, patterns in COUNT.items() for one in patterns)


def _named(request: Request, found: re.Match[str], lang: str, corpus: Corpus) -> Citation | None:
    """What a match names: the conclusions where it names nothing, None where it is several or not held."""
    topic = found.groupdict().get("topic")
    if topic:
        return _heading_on(topic, lang, corpus)
    scope = scope_of(request, found)
    named = scope.blocks or (Citation(DEFAULT_INSTRUMENT),)
    return named[0] if len(named) == 1 and Scope(named).exists(corpus) else None


def _heading_on(topic: str, lang: str, corpus: Corpus) -> Citation | None:
    """The heading that holds every word of a topic, or None where none or more than one does."""
    asked = {term.term for term in analyse(topic, lang)}
    held = []
    for provision in corpus.provisions.values():
        text = provision.text(lang) if provision.block == "heading" else None
        if text and asked and asked <= {term.term for term in analyse(text.text, lang)}:
            held.append(provision.id)
    return held[0] if len(held) == 1 else None


def _of_instrument(of: Citation, lang: str, corpus: Corpus) -> tuple[list[Claim], Sequence[Provision]]:
    """The claims, and the provisions of which they give the points."""
    units = [unit for unit in corpus.provisions.values() if unit.id.instrument == of.instrument]
    headings = [unit for unit in units if unit.block == "heading"]
    name = text_name(of.instrument, corpus.instrument(of).title[lang], lang)
    count = counts_sentence(name, _counts(units), lang)
    if not headings:
        shown = [unit for unit in units if unit.block != "title" and not unit.is_chapeau]
        return [Claim(count, (), "notice"), *points_in_order(shown, lang, corpus)], shown
    opening = Claim(f"{count} {entries_sentence(lang)}", (), "notice")
    return [opening, *(Claim(entry(one, lang, corpus), (one.id,), "drafted") for one in headings)], ()


def _of_heading(heading: Provision, lang: str, corpus: Corpus) -> Iterator[Claim]:
    """A heading, the points directly under it, then the same of every heading within it."""
    yield Claim(shown_text(heading, lang), (heading.id,), "gist")
    under = [corpus.get(child) for child in heading.children]
    own = [child for child in under if child.heading[-1] == heading.id and not child.is_chapeau]
    yield from points_in_order(own, lang, corpus)
    within = dict.fromkeys(
        trail for child in under for trail in child.heading if heading.id in corpus.get(trail).heading
    )
    for inner in map(corpus.get, within):
        if inner.heading[-1] == heading.id:
            yield from _of_heading(inner, lang, corpus)


def _alone(provision: Provision, lang: str) -> Claim:
    """The point of a paragraph that has no items."""
    return Claim(point_of(provision, lang), (provision.id,), "point")


def _counts(units: Sequence[Provision]) -> dict[str, int]:
    """How many there are of each unit, the large ones first."""
    parts = sum(unit.block == "heading" and unit.id.path[0] == "part" for unit in units)
    counts = {"part": parts, "heading": sum(unit.block == "heading" for unit in units) - parts}
    return counts | {name: sum(unit.block == name for unit in units) for name in ("recital", "paragraph", "item")}
