"""Splits what a person typed into the words and signs that references are made of, in three languages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.reference_words import NUMBER_WORDS, ORDINALS, ROMAN, alternatives, mistyped

# "parte II" and "XIII" alike; a single letter is a letter until something says otherwise.
_ROMAN = "|".join(sorted((numeral for numeral in ROMAN if len(numeral) > 1), key=len, reverse=True))
_UNIT_AHEAD = (
    r"(?= (?:paragraph|para\b|paras\b|par\.|parr|alinea|considerant|considerando|recital|parti?e?s?\b|part\b|points?\b"
    r"|punto|item|letra|lettre|letter|apartado|inciso|sub-?para|titre|op\b))"
)
# "1er", "2e", "3ème", "21st", "1.er", "3.ª", "IIIe": before a unit only, for "13e" is item e and "2a" may be one.
_DIGIT_ORDINAL = (
    rf"\b(?:\d{{1,2}}|[ivx]+)(?:\.?(?:er|re|ere|eme|e|nd|nde|d|st|rd|th|ero|era|[oaºª°]))(?:s)?{_UNIT_AHEAD}"
)
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
            ("conclusions", r"\b(?:2021 )?conclusion(?:e?s)(?:,? (?:(?:de|of) )?2021)?\b"
                            r"|\b(?:concl|ccl)\b\.?(?=,? ?(?:\d{1,2}\b|§|¶|par))"),
            ("resolution", r"\b(?:2021 )?resolu[ct]ion(?:,? (?:(?:de|of) )?2021)?\b"
                           r"|\bres\b\.?(?=,? ?(?:\d{1,2}\b|§|¶|par|op\b|al|pt|consid))"),
            ("paragraph", r"§§?|¶¶?|\bparagraph(?:e|es|s)?\b|\bparas?\b\.?|\bparrafos?\b|\bparrs?\b\.?"
                          r"|\bpars?\.|\bops?\.?(?= ?\d)"
                          # "par 17 lit. k"; "par 13 pays" is "by 13 countries".
                          r"|\bpars?\b(?= ?\d{1,2},? ?(?:\(|[a-z]\)|lit|let|al\b|alinea|pt|point|item))"),
            ("by", r"\bpars?\b(?= ?\d)"),
            ("article", r"\bart(?:icles?|iculos?|s)?\b\.?"),
            ("item", r"\b(?:alineas?|points?|puntos?|lettres?|lit(?:era|eral)?\b\.?|letras?|apartados?|apdos?\b\.?"
                     r"|incisos?|incs?\b\.?|items?|letters?|sub-?para(?:graph)?s?\b\.?|sous-paragraphes?|let\."
                     r"|pts?\b\.?)(?![a-z])"),
            ("part", r"\b(?:parties?|parts?|partes?)\b"),
            ("heading", r"\b(?:intertitre|heading|epigrafe)\b"),
            ("title", r"\b(?:titre|title|titulo)\b"),
            ("preamble", r"\bpreamb(?:ule|le|ulo)\b"),
            ("recital", r"\b(?:considerants?|considerandos?|recitals?)\b|\bconsid\."),
            ("al", r"\bal\.|\bal\b(?= \(?[a-z]\b\)? (?:du|de|del)\b)"),
            ("no", rf"\b{_NO}(?=\d)"),
            ("of", r"\b(?:du|de la|de l'|des|dans l(?:a|e|es)|de las|de los|del|de|of the|of|in the|in"
                   r"|under the|under|from the|from|desde)(?: |(?<=l'))|\bd'"),
            ("elision", r"\b(?:[cjlmnst]|qu)'"),
            ("abbreviation", r"\b(?:e\.g\.|i\.e\.|p\. ?ex\.|p\. ?ej\.|[ap]\.m\.)"),
            ("penultimate", r"\b(?:avant-dernier(?:e)?|penultim[oa]|penultimate|second[ -](?:to[ -])?last|last but one"
                            r"|next[ -]to[ -]last)\b"),
            ("last", r"\b(?:derni(?:er|ere)s?|last|final|ultim[oa]s?)\b"),
            ("ordinal", rf"\b(?:{alternatives(ORDINALS)})\b|{_DIGIT_ORDINAL}"),
            ("word_number", rf"\b(?:{alternatives(NUMBER_WORDS)})\b"),
            ("number", r"(?<![\d.,/])(?:1er\b|\d{1,3}(?!\d)(?![.,]\d))"),
            ("roman", rf"\b(?:{_ROMAN})\b"),
            ("to", r"\b(?:to|au|al|hasta|jusqu'a|jusqu'au|through)\b|[-–—]"),
            ("and", r"(?<=\) )e(?= )|(?<=[ (][a-h] )e(?= \(?i\b)|\b(?:and|et|ou|or|[yo](?! ?\)))\b|&"),
            ("letter", r"(?<![a-z0-9'])[a-z](?![a-z0-9'])|(?<=\d)[a-z](?![a-z0-9'])"),
            ("comma", r"[,;]"),
            ("open", r"[(\[{]"),
            ("close", r"[)\]}]"),
            ("dot", r"[./:]"),
            ("word", r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[^\s\w]"),
        )
    )
)  # fmt: skip
# "13,14 y 15" and "§§ 3,5" are lists; a comma between digits is else a decimal sign.
_TIGHT_LIST = re.compile(
    r"(?<![\d.,])\d{1,2}(?:,\d{1,2})+(?=,? ?(?:y|e|et|and|&|o|ou|or) ?\d{1,2}(?![\d.,]))"
    r"|(?:§§|¶¶|\b(?:paragraphe?s|paras|parrafos|parrs|pars)\b\.?) ?\d{1,2}(?:,\d{1,2})+(?![\d.])"
)
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


def tokens(text: str, *, whole: bool = False) -> list[Token]:
    """The tokens of `text` in order; blanks are left out. `whole`: the text should be nothing but a reference."""
    folded = _TIGHT_LIST.sub(lambda found: found[0].replace(",", ";"), fold(text))
    spanish = _SPANISH.search(folded) is not None or "ñ" in text.lower()
    return [_token(found, text, spanish=spanish, whole=whole) for found in _TOKEN.finditer(folded)]


def _token(found: re.Match[str], text: str, *, spanish: bool, whole: bool) -> Token:
    kind, spelling = found.lastgroup or "word", found[0].rstrip()
    if kind == "letter" and text[found.start()] in "àÀ":
        kind = "to"
    if kind == "by":
        kind = "paragraph" if whole else "word"
    if (kind == "paragraph" and spelling == "para" and spanish) or kind in ("elision", "abbreviation"):
        kind = "word"
    if kind == "word":
        kind = mistyped(spelling) or kind
    return Token(kind, spelling, found.start(), found.start() + len(spelling))


def number_of(token: Token) -> int:
    """The value of a number, number word, ordinal or roman numeral; raises KeyError for another token."""
    if token.kind == "number":
        return int(token.text.removesuffix("er"))
    if token.kind == "word_number":
        return NUMBER_WORDS[token.text.replace("-", " ")]
    if token.kind != "ordinal":
        return ROMAN[token.text]
    if digits := re.match(r"\d+", token.text):
        return int(digits[0])
    word = token.text.replace("-", " ")
    return ORDINALS[word] if word in ORDINALS else ROMAN[re.match(r"[ivx]*", word)[0]]  # type: ignore[index]
