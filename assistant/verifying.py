"""Turns a draft into a reply, or refuses it: every citation must exist, every quote must be the corpus's own slice."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.overview import entry
from assistant.rendering import render
from assistant.reply import CLAIM_KINDS, LISTING, OUTCOMES, OVERVIEW, Cited, Claim, Draft, Near, Quote, Reply, Shown
from corpus import OFFICIAL, BadReferenceError, Citation, Corpus


class UnverifiedError(Exception):
    """A draft says something that the corpus does not bear out; it must not be shown."""


def verify(draft: Draft, corpus: Corpus, timing: Mapping[str, float]) -> Reply:
    """The reply of a draft; raises UnverifiedError where a citation, a quote, a kind or an outcome is not true."""
    if draft.outcome not in OUTCOMES:
        raise UnverifiedError(f"outcome {draft.outcome!r} is none of {', '.join(OUTCOMES)}")
    for claim in draft.claims:
        _verify_claim(claim, draft, corpus)
    if draft.outcome == LISTING:
        _verify_order(draft, corpus)
    order = dict.fromkeys(citation for claim in draft.claims for citation in claim.citations)
    cited = tuple(_cited(citation, draft, corpus) for citation in order)
    near = tuple(Near(_existing(citation, corpus), citation.label(draft.lang)) for citation in draft.nearest)
    return Reply(
        outcome=draft.outcome,
        lang=draft.lang,
        understood=draft.understood,
        answer=render(draft, cited, near, corpus),
        claims=draft.claims,
        citations=cited,
        nearest=near,
        options=draft.options,
        notices=draft.notices,
        engine=draft.engine,
        corpus_digest=corpus.digest,
        timing=dict(timing),
    )


def _verify_claim(claim: Claim, draft: Draft, corpus: Corpus) -> None:
    if claim.kind not in CLAIM_KINDS:
        raise UnverifiedError(f"claim kind {claim.kind!r} is none of {', '.join(CLAIM_KINDS)}")
    if not claim.citations and claim.kind != "notice":
        raise UnverifiedError(f"a {claim.kind} without a citation: {claim.text[:60]!r}")
    for citation in claim.citations:
        _existing(citation, corpus)
    if claim.kind == "point":
        _verify_point(claim, draft, corpus)
    if draft.outcome == OVERVIEW and claim.kind == "drafted":
        _verify_entry(claim, draft, corpus)
    if claim.kind == "quote":
        citation = claim.citations[0]
        if len(claim.citations) > 1:
            raise UnverifiedError(f"a quote is of one provision, not of {len(claim.citations)}: {claim.text[:60]!r}")
        if citation not in draft.quotes or _quote(citation, draft, corpus).text != claim.text:
            raise UnverifiedError(f"the quote of {citation} is not what its official text says")


def _verify_point(claim: Claim, draft: Draft, corpus: Corpus) -> None:
    """A point is its provision's own: another one's, or one of nobody's, would pass for what the citation says."""
    provision = corpus.get(claim.citations[0])
    own = (
        provision.editorial.point[draft.lang]
        if provision.editorial
        else (provision.text(draft.lang) or provision.texts[0]).text
    )
    if len(claim.citations) > 1 or claim.text != own:
        raise UnverifiedError(f"not the point of {claim.citations[0]}: {claim.text[:60]!r}")


def _verify_entry(claim: Claim, draft: Draft, corpus: Corpus) -> None:
    """What an overview drafts itself is a heading with the number of its provisions, as the corpus counts them."""
    heading = corpus.get(claim.citations[0])
    if len(claim.citations) > 1 or heading.block != "heading" or claim.text != entry(heading, draft.lang, corpus):
        raise UnverifiedError(f"not the heading {claim.citations[0]} with its count: {claim.text[:60]!r}")


def _verify_order(draft: Draft, corpus: Corpus) -> None:
    """A listing names each provision once, in the order of the texts: so a reader can see that none is missing."""
    order = {citation: place for place, citation in enumerate(corpus.provisions)}
    places = [order[claim.citations[0]] for claim in draft.claims if claim.kind == "point"]
    if places != sorted(set(places)):
        raise UnverifiedError("the provisions of a listing are not in the order of the texts, each once")


def _existing(citation: Citation, corpus: Corpus) -> Citation:
    try:
        return corpus.get(citation).id
    except BadReferenceError as error:
        raise UnverifiedError(f"{citation} is cited and does not exist") from error


def _cited(citation: Citation, draft: Draft, corpus: Corpus) -> Cited:
    provision, instrument, lang = corpus.get(citation), corpus.instrument(citation), draft.lang
    text = provision.text(lang) or provision.texts[0]
    return Cited(
        id=citation,
        label=citation.label(lang),
        instrument=instrument.title[lang],
        force=instrument.force[lang],
        actors=provision.editorial.actors if provision.editorial else (),
        url=instrument.url[lang],
        quotes=(_quote(citation, draft, corpus),) if citation in draft.quotes else (),
        shown=Shown(text.lang, text.kind, text.text),
    )


def _quote(citation: Citation, draft: Draft, corpus: Corpus) -> Quote:
    official = corpus.get(citation).official()
    if official is None:
        raise UnverifiedError(f"{citation} has no official text to quote")
    start, end = draft.quotes[citation]
    try:
        text = corpus.slice(citation, official.lang, start, end)
    except ValueError as error:
        raise UnverifiedError(str(error)) from error
    return Quote(official.lang, OFFICIAL, start, end, text)
