"""From what a person types to the provisions it names, or to the true bounds."""

from __future__ import annotations

from corpus.citation import DEFAULT_INSTRUMENT
from corpus.collection import Corpus
from corpus.errors import BadReferenceError
from corpus.provision import Provision
from corpus.references import find_references, parse_reference

_NOT_A_REFERENCE = {
    "fr": "« {text} » ne désigne aucune disposition; écrivez par exemple « 13 i) », « § 5 » ou « partie II ».",
    "en": '"{text}" names no provision; write for instance "13(i)", "para. 5" or "part II".',
    "es": "«{text}» no designa ninguna disposición; escriba por ejemplo «13 i)», «párr. 5» o «parte II».",
}


def look_up(corpus: Corpus, text: str, instrument: str = DEFAULT_INSTRUMENT) -> tuple[Provision, ...]:
    """The blocks named by `text`, an id or any spelling, alone or within a sentence, in the order named.

    `instrument` is the code that a bare number belongs to. Raises BadReferenceError, with the bounds read
    from the corpus, if any of them does not exist, and if `text` is no reference at all.
    """
    citations = parse_reference(text, instrument, corpus)
    if not citations:
        found = find_references(text, instrument, corpus)
        citations = tuple(dict.fromkeys(citation for reference in found for citation in reference.citations))
    if not citations:
        line = " ".join(text.split())
        shown = line if len(line) <= 60 else line[:59] + "…"
        raise BadReferenceError({lang: message.format(text=shown) for lang, message in _NOT_A_REFERENCE.items()})
    return tuple(corpus.get(citation) for citation in citations)
