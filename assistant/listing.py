"""Complete listings: every provision that calls on somebody to act, refers to an instrument, or has a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.drafting import notices_of, points_in_order
from assistant.reply import LISTING, NOT_IN_CORPUS, Claim, Draft, Option
from assistant.request_scope import Patterns, Request, Scope, compiled, matches, scope_of
from assistant.request_wording import listing_sentence
from assistant.request_words import (
    ACTOR_NAMES,
    ACTORS,
    AND_NUMBER,
    ARTICLES,
    BY_ACTOR,
    INSTRUMENTS,
    NUMBERED,
    RELATED,
    SUBJECT,
    TERM_IN,
    WORD,
)
from assistant.word_search import having_words
from corpus import BadReferenceError, Citation, Corpus, Provision
from index import analyse

# A longer term is a question of its own, or a story.
_TERM_WORDS = 6
_MARKUP = re.compile(r"[\\`*_\[\]<>#!|~«»\"“”]")


@dataclass(frozen=True, slots=True)
class Listing:
    """What is to be listed: by `actors`, by `cited` instruments or their provisions, or by a `term` in `lang`.

    `scope` confines it. `subject` says that the term was asked for as a subject and not as a word that is mentioned.
    """

    scope: Scope
    actors: tuple[str, ...] = ()
    cited: tuple[Citation, ...] = ()
    term: str = ""
    lang: str = ""
    subject: bool = False


def asked_listing(request: Request, corpus: Corpus) -> Listing | None:
    """The listing that a request asks for, or None.

    A subject that stands in no provision in these words is no listing either: it may be there in others.
    """
    for _, found in matches(request, _actor_patterns()):
        scope = scope_of(request, found)
        if scope.exists(corpus):
            return Listing(scope, actors=_actors(found))
    for subject, patterns in ((False, _word_patterns()), (True, _subject_patterns())):
        for lang, found in matches(request, patterns):
            listing = _of_term(request, found, lang, subject=subject)
            if listing and listing.scope.exists(corpus) and (not subject or _found(listing, corpus)[1]):
                return listing
    return None


def draft_listing(listing: Listing, question: str, lang: str, corpus: Corpus) -> Draft:
    """The listing in `lang`, complete and in the order of the texts; not_in_corpus where there is nothing to list."""
    kind, found = _found(listing, corpus)
    where = listing.scope.label(lang, corpus)
    text = listing_sentence(kind, len(found), _what(listing, lang, corpus), where, lang)
    if not found:
        return Draft(NOT_IN_CORPUS, lang, question, (Claim(text, (), "notice"),))
    related = RELATED.get(listing.actors, {}).get(lang) if not listing.scope.blocks else None
    return Draft(
        LISTING,
        lang,
        question,
        (Claim(text, (), "notice"), *points_in_order(found, lang, corpus)),
        options=(Option(related, related),) if related else (),
        notices=notices_of(found, lang, corpus),
    )


@cache
def _actor_patterns() -> Patterns:
    return compiled((lang, one) for lang, patterns in BY_ACTOR.items() for one in patterns)


@cache
def _word_patterns() -> Patterns:
    return compiled((lang, one) for lang, patterns in WORD.items() for one in patterns)


@cache
def _subject_patterns() -> Patterns:
    return compiled((lang, one) for lang, patterns in SUBJECT.items() for one in patterns)


def _actors(found: re.Match[str]) -> tuple[str, ...]:
    groups = found.groupdict()
    named = groups.get("actor") or groups.get("actor2") or ""
    return next(actors for names, actors in ACTORS if re.fullmatch(names, named))


def _of_term(request: Request, found: re.Match[str], lang: str, *, subject: bool) -> Listing | None:
    """A listing by what the group `term` of a match says; a text or part named at its end confines it."""
    term, scope = found["term"], scope_of(request, found)
    behind = None if scope.blocks else re.fullmatch(TERM_IN[lang], term)
    if behind and analyse(behind["term"], lang):
        term, scope = behind["term"], scope_of(request, behind)
    term = re.sub(ARTICLES, "", _MARKUP.sub("", term).strip(" ?!.,;:'"))
    if cited := _instruments(request, term):
        return Listing(scope, cited=cited)
    if not 0 < len(analyse(term, lang)) <= _TERM_WORDS or re.search(r"[?;,@]", term):
        return None
    return Listing(scope, term=_MARKUP.sub("", request.as_typed(term)), lang=lang, subject=subject)


def _instruments(request: Request, term: str) -> tuple[Citation, ...]:
    """The instruments, or provisions of instruments, that a term names; none where it is a word like others."""
    plain = request.spelt_out(term)
    named: list[Citation] = [*request.named(term)]
    for found in re.finditer(NUMBERED, plain):
        letter = found["kind"][0]
        numbers = [found["number"], *re.findall(AND_NUMBER, plain[found.end() :])]
        named += [Citation(f"{letter.upper()}{number}") for number in numbers]
    named += [Citation(code) for code, names in INSTRUMENTS.items() if re.search(names, plain)]
    exact = {citation.instrument for citation in named if citation.path}
    return tuple(dict.fromkeys(one for one in named if one.path or one.instrument not in exact))


def _found(listing: Listing, corpus: Corpus) -> tuple[str, list[Provision]]:
    """The kind of sentence that opens the listing, and all its provisions in the order of the texts."""
    units = [
        unit
        for unit in corpus.provisions.values()
        if unit.block not in ("title", "heading") and listing.scope.holds(unit)
    ]
    if listing.actors:
        # A lead-in stands over its items and is none of the provisions counted.
        return "actor", [unit for unit in units if not unit.is_chapeau and _calls_on(unit, listing.actors)]
    if listing.cited:
        return "cited", [unit for unit in units if any(_refers(unit, one) for one in listing.cited)]
    return having_words(listing.term, listing.lang, units, family=listing.subject)


def _calls_on(unit: Provision, actors: Sequence[str]) -> bool:
    return unit.editorial is not None and bool({*actors} & {*unit.editorial.actors})


def _refers(unit: Provision, cited: Citation) -> bool:
    """Whether a unit refers to an instrument or to anything in it; to a provision only where it names just that."""
    return any(other == cited or (not cited.path and other.instrument == cited.instrument) for other in unit.cites)


def _what(listing: Listing, lang: str, corpus: Corpus) -> str:
    if listing.actors:
        return ACTOR_NAMES[listing.actors][lang]
    if listing.cited:
        return "; ".join(_names(listing.cited, lang, corpus))
    return listing.term


def _names(cited: Sequence[Citation], lang: str, corpus: Corpus) -> Iterator[str]:
    for citation in cited:
        try:
            title = corpus.instrument(citation).title[lang]
        except BadReferenceError:  # an instrument that no text here names: its code is all that is known
            title = ""
        yield title if title and not citation.path else citation.label(lang)
