"""Tells when a question asks for a fact of a kind (figure, date, person, procedure), and whether a provision states one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import fold
from index import analyse

COUNT, SHARE, DATE, FORCE, PERSON, PLACE, VOTE = "count", "share", "date", "force", "person", "place", "vote"
# What no text of this sort states: how one person applies, what came of it, who sits where, which of two is better.
PROCEDURE, RESULT, SEATS, CHOICE, WORDING = "procedure", "result", "seats", "choice", "wording"

_OFFICES = {
    "fr": r"(?:directeur|directrice|president|rapporteu|secretaire general|ministre|auteur|redacteur|signataire|delegue)",
    "en": r"(?:director|president|chair|rapporteur|secretary|minister|authors?\b|drafter|signator|delegate)",
    "es": r"(?:director|president|ponente|relator|secretari[oa] general|ministr[oa]s?\b|autor(?:es|as?)?\b|redactor|signatari|delegad)",
}
# Folded text: lower case, no accents. A kind is asked for by its own words, whatever the subject.
_ASKING = (
    (PROCEDURE, r"\b(?:quels? formulaires?|quels? (?:documents?|justificatifs?|papiers) (?:faut|dois|doit|fournir|presenter|joindre)|(?:devant|aupres de) quelle (?:juridiction|instance judiciaire)|quel (?:tribunal|guichet)|"
                r"comment (?:puis-je|dois-je|faire (?:une|ma) demande|m'inscrire|s'inscrire|contester)|(?:which|what) (?:forms?|court|tribunal)|(?:which|what) (?:documents?|papers) (?:do|must|should|are needed)|"
                r"how (?:do|can|should) i (?:apply|register|claim|appeal|enrol)|que formularios?|que (?:documentos?|papeles) (?:hay que|debo|necesit|se exig|piden)|(?:ante|en) que (?:tribunal|juzgado|ventanilla)|"
                r"como (?:puedo|debo|solicito|tramito|me inscribo|reclamo|recurro))\b"),
    (RESULT, r"\b(?:(?:quels|que[l]?s?) (?:resultats|bilan)\b.*\b(?:donne|obtenus?|jusqu'ici|a ce jour|atteints?|evaluation)|(?:what|which) results?\b.*\b(?:achieved|so far|to date|had|produced)|"
             r"que resultados\b.*\b(?:ha(?:n)? dado|obtenid\w+|hasta (?:ahora|la fecha)|logrado))\b"),
    (SEATS, r"\b(?:qui (?:siege|preside|copreside|compose)|who (?:sits|chairs|co-chairs|serves) |co-?chairs?\b|quien(?:es)? (?:integra\w*|preside\w*|copreside\w*|compone\w*)|"
            r"how are .{0,40}\b(?:seats .{0,40}shared|members (?:chosen|appointed|elected|selected))|comment (?:ses|les|leurs) membres sont|sieges .{0,40}repartis|como se (?:eligen|nombran|designan)|composition (?:du|de la|of)|composicion de)\b"),
    (CHOICE, r"\b(?:entre .+ et .+, (?:lequel|laquelle)|(?:between|of) .+ (?:and|or) .+, which|which of (?:the )?(?:two|these).*\b(?:better|best|cheaper|more)|entre .+ y .+,? ?¿?cual|"
             r"(?:mieux|mejor|better) (?:couvert|cubiert|protegid|cover|protect)\w*.* (?:ou|o|or|que|than) )"),
    (WORDING, r"\b(?:mot (?:a|pour) mot|palabra por palabra|word for word|verbatim|textuellement)\b"),
    (VOTE, r"\b(?:combien de voix|abstentions?|nombre de voix|a-t-(?:elle|il) ete votee?|vote count|votes? (?:against|for)\b|voted? against|"
           r"qui (?:a|ont|s'est|se sont) (?:vote|abstenu)|(?:quels?|quelles?|combien d[e']) ?(?:\w+ ){1,3}(?:ont vote|se sont abstenu)|"
           r"who (?:voted|abstained)|(?:which|how many) (?:\w+ ){0,3}(?:vot(?:es?|ed)|abstained)|how did .* vote|abstain\w*|"
           r"quien(?:es)? (?:se )?(?:voto|votaron|abst\w+)|abstuv\w+|abstencion\w*|votos?\b|votaron|(?:resultado|recuento|detalle) de la votacion|se sometio a votacion|"
           r"a l'unanimite|unanimous\w*|por unanimidad)"),
    (PERSON, r"\b(?:qui (?:etait|etaient|presidait|a preside|a signe|a redige|dirigeait|representait)\b|quel est le nom\b|comment s'appelle|"
             rf"qui (?:est|sont) (?:l'|l[ae] |les )(?:actuel\w* )?{_OFFICES['fr']}|"
             r"who (?:was|were|chaired|signed|drafted|wrote|headed|presided)\b|what is the name\b|"
             rf"who (?:is|are) the (?:current )?{_OFFICES['en']}|"
             r"quien(?:es)? (?:era|eran|fue|fueron|presidi\w+|firm\w+|redact\w+|dirig\w+)\b|como se llama|"
             rf"quien(?:es)? (?:es|son) (?:el|la|los|las) (?:actual\w* )?{_OFFICES['es']})"),
    # When an instrument came into force is said in none of the texts, though their titles give the year of adoption.
    (FORCE, r"\b(?:entree? en vigueur|en vigueur depuis|entry into force|entere?d? into force|in force since|entro en vigor|entrada en vigor)\b"),
    (PLACE, r"\b(?:(?:dans quelle|quelle) ville|en que ciudad|which (?:city|town)|ou (?:s'est|se sont) tenue?s?|ou a(?:-t-elle)? eu lieu|where (?:was|were) .*\b(?:held|adopted|signed)\b|"
            r"donde (?:se celebro|tuvo lugar|se adopto|se firmo))"),
    # "When" and its like without a comma after: with one they mostly open a clause ("When a worker moves, ...").
    (DATE, r"\b(?:a quelle date|quelle date|en quelle annee|quelle annee|de quand date|depuis quand|pour quand|jusqu'a quand|which year|"
           r"what year|by when|since when|what date|which date|en que ano|que ano|que fecha|desde cuando|para cuando|hasta cuando)\b|"
           r"^quand\b(?!.*,)|(?:^|, ?|\band )when (?:was|were|did|does|is|are|has|have|will|must|should)\b(?!.*,)|"
           r"(?:^|[¿,] ?)cuando (?:fue|se|entr|debe|era)(?!.*,)"),
    (SHARE, r"\b(?:(?:que|quelle|which|what) (?:cuota de|quota)|quel volume|what volume|que volumen|quel(?:le)? (?:est le |est la |est l'|etait le )?(?:pourcentage|taux|montant|part|proportion|budget|cout|prix|seuil|plafond|age)|"
            r"a quel(?:le)? (?:niveau chiffre|taux|pourcentage|hauteur)|a combien|"
            r"combien (?:coute|couterait|gagne|verse|paie|de points|d'argent|faut-il (?:investir|depenser|consacrer|payer|verser|cotiser))|"
            r"what (?:percentage|share|proportion|rate|amount|minimum percentage|sum)|"
            r"what (?:is|was|are) the (?:(?!of |on |in |for )\w+ ){0,3}(?:rates?|amount|percentage|share|proportion|cost|price|ceiling|age)|"
            r"how much (?:money|does|do|did|is|was|will|of (?:the |their |its )?(?:gdp|budget|income|wages?)|(?:should|must) be (?:paid|spent|invested))|"
            r"que (?:porcentaje|proporcion|monto|cuantia|tasa|importe)|que parte del? (?:pib|presupuesto|salario|la poblacion|los ingresos)|"
            r"cual es (?:el|la) (?:porcentaje|tasa|monto|importe|cuantia|costo|coste|edad)|"
            r"cuanto (?:cuesta|dinero|paga|gana|es|hay que (?:invertir|gastar|pagar|cotizar))|"
            r"taux (?:de|moyen)|average rate|tipo medio|pourcentages?|percentages?|porcentajes?|tasa de|quel age|what age|que edad|salaire minimum|minimum wage|salario minimo|"
            r"pension minim[ae]|minimum pension|replacement rate|cuant[oa] deb(?:e|eria) (?:ser|pagar))\b"),
    (COUNT, r"\b(?:combien d[e']|quel nombre|quel est le nombre|how many|what is the number|number of|cuant[oa]s|que numero|"
            r"cual es el numero|numero de)\b"),
)  # fmt: skip
# At the start of a sentence or after a comma only: elsewhere these words mostly join clauses.
_INTERROGATIVE = re.compile(
    r"(?:^|[,;\u00bf])\s*(?:qui|quel(?:le)?s?|comment|pourquoi|who|what|which|how|why|quien(?:es)?|que|cual(?:es)?|como)\b"
)
# A year behind a comma belongs to an instrument's title ("... (norme minimum), 1952"): it answers only a question on one.
_INSTRUMENT = re.compile(
    r"\b(?:conventions?|convenios?|recomm[ae]ndations?|recomendacion(?:es)?|declarations?|declaracion(?:es)?|[cr]\d{3})\b"
)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR = re.compile(r"(?<!, )\b(?:19|20)\d\d\b|\b\d{1,3}(?:e|th|st|rd|\.ª) (?:session|reunion)")
_SHARE_SIGN = re.compile(r"\d ?%|\bpour cent\b|\bper cent\b|\bpor ciento\b")
_NUMBER = (
    r"(?:\d{1,3}(?:[ .,]\d{3})*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|two|three|four|five|six|seven|eight|nine|"
    r"ten|twelve|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)"
)
_AFTER_COUNT = re.compile(r"\b(?:combien d[e']|quel nombre d[e']|how many|number of|cuant[oa]s|numero de) ?([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class AskedFact:
    """The kind of fact a question asks for, the noun counted where it asks how many, and whether it names an instrument."""

    kind: str
    counted: str = ""
    of_instrument: bool = False


def asked_fact(question: str) -> AskedFact | None:
    """The kind of fact that a question in any of the three languages asks for, or None."""
    folded = _questions(fold(question))
    for kind, pattern in _ASKING:
        found = re.search(pattern, folded)
        if found and not _asked_before(folded, found.start()):
            counted = _AFTER_COUNT.search(folded) if kind == COUNT else None
            return AskedFact(kind, counted[1] if counted else "", bool(_INSTRUMENT.search(folded)))
    return None


def _questions(folded: str) -> str:
    """Of a story the sentences that ask: "nobody can tell me how many" is no question. All where none is marked."""
    # A stop behind a short word ends an abbreviation ("No. 102"), not a sentence.
    sentences = re.split(r"(?<=[a-z]{4}[.!])\s+|(?<=\?)\s+|\n+", folded)
    asking = [sentence for sentence in sentences if sentence.rstrip().endswith("?")]
    return " ".join(asking) if asking else folded


def _asked_before(folded: str, place: int) -> bool:
    """Whether something else is asked first in the same sentence: the fact is then no more than a side question."""
    sentence = re.split(r"[.?!]", folded[:place])[-1]
    return bool(_INTERROGATIVE.search(sentence))


def states(text: str, fact: AskedFact, lang: str) -> bool:
    """Whether a provision's `text` in `lang` states a fact of this kind; persons and votes are in none."""
    folded = fold(text)
    if fact.kind == DATE:
        return bool((_ANY_YEAR if fact.of_instrument else _YEAR).search(folded))
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
