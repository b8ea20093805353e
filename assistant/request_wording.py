"""What overviews and listings say themselves, in the three languages, with their counts in words that agree."""

from __future__ import annotations

_UNITS = {
    "part": {"fr": ("partie", "parties"), "en": ("part", "parts"), "es": ("parte", "partes")},
    "heading": {"fr": ("intertitre", "intertitres"), "en": ("heading", "headings"), "es": ("epígrafe", "epígrafes")},
    "paragraph": {"fr": ("paragraphe", "paragraphes"), "en": ("paragraph", "paragraphs"), "es": ("párrafo", "párrafos")},
    "item": {"fr": ("alinéa", "alinéas"), "en": ("item", "items"), "es": ("apartado", "apartados")},
    "recital": {"fr": ("considérant", "considérants"), "en": ("recital", "recitals"), "es": ("considerando", "considerandos")},
    "provision": {
        "fr": ("disposition", "dispositions"),
        "en": ("provision", "provisions"),
        "es": ("disposición", "disposiciones"),
    },
}  # fmt: skip
_TEXTS = {
    "conclusions-2021": {"fr": "Conclusions de 2021", "en": "Conclusions of 2021", "es": "Conclusiones de 2021"},
    "resolution-2021": {"fr": "Résolution de 2021", "en": "Resolution of 2021", "es": "Resolución de 2021"},
}
# Each as for one and for several; {what} names the actor, the instrument or the word.
_SENTENCES: dict[str, dict[str, tuple[str, str]]] = {
    "actor": {
        "fr": ("{count} appelle {what} à agir{where} :", "{count} appellent {what} à agir{where} :"),
        "en": ("{count} calls on {what} to act{where}:", "{count} call on {what} to act{where}:"),
        "es": ("{count} llama a actuar {what}{where}:", "{count} llaman a actuar {what}{where}:"),
    },
    "cited": {
        "fr": ("{count} renvoie à : **{what}**{where}.", "{count} renvoient à : **{what}**{where}."),
        "en": ("{count} refers to: **{what}**{where}.", "{count} refer to: **{what}**{where}."),
        "es": ("{count} remite a: **{what}**{where}.", "{count} remiten a: **{what}**{where}."),
    },
    "word": {
        "fr": ("{count} mentionne **{what}**{where} :", "{count} mentionnent **{what}**{where} :"),
        "en": ("{count} mentions **{what}**{where}:", "{count} mention **{what}**{where}:"),
        "es": ("{count} menciona **{what}**{where}:", "{count} mencionan **{what}**{where}:"),
    },
    "family": {
        "fr": (
            "{count} contient **{what}** ou des mots de la même famille{where} :",
            "{count} contiennent **{what}** ou des mots de la même famille{where} :",
        ),
        "en": (
            "{count} has **{what}** or words of the same family{where}:",
            "{count} have **{what}** or words of the same family{where}:",
        ),
        "es": (
            "{count} contiene **{what}** o palabras de la misma familia{where}:",
            "{count} contienen **{what}** o palabras de la misma familia{where}:",
        ),
    },
}
_NONE = {
    "actor": {
        "fr": "**Aucune disposition n'appelle {what} à agir{where}.**",
        "en": "**No provision calls on {what} to act{where}.**",
        "es": "**Ninguna disposición llama a actuar {what}{where}.**",
    },
    "cited": {
        "fr": "**Aucune disposition des textes consultés ne renvoie à : {what}{where}.**",
        "en": "**No provision of the texts held here refers to: {what}{where}.**",
        "es": "**Ninguna disposición de los textos consultados remite a: {what}{where}.**",
    },
    "word": {
        "fr": "**Aucune disposition des textes consultés ne mentionne : {what}{where}.**",
        "en": "**No provision of the texts held here mentions: {what}{where}.**",
        "es": "**Ninguna disposición de los textos consultados menciona: {what}{where}.**",
    },
}
_ENTRIES = {
    "fr": "Entre parenthèses, leurs dispositions :",
    "en": "In brackets, their provisions:",
    "es": "Entre paréntesis, sus disposiciones:",
}
_NO_ITEMS = {"fr": "{name} : aucun alinéa.", "en": "{name}: no items.", "es": "{name}: ningún apartado."}
_COUNTS = {"fr": "**{name}** : {counts}.", "en": "**{name}**: {counts}.", "es": "**{name}**: {counts}."}


def counted(number: int, unit: str, lang: str) -> str:
    """A number and what it counts ("1 item", "3 items"); French has the singular after 0 as well."""
    one, several = _UNITS[unit][lang]
    return f"{number} {one if number == 1 or (lang == 'fr' and number == 0) else several}"


def listing_sentence(kind: str, number: int, what: str, where: str, lang: str) -> str:
    """What a listing of `kind` (actor, cited, word, family) opens with, or that there is nothing to list."""
    if not number:
        return _NONE["word" if kind == "family" else kind][lang].format(what=what, where=where)
    one, several = _SENTENCES[kind][lang]
    return (one if number == 1 else several).format(count=counted(number, "provision", lang), what=what, where=where)


def counts_sentence(name: str, counts: dict[str, int], lang: str) -> str:
    """How much there is of each unit, those of which there is none left out."""
    parts = [counted(number, unit, lang) for unit, number in counts.items() if number]
    if not parts:
        return _NO_ITEMS[lang].format(name=name)
    return _COUNTS[lang].format(name=name, counts=", ".join(parts))


def entries_sentence(lang: str) -> str:
    """What stands over the headings of an overview."""
    return _ENTRIES[lang]


def text_name(code: str, title: str, lang: str) -> str:
    """The short name of a text held here; its title where it has none."""
    return _TEXTS[code][lang] if code in _TEXTS else title
