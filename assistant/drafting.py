"""Drafts an answer from points in the reader's language, the lead-in once for each group of who is called on to act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.quoting import telling_stretch
from assistant.reply import ANSWERED, Claim, Draft
from assistant.wording import say
from corpus import OFFICIAL, Citation, Corpus, Provision, shown_text

# With a quote of at most 45 words and the labels an answer stays within 150 words.
_MOST_WORDS = 85


def draft_answer(question: str, lang: str, cited: Sequence[Citation], corpus: Corpus) -> Draft:
    """An answer in `lang` from the provisions `cited`, most important first: points by group, then one quote.

    Each point carries its own citation. The quote is a stretch of the first provision's official text. The last
    provisions are left out where the answer would grow beyond what is read at a glance.
    """
    provisions = _within_length([corpus.get(citation) for citation in cited], lang, corpus)
    claims: list[Claim] = []
    groups = _grouped(provisions, lang, corpus)
    for lead, group in groups.items():
        heading = lead or (say("statements", lang) if len(groups) > 1 else "")
        if heading:
            claims.append(Claim(heading, tuple(provision.id for provision in group), "lead"))
        claims += [Claim(point_of(provision, lang), (provision.id,), "point") for provision in group]
    quotes = {}
    first = provisions[0]
    official = first.official()
    stretch = telling_stretch(official, question, lang) if official else None
    if official and stretch:
        quotes[first.id] = stretch
        claims.append(Claim(corpus.slice(first.id, official.lang, *stretch), (first.id,), "quote"))
    return Draft(ANSWERED, lang, question, tuple(claims), quotes, notices=notices_of(provisions, lang, corpus))


def _within_length(provisions: Sequence[Provision], lang: str, corpus: Corpus) -> list[Provision]:
    """As many provisions, at least one, as their points and lead-ins fit into `_MOST_WORDS`; a quote comes on top."""
    kept: list[Provision] = []
    leads: set[str] = set()
    words = 0
    for provision in provisions:
        lead = _lead_point(provision, lang, corpus)
        words += len(point_of(provision, lang).split()) + (0 if lead in leads else len(lead.split()))
        if kept and words > _MOST_WORDS:
            break
        kept.append(provision)
        leads.add(lead)
    return kept


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
                claims += [Claim(point_of(corpus.get(item), lang), (item,), "point") for item in provision.children]
    return Draft(ANSWERED, lang, question, tuple(claims), quotes, notices=notices_of(named, lang, corpus))


def _overview(heading: Provision, lang: str, corpus: Corpus) -> Iterator[Claim]:
    """A heading and the points of all that stands under it, each run of items under its lead-in."""
    yield Claim(shown_text(heading, lang), (heading.id,), "gist")
    children = [child for child in map(corpus.get, heading.children) if not child.is_chapeau]
    yield from points_in_order(children, lang, corpus)


def points_in_order(provisions: Sequence[Provision], lang: str, corpus: Corpus) -> Iterator[Claim]:
    """The points of `provisions` in the order given, each run of items under its lead-in.

    What has no lead-in is set off from the items before it.
    """
    led = False
    for lead, run in groupby(provisions, key=lambda provision: _lead_point(provision, lang, corpus)):
        group = list(run)
        if lead or led:
            yield Claim(lead or say("statements", lang), tuple(provision.id for provision in group), "lead")
        led = bool(lead)
        yield from (Claim(point_of(provision, lang), (provision.id,), "point") for provision in group)


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


def point_of(provision: Provision, lang: str) -> str:
    """The point of a provision in `lang`; of a block that has none, its text."""
    if provision.editorial is None:
        text = provision.text(lang) or provision.texts[0]
        return text.text
    return provision.editorial.point[lang]


def notices_of(provisions: Sequence[Provision], lang: str, corpus: Corpus) -> tuple[str, ...]:
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
