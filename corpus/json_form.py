"""A provision as the JSON object that commands and pages hand on."""

from __future__ import annotations

from typing import Any

from corpus.citation import LANGUAGES, Citation
from corpus.collection import Corpus
from corpus.errors import BadReferenceError
from corpus.provision import Provision


def shown_text(provision: Provision, lang: str) -> str:
    """A block's text in `lang` as printed, a heading with its number; empty if that language is not held."""
    text = provision.text(lang)
    if text is None:
        return ""
    return f"{provision.marker} {text.text}" if provision.block == "heading" and provision.marker else text.text


def provision_json(corpus: Corpus, provision: Provision) -> dict[str, Any]:
    """All that is known of one block; languages are keys, ids are strings, absent things are null."""
    instrument = corpus.instrument(provision.id)
    editorial = provision.editorial
    chapeau = {lang: corpus.chapeau(provision.id, lang) for lang in LANGUAGES} if provision.lead else None
    return {
        "id": str(provision.id),
        "type": provision.block,
        "label": {lang: provision.id.label(lang) for lang in LANGUAGES},
        "instrument": {
            "code": instrument.code,
            "title": dict(instrument.title),
            "kind": instrument.kind,
            "force": dict(instrument.force),
        },
        "heading": [{lang: shown_text(corpus.get(above), lang) for lang in LANGUAGES} for above in provision.heading],
        "lead": [str(lead) for lead in provision.lead],
        "tail": _id(provision.tail),
        "chapeau": chapeau,
        "texts": [
            {"lang": text.lang, "kind": text.kind, "text": text.text, "review": text.review} for text in provision.texts
        ],
        "point": dict(editorial.point) if editorial else None,
        "gist": dict(editorial.gist) if editorial else None,
        "actors": list(editorial.actors) if editorial else [],
        "modality": list(editorial.modality) if editorial else [],
        "previous": _id(provision.previous),
        "next": _id(provision.next),
        "children": [str(child) for child in provision.children],
        "cites": [str(other) for other in provision.cites],
        "cited_by": [str(other) for other in provision.cited_by],
        "url": dict(instrument.url),
    }


def bad_reference_json(error: BadReferenceError) -> dict[str, Any]:
    """What a program is told of a reference that names nothing."""
    bounds = error.bounds
    return {
        "error": "bad_reference",
        "message": dict(error.messages),
        "bounds": None
        if bounds is None
        else {
            "instrument": bounds.instrument,
            "first": bounds.first,
            "last": bounds.last,
            "items": list(bounds.items) if bounds.items else None,
        },
        "alternatives": [str(other) for other in error.alternatives],
    }


def _id(citation: Citation | None) -> str | None:
    return str(citation) if citation else None
