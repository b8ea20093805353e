"""A reply as the JSON object that commands hand on, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.reply import Cited, Near, Option, Quote, Reply, Shown
from corpus import Citation


def reply_json(reply: Reply, id: object = None) -> dict[str, Any]:
    """All of a reply; `id` is the request's. Everything but `timing` is the same for the same question."""
    return {
        "id": id,
        "outcome": reply.outcome,
        "lang": reply.lang,
        "understood": reply.understood,
        "answer": reply.answer,
        "claims": [
            {
                "text": claim.text,
                "citations": [str(citation) for citation in claim.citations],
                "kind": claim.kind,
            }
            for claim in reply.claims
        ],
        "citations": [_cited(cited) for cited in reply.citations],
        "nearest": [{"id": str(near.id), "label": near.label} for near in reply.nearest],
        "options": [{"label": option.label, "question": option.question} for option in reply.options],
        "engine": reply.engine,
        "notices": list(reply.notices),
        "corpus_digest": reply.corpus_digest,
        "timing": dict(reply.timing),
    }


def _cited(cited: Cited) -> dict[str, Any]:
    return {
        "id": str(cited.id),
        "label": cited.label,
        "instrument": cited.instrument,
        "force": cited.force,
        "actors": list(cited.actors),
        "url": cited.url,
        "quotes": [
            {
                "lang": quote.lang,
                "kind": quote.kind,
                "start": quote.start,
                "end": quote.end,
                "text": quote.text,
            }
            for quote in cited.quotes
        ],
        "shown": {"lang": cited.shown.lang, "kind": cited.shown.kind, "text": cited.shown.text},
    }


def reply_from_json(row: Mapping[str, Any]) -> Reply:
    """What a later turn needs of an earlier reply.

    Raises KeyError, TypeError, ValueError or CitationError if it is none.
    """
    return Reply(
        outcome=str(row["outcome"]),
        lang=str(row["lang"]),
        understood=str(row["understood"]),
        answer=str(row["answer"]),
        claims=(),
        citations=tuple(_cited_from(entry) for entry in row["citations"]),
        nearest=tuple(Near(Citation.parse(near["id"]), near["label"]) for near in row["nearest"]),
        options=tuple(Option(option["label"], option["question"]) for option in row["options"]),
        notices=tuple(row["notices"]),
        engine=str(row["engine"]),
        corpus_digest=str(row["corpus_digest"]),
        timing={},
    )


def _cited_from(row: Mapping[str, Any]) -> Cited:
    return Cited(
        id=Citation.parse(row["id"]),
        label=row["label"],
        instrument=row["instrument"],
        force=row["force"],
        actors=tuple(row["actors"]),
        url=row["url"],
        quotes=tuple(Quote(**quote) for quote in row["quotes"]),
        shown=Shown(**row["shown"]),
    )
