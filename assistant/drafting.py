"""Drafts an answer from points in the reader's language, the lead-in once for each group of who is called on to act."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reply import ANSWERED, Claim, Draft
from assistant.wording import say
from corpus import OFFICIAL, Citation, Corpus, Provision, shown_text
from index import analyse

_QUOTE_WORDS = 45
_BREAKS = ";:.,"


def draft_answer(question: str, lang: str, cited: Sequence[Citation], corpus: Corpus) -> Draft:
    """An answer in `lang` from the provisions `cited`, most important first: points by group, then one quote.

    Each point carries its own citation. The quote is the stretch of the first provision's official text that holds most
    of the question's words.
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
    if stretch := _telling_stretch(provisions[0], question, lang):
        quotes[provisions[0].id] = stretch
        claims.append(
            Claim(
                corpus.slice(provisions[0].id, _official_lang(provisions[0]), *stretch),
                (provisions[0].id,),
                "quote",
            )
        )
    return Draft(ANSWERED, lang, question, tuple(claims), quotes, notices=_notices(provisions, lang, corpus))


def draft_lookup(question: str, lang: str, named: Sequence[Provision], corpus: Corpus) -> Draft:
    """The text of every block named, whole: official where it is in the reader's language, else what stands for it.

    A heading gives the points of all that stands under it.
    """
    claims: list[Claim] = []
    quotes: dict[Citation, tuple[int, int]] = {}
    for provision in named:
        if provision.block in ("heading", "title"):
            claims.append(Claim(shown_text(provision, lang), (provision.id,), "gist"))
            children = [corpus.get(child) for child in provision.children]
            claims += [Claim(_point(child, lang), (child.id,), "point") for child in children if not child.is_chapeau]
            continue
        if provision.lead:
            claims.append(Claim(corpus.chapeau(provision.id, lang), (provision.id,), "lead"))
        text = provision.text(lang) or provision.texts[0]
        if text.kind == OFFICIAL:
            quotes[provision.id] = (0, len(text.text))
        claims.append(Claim(text.text, (provision.id,), "quote" if text.kind == OFFICIAL else "gist"))
    return Draft(ANSWERED, lang, question, tuple(claims), quotes, notices=_notices(named, lang, corpus))


def _grouped(provisions: Sequence[Provision], lang: str, corpus: Corpus) -> dict[str, list[Provision]]:
    """Provisions by lead-in point, groups and members in order of importance; "" for those that stand alone."""
    groups: dict[str, list[Provision]] = {}
    for provision in provisions:
        parent = provision.id.parent if provision.block == "item" else None
        lead = corpus.get(parent).editorial if parent else None
        groups.setdefault(lead.point[lang] if lead else "", []).append(provision)
    return groups


def _point(provision: Provision, lang: str) -> str:
    if provision.editorial is None:
        text = provision.text(lang) or provision.texts[0]
        return text.text
    return provision.editorial.point[lang]


def _official_lang(provision: Provision) -> str:
    official = provision.official()
    return official.lang if official else ""


def _telling_stretch(provision: Provision, question: str, lang: str) -> tuple[int, int] | None:
    """The run of whole clauses of the official text, at most 45 words, that answers best: (start, end)."""
    official = provision.official()
    if official is None:
        return None
    text = official.text
    if len(text.split()) <= _QUOTE_WORDS:
        return 0, len(text.rstrip(_BREAKS))
    wanted = {term.term for term in analyse(question, official.lang)} if lang == official.lang else set()
    if not wanted:
        # The question is in another language: go by the concepts, which are parallel over languages.
        editorial = provision.editorial
        wanted = (
            {term.term for concept in editorial.concepts[official.lang] for term in analyse(concept, official.lang)}
            if editorial
            else set()
        )
    ends = [
        place + 1 for place, char in enumerate(text) if char in _BREAKS and text[place + 1 : place + 2] in (" ", "")
    ]
    starts = [0, *(end + 1 for end in ends if end < len(text))]
    best = (-1, 0, 0, len(text))
    for start in starts:
        for end in ends or [len(text)]:
            words = len(text[start:end].split())
            if start < end and words <= _QUOTE_WORDS:
                held = len(wanted & {term.term for term in analyse(text[start:end], official.lang)})
                best = max(best, (held, -start, start, end))
    return (best[2], best[2] + len(text[best[2] : best[3]].rstrip(_BREAKS))) if best[0] >= 0 else None


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
