"""Sentences spoiled in their meaning, as a drafter's slip would: modality, negation, an element left out or mixed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Written with accents: these are replaced in text that is shown. The first that stands in a sentence is changed, once.
_STRONGER = {
    "fr": ((r"\bdevraient\b", "doivent"), (r"\bdevrait\b", "doit"), (r"\binvite\b", "oblige"), (r"(?<!la )\bdemande (?=au|aux|à)\b", "ordonne "), (r"\bpeuvent\b", "doivent"), (r"\bpeut\b", "doit")),
    "en": ((r"\bshould\b", "must"), (r"\binvites\b", "obliges"), (r"\brequests\b", "orders"), (r"\bcan\b", "must"), (r"\bmay\b", "must")),
    "es": ((r"\bdeberían\b", "deben"), (r"\bdebería\b", "debe"), (r"\binvita\b", "obliga"), (r"\bpide\b", "ordena"), (r"\bpueden\b", "deben"), (r"\bpuede\b", "debe")),
}  # fmt: skip
_NEGATED = {
    "fr": ((r"\b(devraient|devrait|peuvent|peut|doivent|doit|sont)\b", r"ne \1 pas"), (r"\b(est|ont|a)\b", r"n'\1 pas")),
    "en": ((r"\b(should|must|may|is|are|has|have)\b", r"\1 not"), (r"\bcan\b", "cannot")),
    "es": ((r"\b(deberían|debería|deben|debe|pueden|puede|son|está|están|ha|han)\b", r"no \1"), (r"\bes\b", "no es")),
}  # fmt: skip
_AFFIRMED = {
    "fr": ((r"\bne (\w+) pas\b", r"\1"), (r"\bn'(\w+) pas\b", r"\1"), (r"\bsans\b", "avec"), (r"\bnon couvert", "couvert")),
    "en": ((r"\bnot yet\b", "already"), (r"\b(\w+) not\b", r"\1"), (r"\bwithout\b", "with")),
    "es": ((r"\baún no\b", "ya"), (r"\bno (\w+)\b", r"\1"), (r"\bsin\b", "con")),
}  # fmt: skip
_OPPOSITE = {
    "fr": ((r"\brenforcer\b", "affaiblir"), (r"\bétendre\b", "restreindre"), (r"\baméliorer\b", "réduire"), (r"\bpromouvoir\b", "freiner"), (r"\bgarantir\b", "supprimer"), (r"\bfavoriser\b", "entraver"), (r"\baccroître\b", "réduire"), (r"\bformelle\b", "informelle"), (r"\buniverselle\b", "ciblée"), (r"\bpubli(c|que)s?\b", "privé"), (r"\binternationa(l|le|ux)\b", "national")),
    "en": ((r"\bstrengthen\b", "weaken"), (r"\bextend\b", "restrict"), (r"\bimprove\b", "reduce"), (r"\bpromote\b", "hinder"), (r"\bguarantee\b", "abolish"), (r"\bensure\b", "abolish"), (r"\bincrease\b", "reduce"), (r"\bformal\b", "informal"), (r"\buniversal\b", "targeted"), (r"\bpublic\b", "private"), (r"\binternational\b", "national")),
    "es": ((r"\breforzar\b", "debilitar"), (r"\bampliar\b", "restringir"), (r"\bmejorar\b", "reducir"), (r"\bpromover\b", "obstaculizar"), (r"\bgarantizar\b", "suprimir"), (r"\bfavorecer\b", "entorpecer"), (r"\baumentar\b", "reducir"), (r"\bformal\b", "informal"), (r"\buniversal\b", "focalizada"), (r"\bpúblic[oa]s?\b", "privado"), (r"\binternacional(es)?\b", r"nacional\1")),
}  # fmt: skip
_AND = {"fr": " et ", "en": " and ", "es": " y "}
_FEWEST_WORDS = 4

Spoil = Callable[[str, str, str], str]


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A sentence with one fault of the kind named."""

    kind: str
    text: str


def stronger(text: str, lang: str, _: str) -> str:
    """`text` with a recommendation turned into a duty (devrait -> doit); unchanged where it holds none."""
    return _first(_STRONGER[lang], text)


def negated(text: str, lang: str, _: str) -> str:
    """`text` with its first verb of the kind that carries a rule negated."""
    return _first(_NEGATED[lang], text)


def affirmed(text: str, lang: str, _: str) -> str:
    """`text` with a negation taken out."""
    return _first(_AFFIRMED[lang], text)


def opposed(text: str, lang: str, _: str) -> str:
    """`text` with a word replaced by its opposite."""
    return _first(_OPPOSITE[lang], text)


def shortened(text: str, lang: str, _: str) -> str:
    """`text` without its last listed element."""
    bare = text.rstrip(".")
    place = max(bare.rfind(","), bare.rfind(_AND[lang]))
    stop = text[len(bare) :]
    element = bare[place:].removeprefix(",").removeprefix(_AND[lang])
    return bare[:place].rstrip(" ,;") + stop if place > 0 and len(element.split()) > 1 else text


def mixed(text: str, lang: str, other: str) -> str:
    """`text` with the last element of another provision's sentence added."""
    element = re.split(rf",|{_AND[lang]}", other.rstrip("."))[-1].strip()
    return f"{text.rstrip('.')}{_AND[lang]}{element}." if len(element.split()) >= _FEWEST_WORDS else text


SEMANTIC_FAULTS: Mapping[str, Spoil] = MappingProxyType(
    {
        "modality stronger": stronger,
        "negation added": negated,
        "negation removed": affirmed,
        "opposite said": opposed,
        "element left out": shortened,
        "element mixed in": mixed,
    }
)


def spoil(text: str, lang: str, other: str) -> tuple[Spoiled, ...]:
    """`text` (in fr, en or es) with each fault that can be made in it; `other` is another provision's sentence."""
    made = ((kind, fault(text, lang, other)) for kind, fault in SEMANTIC_FAULTS.items())
    return tuple(Spoiled(kind, spoiled) for kind, spoiled in made if spoiled != text)


def _first(changes: tuple[tuple[str, str], ...], text: str) -> str:
    for pattern, replacement in changes:
        spoiled = re.sub(pattern, replacement, text, count=1)
        if spoiled != text:
            return spoiled
    return text
