"""Drafts an answer from points in the reader's language, the lead-in once for each group of who is called on to act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.quoting import telling_stretch
from assistant.reply import ANSWERED, Claim, Draft
from assistant.wording import say
from corpus import OFFICIAL, Citation, Corpus, Provision, shown_text


def draft_answer(question: str, lang: str, cited: Sequence[Citation], corpus: Corpus) -> Draft:
    """An answer in `lang` from the provisions `cited`, most important first: points by group, then one quote.

    Each point carries its own citation. The quote is a stretch of the first provision's official text.
    """
    provisions = [corpus.get(citation) for citation in cited]
    claims: list[Claim] = []
    groups = _grouped(provisions, lang, corpus)
    for lead, group in groups.items():
        heading = lead or (say("statements", lang) if len(groups) > 1 else "")
        if heading:
            claims.append(Claim(heading, tuple(provision.id for provision in group), "lead"))
        claims += [Claim(_point(provision, lang), (provision.id,), "point") for provision in group]
    quotes = {}
    first = provisions[0]
    official = first.official()
    stretch = telling_stretch(official, question, lang) if official else None
    if official and stretch:
        quotes[first.id] = stretch
        claims.append(Claim(corpus.slice(first.id, official.lang, *stretch), (first.id,), "quote"))
    return Draft(ANSWERED, lang, question, tuple(claims), quotes, notices=_notices(provisions, lang, corpus))


def draft_lookup(question: str, lang: str, named: Sequence[Provision], corpus: Corpus) -> Draft:
    """The text of every block named, whole: official where it is in the reader's language, else what stands for it.

    A lead-in stands once over the items that follow it. Asked for itself, it gives their points, as a heading gives the
    points of all that stands under it.
    """
    claims: list[Claim] = []
    quotes: dict[Citation, tuple[int, int]] = {}
    for lead, run in groupby(named, key=lambda provision: corpus.chapeau(provision.id, lang)):
        group = list(run)
        if lead:
            claims.append(Claim(lead, tuple(provision.id for provision in group), "lead"))
        for provision in group:
            if provision.block in ("heading", "title"):
                claims += _overview(provision, lang, corpus)
                continue
            text = provision.text(lang) or provision.texts[0]
            if text.kind == OFFICIAL:
                quotes[provision.id] = (0, len(text.text))
            claims.append(Claim(text.text, (provision.id,), "quote" if text.kind == OFFICIAL else "gist"))
            if provision.is_chapeau:
                claims += [Claim(_point(corpus.get(item), lang), (item,), "point") for item in provision.children]
    return Draft(ANSWERED, lang, question, tuple(claims), quotes, notices=_notices(named, lang, corpus))


def _overview(heading: Provision, lang: str, corpus: Corpus) -> Iterator[Claim]:
    """A heading and the points of all that stands under it, each run of items under its lead-in."""
    yield Claim(shown_text(heading, lang), (heading.id,), "gist")
    children = [child for child in map(corpus.get, heading.children) if not child.is_chapeau]
    for lead, run in groupby(children, key=lambda child: _lead_point(child, lang, corpus)):
        group = list(run)
        if lead:
            yield Claim(lead, tuple(child.id for child in group), "lead")
        yield from (Claim(_point(child, lang), (child.id,), "point") for child in group)


def _grouped(provisions: Sequence[Provision], lang: str, corpus: Corpus) -> dict[str, list[Provision]]:
    """Provisions by lead-in point, groups and members in order of importance; "" for those that stand alone."""
    groups: dict[str, list[Provision]] = {}
    for provision in provisions:
        groups.setdefault(_lead_point(provision, lang, corpus), []).append(provision)
    return groups


def _lead_point(provision: Provision, lang: str, corpus: Corpus) -> str:
    """The lead-in of an item as a point, or "" for what stands alone."""
    parent = provision.id.parent if provision.block == "item" else None
    lead = corpus.get(parent).editorial if parent else None
    return lead.point[lang] if lead else ""


def _point(provision: Provision, lang: str) -> str:
    if provision.editorial is None:
        text = provision.text(lang) or provision.texts[0]
        return text.text
    return provision.editorial.point[lang]


def _notices(provisions: Sequence[Provision], lang: str, corpus: Corpus) -> tuple[str, ...]:
    """What the reader must know besides: translations are unofficial, and dates given are past."""
    notices = [say("translated", lang)] if say("translated", lang) else []
    for provision in provisions:
        text = provision.text(lang)
        if text and (date := deadline(text.text)):
            url = corpus.instrument(provision.id).url[lang]
            notices.append(say("deadline_past", lang, label=provision.id.label(lang), date=date, url=url))
    return tuple(notices)


def deadline(text: str) -> str:
    """The month and year in brackets that a text of 2021 gives as a term, or ""."""
    start = text.find("(")
    while start >= 0:
        inside = text[start + 1 : text.find(")", start)]
        if inside[-4:] == "2021" and len(inside.split()) in (2, 3):
            return inside
        start = text.find("(", start + 1)
    return ""
