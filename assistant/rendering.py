"""Writes a reply as the Markdown a person sees, slicing every quote from the corpus once more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reply import CLARIFY, Cited, Claim, Draft, Near, Option, Quote
from assistant.wording import quoted, say
from corpus import OFFICIAL, Citation, Corpus


class QuoteError(Exception):
    """A quote differs from the corpus it is said to come from; nothing is shown."""


def render(draft: Draft, cited: Sequence[Cited], near: Sequence[Near], corpus: Corpus) -> str:
    """The Markdown of a draft; raises QuoteError where a quote is not the slice it names."""
    _slice_again(cited, corpus)
    by_id = {entry.id: entry for entry in cited}
    lines: list[str] = []
    under_lead = False
    for claim in draft.claims:
        if claim.kind == "lead":
            under_lead = True
        elif claim.kind in ("notice", "quote", "gist"):
            under_lead = False
        lines += _claim(claim, draft, by_id, corpus, bullet=under_lead or _several_points(draft))
    if near:
        name = "alternatives" if draft.outcome == "bad_reference" else "nearest"
        lines += ["", say(name, draft.lang), "", *(f"- {_link(entry.id, entry.label)}" for entry in near)]
    if draft.options:
        lines += ["", say("try", draft.lang), "", *(f"- {_option(option, draft)}" for option in draft.options)]
    lines += [line for notice in draft.notices for line in ("", f"*{escape(notice)}*")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _option(option: Option, draft: Draft) -> str:
    """What may be asked next; of two readings also which provision each is of."""
    named = draft.outcome == CLARIFY and option.label != option.question
    return escape(f"{option.label} ({option.question})" if named else option.question)


def _slice_again(cited: Sequence[Cited], corpus: Corpus) -> None:
    for entry in cited:
        for quote in entry.quotes:
            if not _is_slice(entry.id, quote, corpus):
                raise QuoteError(f"a quote of {entry.id} differs from the official text")


def _is_slice(citation: Citation, quote: Quote, corpus: Corpus) -> bool:
    text = corpus.get(citation).text(quote.lang) if citation in corpus else None
    if text is None or not quote.kind == text.kind == OFFICIAL:
        return False
    try:
        return corpus.slice(citation, quote.lang, quote.start, quote.end) == quote.text
    except ValueError:
        return False


def _several_points(draft: Draft) -> bool:
    return sum(claim.kind in ("point", "drafted") for claim in draft.claims) > 1


def _claim(claim: Claim, draft: Draft, by_id: dict[Citation, Cited], corpus: Corpus, *, bullet: bool) -> list[str]:
    if claim.kind == "notice":
        return ["", claim.text]
    if claim.kind == "lead":
        return ["", f"**{escape(claim.text)}**", ""]
    links = " ".join(_link(citation, by_id[citation].label) for citation in claim.citations)
    if claim.kind == "quote":
        return [
            "",
            f"> {escape(_marked(by_id[claim.citations[0]], draft.lang, corpus))}",
            ">",
            f"> {links}, {_kind(claim, draft)}",
            "",
        ]
    if claim.kind == "gist":
        return ["", f"{escape(claim.text)} — {links}{_label_of_text(claim, by_id, draft.lang)}", ""]
    return [f"{'- ' if bullet else ''}{escape(claim.text)} — {links}"]


def _marked(entry: Cited, lang: str, corpus: Corpus) -> str:
    """The quote in quotation marks; words that are left out are marked outside them, a last stop is not."""
    quote = entry.quotes[0]
    official = corpus.get(entry.id).official()
    before = "[…] " if quote.start > 0 else ""
    after = " […]" if official and re.search(r"\w", official.text[quote.end :]) else ""
    return f"{before}{quoted(quote.text, lang)}{after}"


def _kind(claim: Claim, draft: Draft) -> str:
    return say("official" if draft.lang == "fr" else "official_quote", draft.lang)


def _label_of_text(claim: Claim, by_id: dict[Citation, Cited], lang: str) -> str:
    """The kind of a text that stands for a provision and is not official: the label goes wherever the text goes."""
    entry = by_id[claim.citations[0]]
    if claim.text != entry.shown.text or entry.shown.kind == OFFICIAL:
        return ""
    return f", {say(entry.shown.kind, lang)}"


def _link(citation: Citation, label: str) -> str:
    return f"[{label}](#src-{citation})"


def escape(text: str) -> str:
    """Text as Markdown shows it: markup typed by a person or standing in a source is shown, not obeyed."""
    return re.sub(r"([\\`*_\[\]<>#!|~])", r"\\\1", text)
