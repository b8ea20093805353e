"""The number words, ordinals, roman numerals and slips of typing that references are written with."""

from __future__ import annotations

_UNITS = {
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco",
}
# One column a number, from first to twenty-fifth; a slash parts the forms of one number. Genders and plurals of the
# Spanish ones are added below.
_ORDINALS = {
    "fr": "premier/premiere/premiers/premieres deuxieme/second/seconde troisieme quatrieme cinquieme sixieme septieme "
    "huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme "
    "dix-neuvieme vingtieme vingt-et-unieme vingt-deuxieme vingt-troisieme vingt-quatrieme vingt-cinquieme",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth",
    "es": "primer/primero segundo tercer/tercero cuarto quinto sexto septimo octavo noveno decimo "
    "undecimo/decimoprimer/decimoprimero duodecimo/decimosegundo decimotercer/decimotercero decimocuarto decimoquinto "
    "decimosexto decimoseptimo decimoctavo decimonoveno vigesimo vigesimoprimer/vigesimoprimero vigesimosegundo "
    "vigesimotercer/vigesimotercero vigesimocuarto vigesimoquinto",
}
_ROMAN = (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii "
    "xxviii xxix xxx"
)
# What a mistyped word may have been meant for, by the kind of token that it is.
_MISTYPED = {
    "paragraph": "paragraphe paragraphes paragraph paragraphs parrafo parrafos",
    "item": "alinea alineas apartado apartados inciso incisos",
    "conclusions": "conclusions conclusiones",
    "resolution": "resolution resolucion",
    "preamble": "preambule preamble preambulo",
    "recital": "considerant considerando",
}


def _spanish_forms(form: str) -> tuple[str, ...]:
    forms = tuple(form[:-1] + ending for ending in ("o", "a", "os", "as")) if form.endswith("o") else (form,)
    # "vigésimo primero" is written in two words too.
    stem = next((stem for stem in ("vigesimo", "decimo") if form.startswith(stem) and form != stem), None)
    return forms if stem is None else (*forms, *(f"{stem} {other.removeprefix(stem)}" for other in forms))


NUMBER_WORDS = {
    word.replace("-", " "): value for words in _UNITS.values() for value, word in enumerate(words.split(), 1)
}
ORDINALS = {
    word.replace("-", " "): value
    for lang, words in _ORDINALS.items()
    for value, forms in enumerate(words.split(), 1)
    for form in forms.split("/")
    for word in (_spanish_forms(form) if lang == "es" else (form,))
}
ROMAN = {numeral: value for value, numeral in enumerate(_ROMAN.split(), 1)}
_MEANT = {word: kind for kind, words in _MISTYPED.items() for word in words.split()}


def alternatives(words: dict[str, int]) -> str:
    """The words as alternatives of a pattern, longest first; a blank may be a hyphen."""
    return "|".join(word.replace(" ", "[ -]") for word in sorted(words, key=len, reverse=True))


def mistyped(word: str) -> str | None:
    """The kind of the word that `word` is a slip for: two letters swapped, one missing, one too many.

    A letter replaced by another is none ("revolution"), nor is the first or the last ("conclusion", "resolutions").
    """
    if len(word) < 6 or word in _MEANT:
        return None
    for meant, kind in _MEANT.items():
        if word[0] == meant[0] and word[-1] == meant[-1] and _is_slip(word, meant):
            return kind
    return None


def _is_slip(word: str, meant: str) -> bool:
    if len(word) == len(meant):
        differing = [place for place, (one, other) in enumerate(zip(word, meant, strict=True)) if one != other]
        return (
            len(differing) == 2
            and differing[1] == differing[0] + 1
            and word[differing[0]] == meant[differing[1]]
            and word[differing[1]] == meant[differing[0]]
        )
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    if len(longer) != len(shorter) + 1:
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
