"""Splits what a person typed into the words and signs that references are made of, in three languages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_UNITS = {
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco",
}
# One column a number, from first to tenth; a slash parts the forms of one number.
_ORDINALS = {
    "fr": "premier/premiere deuxieme/second/seconde troisieme quatrieme cinquieme sixieme septieme huitieme "
    "neuvieme dixieme",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
    "es": "primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta quinto/quinta "
    "sexto/sexta septimo/septima octavo/octava noveno/novena decimo/decima",
}
NUMBER_WORDS = {
    word.replace("-", " "): value for words in _UNITS.values() for value, word in enumerate(words.split(), 1)
}
ORDINALS = {
    word: value
    for words in _ORDINALS.values()
    for value, forms in enumerate(words.split(), 1)
    for word in forms.split("/")
}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}

_WORDS = "|".join(word.replace(" ", "[ -]") for word in sorted(NUMBER_WORDS, key=len, reverse=True))
_NO = r"(?:n\.? ?[°ºo]s?\.? ?|num\.? ?|number |numero )"
# "102", "No. 102", "(n° 102)", long titles: "(n° 102) concernant ..., 1952", "sobre ..., 1952 (núm. 102)".
_CODE = (
    rf"(?: {_NO}?\d{{1,3}}\b| \({_NO}\d{{1,3}}\)(?: (?:concernant|sur) [^.;?!,]{{3,90}}, \d{{4}}\b)?"
    rf"|(?: (?:sobre|concerning|concernant|sur) [^.;?!]{{3,90}}?)?(?:,? \d{{4}})? \({_NO}\d{{1,3}}\))"
)
_TARGET = r"\d{1,2}\.[0-9a-z]\b(?! ?(?:%|per ?cent|pour ?cent|por ?ciento|mill))"
# What may be divided like our texts, or numbered like them, and is none of them.
_OTHER = (
    "constitution constitucion charte charter carta rapport report informe code codigo loi law ley act "
    "declaration declaracion traite treaty tratado pacte covenant pacto protocole protocol protocolo "
    "reglement regulation reglamento directive directiva contrat contract contrato decret decreto decree "
    "statuts statute estatutos convention convenio recommandation recommendation recomendacion "
    "tableau table cuadro tabla figure figura graphique grafico annexe annex anexo chapitre chapter capitulo "
    "encadre box recuadro page pagina"
).replace(" ", "|")
_OTHER_YEAR = r"(?:19\d\d|20(?!21)\d\d)"
_TOKEN = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (
            ("id", r"\b(?:conclusions|resolution)-2021(?:/[a-z0-9]+)*\b"
                   r"|\b(?:[cr]\d{3}|sjd2008|cd2019|sdg)(?:/[a-z0-9]+(?:\.[a-z0-9]+)?)+\b"),
            ("sdg", r"\b(?:(?:odd|sdgs?|ods)\b,?(?: (?:target|cible|meta)s?)?|(?:target|cible|meta)s?) ?"
                    rf"{_TARGET}(?:(?:, ?| et | and | y | & ){_TARGET})*"
                    r"(?: (?:des|de los|of the) (?:odd|ods|sdgs))?"),
            ("convention", rf"\b(?:convention|convenio){_CODE}|\bc ?\d{{3}}\b"),
            ("recommendation", rf"\b(?:recommand?ation|recommendation|recomendacion){_CODE}"
                               r"|\br ?\d{3}\b"),
            ("other", rf"\b(?:resolu[ct]ion|conclusion(?:e?s)?),? (?:(?:de|of) )?{_OTHER_YEAR}\b"
                      rf"|\b{_OTHER_YEAR} (?:resolution|conclusions)\b|\b(?:{_OTHER})s?\b"),
            ("conclusions", r"\b(?:2021 )?conclusion(?:e?s)(?:,? (?:(?:de|of) )?2021)?\b"),
            ("resolution", r"\b(?:2021 )?resolu[ct]ion(?:,? (?:(?:de|of) )?2021)?\b"),
            ("paragraph", r"§§?|¶¶?|\bparagraph(?:e|es|s)?\b|\bparas?\b\.?|\bparrafos?\b|\bparrs?\b\.?"
                          r"|\bpars?\."),
            ("article", r"\bart(?:icles?|iculos?|s)?\b\.?"),
            ("item", r"\b(?:alineas?|points?|puntos?|lettres?|lit(?:era|eral)?\b\.?|letras?|apartados?"
                     r"|incisos?|items?|letters?|sub-?paragraphs?|sous-paragraphes?|let\.)(?![a-z])"),
            ("part", r"\b(?:parties?|parts?|partes?)\b"),
            ("heading", r"\b(?:intertitre|heading|epigrafe)\b"),
            ("title", r"\b(?:titre|title|titulo)\b"),
            ("preamble", r"\bpreamb(?:ule|le|ulo)\b"),
            ("recital", r"\b(?:considerants?|considerandos?|recitals?)\b|\bconsid\."),
            ("al", r"\bal\."),
            ("no", rf"\b{_NO}(?=\d)"),
            ("of", r"\b(?:du|de la|de l'|des|dans l(?:a|e|es)|de las|de los|del|de|of the|of|in the|in"
                   r"|under the|under|from the|from|desde)(?: |(?<=l'))|\bd'"),
            ("elision", r"\b(?:[cjlmnst]|qu)'"),
            ("abbreviation", r"\b(?:e\.g\.|i\.e\.|p\. ?ex\.|p\. ?ej\.|[ap]\.m\.)"),
            ("word_number", rf"\b(?:{_WORDS})\b"),
            ("ordinal", rf"\b(?:{'|'.join(ORDINALS)})\b"),
            ("number", r"(?<![\d.,/])(?:1er\b|\d{1,3}(?!\d)(?![.,]\d))"),
            ("roman", r"\b(?:viii|vii|iii|iv|vi|ix|ii)\b"),
            ("to", r"\b(?:to|au|al|hasta|jusqu'a|jusqu'au|through)\b|[-–—]"),
            ("and", r"\b(?:and|et|ou|or|[yo](?! ?\)))\b|&"),
            ("letter", r"(?<![a-z0-9'])[a-z](?![a-z0-9'])|(?<=\d)[a-z](?![a-z0-9'])"),
            ("comma", r"[,;]"),
            ("open", r"\("),
            ("close", r"\)"),
            ("dot", r"[./:]"),
            ("word", r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[^\s\w]"),
        )
    )
)  # fmt: skip
# In Spanish "para" is "for": "para 5 países" names no paragraph.
_SPANISH = re.compile(
    r"[¿¡ñ]|\b(?:el|los|del|una|por|con|como|segun|hay|cuales?|cuantos|paises|millones|personas|trabajadores)\b"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text with its kind, its folded spelling and its place in the text (code points)."""

    kind: str
    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without accents, one character for each of `text`, so that places stay the same."""
    return "".join((unicodedata.normalize("NFD", char)[0].lower() or char)[0] for char in text).replace("’", "'")


def tokens(text: str) -> list[Token]:
    """The tokens of `text` in order; blanks are left out."""
    folded = fold(text)
    spanish = _SPANISH.search(folded) is not None or "ñ" in text.lower()
    return [_token(found, text, spanish=spanish) for found in _TOKEN.finditer(folded)]


def _token(found: re.Match[str], text: str, *, spanish: bool) -> Token:
    kind, spelling = found.lastgroup or "word", found[0].rstrip()
    if kind == "letter" and text[found.start()] in "àÀ":
        kind = "to"
    if (kind == "paragraph" and spelling == "para" and spanish) or kind in ("elision", "abbreviation"):
        kind = "word"
    return Token(kind, spelling, found.start(), found.start() + len(spelling))


def number_of(token: Token) -> int:
    """The value of a number, number word, ordinal or roman numeral; raises KeyError for another token."""
    if token.kind == "number":
        return int(token.text.removesuffix("er"))
    if token.kind == "word_number":
        return NUMBER_WORDS[token.text.replace("-", " ")]
    return ORDINALS[token.text] if token.kind == "ordinal" else ROMAN[token.text]
