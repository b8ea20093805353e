"""A provision's only identity, with one spelling for machines and one for each language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.errors import CitationError

LANGUAGES = ("fr", "en", "es")
DEFAULT_INSTRUMENT = "conclusions-2021"

_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]*(/[A-Za-z0-9.]+)+|[A-Za-z][A-Za-z0-9-]*")
_NUMBERED = re.compile(r"[CR]\d+")

# The words of a label: how each language names the unit. {n} is the number, {i} the letter.
_NAMES = {
    "fr": {"paragraph": "§ {n}", "item": "§ {n} {i})",
           "article": "art. {n}", "article_paragraph": "art. {n}, § {i}"},
    "en": {"paragraph": "para. {n}", "item": "para. {n}({i})",
           "article": "Art. {n}", "article_paragraph": "Art. {n}({i})"},
    "es": {"paragraph": "párr. {n}", "item": "párr. {n} {i})",
           "article": "art. {n}", "article_paragraph": "art. {n}, párr. {i}"},
}  # fmt: skip
_BLOCKS = {
    "fr": {
        "part": "partie {n}",
        "preamble": "préambule, al. {n}",
        "heading": "intertitre {n}",
        "title": "titre",
    },
    "en": {
        "part": "Part {n}",
        "preamble": "preamble, recital {n}",
        "heading": "heading {n}",
        "title": "title",
    },
    "es": {
        "part": "parte {n}",
        "preamble": "preámbulo, consid. {n}",
        "heading": "epígrafe {n}",
        "title": "título",
    },
}
_INSTRUMENTS = {
    "fr": {"resolution-2021": "résolution"},
    "en": {"resolution-2021": "resolution"},
    "es": {"resolution-2021": "resolución"},
}


@dataclass(frozen=True, slots=True)
class Citation:
    """An instrument's code and the path to a unit in it, e.g. `("conclusions-2021", ("13", "i"))`.

    `str()` gives the id used in JSON and addresses; `parse` is its inverse. `label` gives the spelling of
    a language; `from_label` is its inverse. A citation says nothing about whether the provision exists.
    """

    instrument: str
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "/".join((self.instrument, *self.path))

    @classmethod
    def parse(cls, text: str) -> Citation:
        """Read an id such as `conclusions-2021/13/i`; raises CitationError for anything else."""
        if not _ID.fullmatch(text):
            raise CitationError(f"{text!r} is not an id; write it like conclusions-2021/13/i")
        instrument, *path = text.split("/")
        return cls(instrument, tuple(path))

    @property
    def parent(self) -> Citation | None:
        """The unit that holds this one (the paragraph of an item), or None at the top."""
        return Citation(self.instrument, self.path[:-1]) if len(self.path) > 1 else None

    def label(self, lang: str) -> str:
        """The citation as printed in `lang` (fr, en, es); the conclusions go without their name."""
        names = _INSTRUMENTS[lang]
        code = names.get(self.instrument, self.instrument)
        unit = self._unit(lang)
        if self.instrument == DEFAULT_INSTRUMENT:
            return unit or code
        return f"{code}, {unit}" if unit else code

    def _unit(self, lang: str) -> str:
        if not self.path:
            return ""
        first, *rest = self.path
        if first in _BLOCKS[lang]:
            return _BLOCKS[lang][first].format(n=rest[0] if rest else "").strip()
        pattern = _NAMES[lang]
        by_article = bool(_NUMBERED.fullmatch(self.instrument)) and self.instrument.startswith("C")
        if not rest:
            return pattern["article" if by_article else "paragraph"].format(n=first)
        return pattern["article_paragraph" if by_article else "item"].format(n=first, i="/".join(rest))

    @classmethod
    def from_label(cls, label: str, lang: str) -> Citation:
        """Inverse of `label`; raises CitationError where the label is not one of `lang`'s."""
        citation = _read_label(label, lang)
        if citation is None or citation.label(lang) != label:
            raise CitationError(f"{label!r} is not a citation as printed in {lang!r}")
        return citation


def _read_label(label: str, lang: str) -> Citation | None:
    instrument, unit = _split_instrument(label, lang)
    if not unit:
        return Citation(instrument)
    for name, template in _BLOCKS[lang].items():
        if (found := _match(template, unit)) is not None:
            number = found.get("n")
            return Citation(instrument, (name, number) if number else (name,))
    for template in sorted(_NAMES[lang].values(), key=len, reverse=True):
        if (found := _match(template, unit)) is not None:
            rest = found["i"].split("/") if "i" in found else []
            return Citation(instrument, (*found["n"].split("/"), *rest))
    return None


def _match(template: str, unit: str) -> dict[str, str] | None:
    pattern = re.escape(template).replace(r"\{n\}", r"(?P<n>[A-Za-z0-9.]+)").replace(r"\{i\}", r"(?P<i>[A-Za-z0-9/.]+)")
    found = re.fullmatch(pattern, unit)
    return found.groupdict() if found else None


def _split_instrument(label: str, lang: str) -> tuple[str, str]:
    for code, name in _INSTRUMENTS[lang].items():
        if label == name:
            return code, ""
        if label.startswith(name + ", "):
            return code, label[len(name) + 2 :]
    head, _, tail = label.partition(", ")
    if _NUMBERED.fullmatch(head) or re.fullmatch(r"[A-Z]{2,3}(\d{4})?", head):
        return head, tail
    if label == DEFAULT_INSTRUMENT:
        return label, ""
    return DEFAULT_INSTRUMENT, label
