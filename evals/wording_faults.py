"""Text spoiled by one sign or one name: a figure changed, an actor exchanged, a character altered."""

from __future__ import annotations

import re

# Who is exchanged for whom; the first that stands in a text is replaced, once.
_ACTORS = {
    "fr": (("Les Membres", "Les employeurs"), ("les Membres", "les employeurs"), ("Les gouvernements", "Les syndicats"), ("Le Bureau", "Le Conseil d'administration"), ("le Bureau", "le Parlement"), ("L'Organisation", "La Banque mondiale"), ("l'Organisation", "la Banque mondiale"), ("L'OIT", "La Banque mondiale"), ("l'OIT", "la Banque mondiale"), ("Directeur général", "Président"), ("Conseil d'administration", "Parlement"), ("partenaires sociaux", "assureurs privés"), ("travailleurs", "actionnaires"), ("employeurs", "assureurs"), ("États", "tribunaux")),
    "en": (("Members", "Employers"), ("Governments", "Trade unions"), ("The Office", "The Governing Body"), ("the Office", "the Governing Body"), ("The Organization", "The World Bank"), ("the Organization", "the World Bank"), ("The ILO", "The World Bank"), ("the ILO", "the World Bank"), ("Director-General", "President"), ("Governing Body", "parliament"), ("social partners", "private insurers"), ("workers", "shareholders"), ("employers", "insurers"), ("States", "courts")),
    "es": (("Los Miembros", "Los empleadores"), ("los Miembros", "los empleadores"), ("Los gobiernos", "Los sindicatos"), ("La Oficina", "El Consejo de Administración"), ("la Oficina", "la Conferencia"), ("La Organización", "El Banco Mundial"), ("la Organización", "la Unión Europea"), ("La OIT", "El Banco Mundial"), ("la OIT", "la Unión Europea"), ("Director General", "Presidente"), ("Consejo de Administración", "Parlamento"), ("interlocutores sociales", "aseguradoras privadas"), ("trabajadores", "accionistas"), ("empleadores", "aseguradoras"), ("Estados", "tribunales")),
}  # fmt: skip
_DIGIT = re.compile(r"\d(?!.*\d)", re.DOTALL)
_LETTER = re.compile(r"[a-z]")


def other_figure(text: str) -> str:
    """`text` with the last digit of its last figure raised by one; unchanged where it holds none."""
    return _DIGIT.sub(lambda digit: str((int(digit[0]) + 1) % 10), text, count=1)


def other_actor(text: str, lang: str) -> str:
    """`text` (fr, en, es) with the first actor named exchanged for another; unchanged where it names none."""
    found = [(text.find(actor), actor, other) for actor, other in _ACTORS[lang] if actor in text]
    if not found:
        return text
    place, actor, other = min(found)
    return text[:place] + other + text[place + len(actor) :]


def other_character(text: str) -> str:
    """`text` with the letter in its middle replaced by another; unchanged where it holds no letter."""
    letters = [found.start() for found in _LETTER.finditer(text)]
    if not letters:
        return text
    place = letters[len(letters) // 2]
    return text[:place] + ("a" if text[place] != "a" else "e") + text[place + 1 :]
