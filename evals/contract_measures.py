"""The measures of the citation contract: whether a reply says of every provision only what the corpus holds of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assistant import say
from corpus import OFFICIAL, BadReferenceError, Citation, CitationError, Corpus, Provision, shown_text
from evals.measure import Measure, by_case
from evals.running import Outcome

_LINKED = re.compile(r"\[([^\]]+)\]\(#src-([^)\s]+)\)")
_ESCAPED = re.compile(r"\\(.)")
Holds = Callable[[Mapping[str, Any], Corpus], bool]
# Claims that repeat, word for word, what the corpus holds of a provision.
_OWN = ("point", "gist", "lead")


def contract_measures(corpus: Corpus) -> tuple[Measure, ...]:
    """CitationExists, CitationPresent, PointOwn, QuoteExact and AnswerTrue, held against `corpus`.

    A run over another state of the corpus gets no verdict.
    """

    def citation_exists(outcome: Outcome) -> float | None:
        """1 where every id cited is a provision of the corpus, with its own label, force and actors."""
        return _verdict(outcome, corpus, _citations_exist)

    def citation_present(outcome: Outcome) -> float | None:
        """1 where every claim but a notice names provisions, all listed, and every provision listed is named by one."""
        return _verdict(outcome, corpus, _citations_present)

    def point_own(outcome: Outcome) -> float | None:
        """1 where every point, gist and lead-in is, to the letter, what the corpus holds of the provision it cites."""
        return _verdict(outcome, corpus, _points_own)

    def quote_exact(outcome: Outcome) -> float | None:
        """1 where every quote is the slice of official text that its provision, language, start and end name."""
        return _verdict(outcome, corpus, _quotes_exact)

    def answer_true(outcome: Outcome) -> float | None:
        """1 where the answer as shown holds every claim in order, each followed by links to just what it cites."""
        return _verdict(outcome, corpus, _answer_true)

    return (
        by_case("CitationExists", citation_exists),
        by_case("CitationPresent", citation_present),
        by_case("PointOwn", point_own),
        by_case("QuoteExact", quote_exact),
        by_case("AnswerTrue", answer_true),
    )


def _verdict(outcome: Outcome, corpus: Corpus, holds: Holds) -> float | None:
    says_something = any(claim["kind"] != "notice" for claim in outcome.reply["claims"])
    if outcome.reply["corpus_digest"] != corpus.digest or not (says_something or outcome.reply["citations"]):
        return None
    return float(holds(outcome.reply, corpus))


def _held(id: str, corpus: Corpus) -> Provision | None:
    try:
        return corpus.get(Citation.parse(id))
    except (CitationError, BadReferenceError):
        return None


def _citations_exist(reply: Mapping[str, Any], corpus: Corpus) -> bool:
    named = {id for claim in reply["claims"] for id in claim["citations"]}
    return all(_held(id, corpus) for id in named) and all(
        _is_described(entry, reply["lang"], corpus) for entry in reply["citations"]
    )


def _is_described(entry: Mapping[str, Any], lang: str, corpus: Corpus) -> bool:
    provision = _held(entry["id"], corpus)
    if provision is None:
        return False
    actors = provision.editorial.actors if provision.editorial else ()
    force = corpus.instrument(provision.id).force[lang]
    return (entry["label"], entry["force"], tuple(entry["actors"])) == (provision.id.label(lang), force, actors)


def _citations_present(reply: Mapping[str, Any], corpus: Corpus) -> bool:
    claims = [claim for claim in reply["claims"] if claim["kind"] != "notice"]
    named = {id for claim in claims for id in claim["citations"]}
    return all(claim["citations"] for claim in claims) and named == {entry["id"] for entry in reply["citations"]}


def _points_own(reply: Mapping[str, Any], corpus: Corpus) -> bool:
    return all(
        claim["text"] in set(_own_texts(claim, reply["lang"], corpus))
        for claim in reply["claims"]
        if claim["kind"] in _OWN and not _is_frame(claim, reply)
    )


def _is_frame(claim: Mapping[str, Any], reply: Mapping[str, Any]) -> bool:
    """The lead of provisions that share none ("What the texts say:"): it says nothing of what is in them."""
    return bool(claim["kind"] == "lead" and claim["text"] == say("statements", reply["lang"]))


def _own_texts(claim: Mapping[str, Any], lang: str, corpus: Corpus) -> Iterator[str]:
    """What the corpus holds in `lang` of all the provisions that a claim cites."""
    provisions = [_held(id, corpus) for id in claim["citations"]]
    if not provisions or None in provisions:
        return
    per = [set(_texts_of(provision, claim["kind"], lang, corpus)) for provision in provisions if provision]
    yield from set.intersection(*per)


def _texts_of(provision: Provision, kind: str, lang: str, corpus: Corpus) -> Iterator[str]:
    if kind == "lead":
        yield corpus.chapeau(provision.id, lang)
        parent = provision.id.parent
        lead = corpus.get(parent).editorial if parent else None
        if lead:
            yield lead.point[lang]
        return
    if provision.editorial:
        yield provision.editorial.point[lang]
        yield provision.editorial.gist[lang]
    shown = provision.text(lang) or provision.texts[0]
    yield shown.text
    yield shown_text(provision, lang)  # a heading with its number


def _quotes_exact(reply: Mapping[str, Any], corpus: Corpus) -> bool:
    quotes = {entry["id"]: [quote["text"] for quote in entry["quotes"]] for entry in reply["citations"]}
    claims = [claim for claim in reply["claims"] if claim["kind"] == "quote"]
    return all(
        _is_slice(entry["id"], quote, corpus) for entry in reply["citations"] for quote in entry["quotes"]
    ) and all(
        len(claim["citations"]) == 1 and claim["text"] in quotes.get(claim["citations"][0], ()) for claim in claims
    )


def _is_slice(id: str, quote: Mapping[str, Any], corpus: Corpus) -> bool:
    provision = _held(id, corpus)
    text = provision.text(quote["lang"]) if provision else None
    if text is None or not quote["kind"] == text.kind == OFFICIAL:
        return False
    start, end = quote["start"], quote["end"]
    return bool(0 <= start < end and text.text[start:end] == quote["text"])


def _answer_true(reply: Mapping[str, Any], _: Corpus) -> bool:
    """Each claim's text in the answer, in order; up to the next one stand the links to what it cites, and no others."""
    answer = _ESCAPED.sub(r"\1", reply["answer"])
    starts, place = [], 0
    for claim in reply["claims"]:
        place = answer.find(claim["text"], place)
        if place < 0:
            return False
        starts.append(place)
        place += len(claim["text"])
    ends = [*starts[1:], len(answer)]
    return all(
        _links(answer[start:end]) == (() if claim["kind"] in ("lead", "notice") else tuple(claim["citations"]))
        for claim, start, end in zip(reply["claims"], starts, ends, strict=True)
    )


def _links(shown: str) -> tuple[str, ...]:
    return tuple(found[2] for found in _LINKED.finditer(shown))
