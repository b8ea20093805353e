"""Tells when a question asks for a fact of a kind (figure, date, person, vote), and whether a provision states one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import fold
from index import analyse

COUNT, SHARE, DATE, PERSON, VOTE = "count", "share", "date", "person", "vote"

# Folded text: lower case, no accents. A kind is asked for by its own words, whatever the subject.
_ASKING = (
    (VOTE, r"\b(?:combien de voix|abstentions?|nombre de voix|a-t-(?:elle|il) ete votee?|vote count|votes? (?:against|for)\b|voted? against|"
           r"how did .* vote|abstain\w*|abstuv\w+|abstencion\w*|votos?\b|votaron|votacion|a l'unanimite|unanimous\w*|por unanimidad)"),
    (PERSON, r"\b(?:qui (?:etait|etaient|presidait|a preside|a signe|a redige|dirigeait|sont les|representait)|quel est le nom|"
             r"who (?:was|were|chaired|signed|drafted|wrote|headed|presided)|what is the name|"
             r"quien(?:es)? (?:era|eran|fue|fueron|presidi\w+|firm\w+|redact\w+|dirig\w+)|como se llama)\b"),
    (DATE, r"\b(?:a quelle date|quelle date|en quelle annee|quelle annee|depuis quand|pour quand|jusqu'a quand|which year|what year|"
           r"by when|since when|what date|which date|when (?:was|were|did|is|are|will|must)|en que ano|que ano|que fecha|"
           r"desde cuando|para cuando|hasta cuando)\b|^(?:quand|when)\b|(?:^|[¿,] ?)cuando (?:fue|se|entr|debe|era)"),
    (SHARE, r"\b(?:quel(?:le)? (?:est le |est la |est l'|etait le )?(?:pourcentage|taux|montant|part|proportion|budget|cout|prix|seuil|plafond)|"
            r"a quel(?:le)? (?:niveau chiffre|taux|pourcentage|hauteur)|combien (?:coute|couterait|gagne|verse|paie|de points|d'argent)|"
            r"what (?:percentage|share|proportion|rate|amount|minimum percentage|sum)|how much (?:money|does|do|did|is|was|will)|"
            r"que (?:porcentaje|proporcion|parte|monto|cuantia|tasa|importe)|cual es (?:el|la) (?:porcentaje|tasa|monto|importe|cuantia|edad)|"
            r"cuanto (?:cuesta|dinero|paga|gana|es)|taux de|pourcentage d[eu']|percentage of|tasa de|quel age|what age|que edad)\b"),
    (COUNT, r"\b(?:combien d[e']|quel nombre|how many|number of|cuant[oa]s|que numero|numero de)\b"),
)  # fmt: skip
# At the start of a sentence or after a comma only: elsewhere these words mostly join clauses.
_INTERROGATIVE = re.compile(
    r"(?:^|[,;\u00bf])\s*(?:qui|quel(?:le)?s?|comment|pourquoi|who|what|which|how|why|quien(?:es)?|que|cual(?:es)?|como)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,3}(?:e|th|st|rd|\.ª) (?:session|reunion)")
_SHARE_SIGN = re.compile(r"\d ?%|\bpour cent\b|\bper cent\b|\bpor ciento\b")
_NUMBER = (
    r"(?:\d{1,3}(?:[ .,]\d{3})*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|two|three|four|five|six|seven|eight|nine|"
    r"ten|twelve|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)"
)
_AFTER_COUNT = re.compile(r"\b(?:combien d[e']|quel nombre d[e']|how many|number of|cuant[oa]s|numero de) ?([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class AskedFact:
    """The kind of fact a question asks for, and the noun counted where it asks how many."""

    kind: str
    counted: str = ""


def asked_fact(question: str) -> AskedFact | None:
    """The kind of fact that a question in any of the three languages asks for, or None."""
    folded = fold(question)
    for kind, pattern in _ASKING:
        found = re.search(pattern, folded)
        if found and not _asked_before(folded, found.start()):
            counted = _AFTER_COUNT.search(folded) if kind == COUNT else None
            return AskedFact(kind, counted[1] if counted else "")
    return None


def _asked_before(folded: str, place: int) -> bool:
    """Whether something else is asked first in the same sentence: the fact is then no more than a side question."""
    sentence = re.split(r"[.?!]", folded[:place])[-1]
    return bool(_INTERROGATIVE.search(sentence))


def states(text: str, fact: AskedFact, lang: str) -> bool:
    """Whether a provision's `text` in `lang` states a fact of this kind; persons and votes are in none."""
    folded = fold(text)
    if fact.kind == DATE:
        return bool(_YEAR.search(folded))
    if fact.kind == SHARE:
        return bool(_SHARE_SIGN.search(folded))
    if fact.kind == COUNT:
        return _states_count(folded, fact.counted, lang)
    return False


def _states_count(folded: str, counted: str, lang: str) -> bool:
    """A number followed within three words by the noun that is counted, in whatever form."""
    wanted = {term.term for term in analyse(counted, lang)}
    for found in re.finditer(rf"\b{_NUMBER}\b((?:\W+\w+){{1,3}})", folded):
        if wanted & {term.term for term in analyse(found[1], lang)}:
            return True
    return False
