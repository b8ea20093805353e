"""The loaded corpus: provisions by id, in order, with the true bounds of every instrument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpus.citation import LANGUAGES, Citation
from corpus.errors import BadReferenceError, Bounds
from corpus.provision import Instrument, Provision
from corpus.thesaurus import Concept

_EXISTS_NOT = {
    "fr": "{label} n'existe pas: {bounds}.",
    "en": "{label} does not exist: {bounds}.",
    "es": "{label} no existe: {bounds}.",
}
_PARAGRAPHS = {
    "fr": "{title} comptent {last} paragraphes numérotés de {first} à {last}",
    "en": "{title} have paragraphs {first} to {last}",
    "es": "{title} tienen los párrafos {first} a {last}",
}
_ONE_TITLE = {
    "fr": {"conclusions-2021": "les conclusions", "resolution-2021": "les dispositions de la résolution"},
    "en": {"conclusions-2021": "the conclusions", "resolution-2021": "the provisions of the resolution"},
    "es": {"conclusions-2021": "las conclusiones", "resolution-2021": "las disposiciones de la resolución"},
}
# What is said of blocks that are no paragraphs: parts, recitals, headings.
_BLOCKS = {
    "fr": {
        "part": "{title} comptent les parties {first} à {last}",
        "preamble": "le préambule compte les alinéas {first} à {last}",
        "heading": "les intertitres vont de {first} à {last}",
    },
    "en": {
        "part": "{title} have parts {first} to {last}",
        "preamble": "the preamble has recitals {first} to {last}",
        "heading": "the headings go from {first} to {last}",
    },
    "es": {
        "part": "{title} tienen las partes {first} a {last}",
        "preamble": "el preámbulo tiene los considerandos {first} a {last}",
        "heading": "los epígrafes van de {first} a {last}",
    },
}
_NO_BLOCKS = {
    "fr": {
        "part": "{title} ne sont pas divisées en parties",
        "preamble": "{title} n'ont pas de préambule",
        "heading": "{title} n'ont pas d'intertitres",
    },
    "en": {
        "part": "{title} are not divided into parts",
        "preamble": "{title} have no preamble",
        "heading": "{title} have no headings",
    },
    "es": {
        "part": "{title} no están divididas en partes",
        "preamble": "{title} no tienen preámbulo",
        "heading": "{title} no tienen epígrafes",
    },
}
_NO_SUCH_PLACE = {
    "fr": "La partie {part} n'a pas de paragraphe de ce rang: ses paragraphes sont {held}.",
    "en": "Part {part} has no paragraph at this place: its paragraphs are {held}.",
    "es": "La parte {part} no tiene un párrafo en ese lugar: sus párrafos son {held}.",
}
_ONE_PARAGRAPH = {
    "fr": "La partie {part} n'a qu'un paragraphe, le § {held}.",
    "en": "Part {part} has one paragraph only, paragraph {held}.",
    "es": "La parte {part} tiene un solo párrafo, el {held}.",
}
_ITEMS = {
    "fr": "; le paragraphe {number} a les alinéas {first}) à {last})",
    "en": "; paragraph {number} has items ({first}) to ({last})",
    "es": "; el párrafo {number} tiene los apartados {first}) a {last})",
}
_NO_ITEMS = {
    "fr": "; le paragraphe {number} n'a pas d'alinéas",
    "en": "; paragraph {number} has no items",
    "es": "; el párrafo {number} no tiene apartados",
}
_NOT_HELD = {
    "fr": "Le texte de cet instrument n'est pas installé ici: {title}{where}.",
    "en": "The text of this instrument is not installed here: {title}{where}.",
    "es": "El texto de este instrumento no está instalado aquí: {title}{where}.",
}
_UNKNOWN = {
    "fr": "Aucun instrument ne porte ici le code {code}: sont consultables {held}.",
    "en": "No instrument here has the code {code}: held are {held}.",
    "es": "Ningún instrumento lleva aquí el código {code}: se pueden consultar {held}.",
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything held, by id and in the order of the texts; `digest` names this state of all its files.

    `thesaurus` holds the field's concepts by id; an outside collection has none.
    """

    instruments: Mapping[str, Instrument]
    referred: Mapping[str, Instrument]
    provisions: Mapping[Citation, Provision]
    digest: str
    thesaurus: Mapping[str, Concept] = field(default_factory=dict)

    def __contains__(self, citation: object) -> bool:
        return citation in self.provisions

    def __iter__(self) -> Iterator[Provision]:
        """The provisions proper (numbered paragraphs and items), in order."""
        return (provision for provision in self.provisions.values() if provision.is_provision)

    def get(self, citation: Citation) -> Provision:
        """The block with this id; raises BadReferenceError, with the true bounds, where there is none."""
        found = self.provisions.get(citation)
        if found is None:
            raise self.bad_reference(citation)
        return found

    def members(self, citation: Citation) -> tuple[Citation, ...]:
        """The units of one kind that a unit has, in order: the items of a paragraph, the paragraphs of a part.

        A path without a number asks for the recitals (`preamble`), parts or headings of an instrument, an empty path
        for its paragraphs. Empty where there are none.
        """
        code, path = citation.instrument, citation.path
        if path in (("preamble",), ("part",), ("heading",)):
            return tuple(unit for unit in self.provisions if unit.instrument == code and unit.path[:1] == path)
        if not path:
            return tuple(unit.id for unit in self if unit.id.instrument == code and unit.block == "paragraph")
        held = self.provisions.get(citation)
        children = held.children if held else ()
        if held and held.block == "paragraph":
            return children
        return tuple(child for child in children if self.provisions[child].block == "paragraph")

    def instrument(self, citation: Citation) -> Instrument:
        """The instrument of an id, held or only referred to; raises BadReferenceError for an unknown code."""
        found = self.instruments.get(citation.instrument) or self.referred.get(citation.instrument)
        if found is None:
            raise self.bad_reference(citation)
        return found

    def slice(self, citation: Citation, lang: str, start: int, end: int) -> str:
        """The characters [start, end) of a provision's text in `lang`; raises ValueError outside the text."""
        text = self.get(citation).text(lang)
        if text is None or not 0 <= start < end <= len(text.text):
            raise ValueError(f"{citation} has no characters {start} to {end} in {lang}")
        return text.text[start:end]

    def chapeau(self, citation: Citation, lang: str) -> str:
        """The lead-ins of a provision joined for display in `lang`, outermost first; empty without one."""
        texts = (self.get(lead).text(lang) for lead in self.get(citation).lead)
        return " ".join(text.text for text in texts if text)

    def bad_reference(self, citation: Citation) -> BadReferenceError:
        """What to say of an id that names nothing here: the bounds read from the texts, and alternatives."""
        code = citation.instrument
        if code not in self.instruments:
            return self._not_held(citation)
        if citation.path[:1] in (("part",), ("preamble",), ("heading",)):
            return self._bad_block(citation)
        numbers = [unit.path[0] for unit in self.members(Citation(code))]
        parent = Citation(code, citation.path[:1])
        letters = [child.path[-1] for child in self.members(parent)]
        bounds = Bounds(code, numbers[0], numbers[-1], (letters[0], letters[-1]) if letters else None)
        messages = {lang: self._message(citation, bounds, parent, lang) for lang in LANGUAGES}
        return BadReferenceError(messages, bounds, self._alternatives(citation, parent))

    def _bad_block(self, citation: Citation) -> BadReferenceError:
        """Of a part the bounds are parts, of a recital recitals; of a place within a part they are its paragraphs."""
        code, block, holder = citation.instrument, citation.path[0], Citation(citation.instrument, citation.path[:2])
        if block == "part" and holder in self:
            return self._bad_place(holder)
        held = self.members(Citation(code, (block,)))
        bounds = Bounds(code, "/".join(held[0].path), "/".join(held[-1].path)) if held else None
        ends = {"first": held[0].path[-1], "last": held[-1].path[-1]} if held else {}
        messages = {}
        for lang in LANGUAGES:
            told = (_BLOCKS if held else _NO_BLOCKS)[lang][block].format(title=self._title(code, lang), **ends)
            messages[lang] = _EXISTS_NOT[lang].format(label=citation.label(lang), bounds=told)
        return BadReferenceError(messages, bounds, self._alternatives(citation, holder))

    def _bad_place(self, part: Citation) -> BadReferenceError:
        numbers = [unit.path[0] for unit in self.members(part)]
        told = _NO_SUCH_PLACE if len(numbers) > 1 else _ONE_PARAGRAPH
        messages = {lang: told[lang].format(part=part.path[-1], held=", ".join(numbers)) for lang in LANGUAGES}
        bounds = Bounds(part.instrument, numbers[0], numbers[-1]) if numbers else None
        return BadReferenceError(messages, bounds, (part,))

    def _title(self, code: str, lang: str) -> str:
        return _ONE_TITLE[lang].get(code, self.instruments[code].title[lang])

    def _message(self, citation: Citation, bounds: Bounds, parent: Citation, lang: str) -> str:
        title = self._title(bounds.instrument, lang)
        text = _PARAGRAPHS[lang].format(title=title, first=bounds.first, last=bounds.last)
        if parent in self and len(citation.path) > 1:
            number = parent.path[0]
            if bounds.items:
                text += _ITEMS[lang].format(number=number, first=bounds.items[0], last=bounds.items[1])
            else:
                text += _NO_ITEMS[lang].format(number=number)
        return _EXISTS_NOT[lang].format(label=citation.label(lang), bounds=text)

    def _alternatives(self, citation: Citation, parent: Citation) -> tuple[Citation, ...]:
        """The same path in other instruments, then the paragraph whose item is missing."""
        elsewhere = [Citation(code, citation.path) for code in self.instruments if code != citation.instrument]
        near = [parent] if parent != citation else []
        return tuple(other for other in (*elsewhere, *near) if other in self)

    def _not_held(self, citation: Citation) -> BadReferenceError:
        referred = self.referred.get(citation.instrument)
        if referred is None:
            held = ", ".join(self.instruments)
            return BadReferenceError(
                {lang: _UNKNOWN[lang].format(code=citation.instrument, held=held) for lang in LANGUAGES}
            )
        where = {lang: f" ({referred.url[lang]})" if referred.url.get(lang) else "" for lang in LANGUAGES}
        messages = {lang: _NOT_HELD[lang].format(title=referred.title[lang], where=where[lang]) for lang in LANGUAGES}
        naming = tuple(unit.id for unit in self if any(other.instrument == citation.instrument for other in unit.cites))
        return BadReferenceError(messages, None, naming)
