"""Which questions ask for a figure, a date, a person or a vote, and which provisions state one."""

from __future__ import annotations

import pytest

from assistant.asked_fact import AskedFact, asked_fact, states
from corpus import Citation, Corpus

QUESTIONS = (
    (None, "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?"),
    (None, "Quand un travailleur change d'emploi, garde-t-il ses droits ?"),
    (None, "Quel rôle joue le dialogue social ?"),
    (None, "Qui finance la sécurité sociale ?"),
    (None, "Quels sont les principes directeurs ?"),
    (None, "Qui sont les groupes les moins couverts ?"),
    (None, "Comment accroître le taux d'activité des femmes ?"),
    (None, "Que doit faire le Bureau en matière de statistiques et de nombre d'assurés ?"),
    (None, "Quelles mesures prendre en cas de crise ?"),
    (None, "Le montant des prestations doit-il être adéquat ?"),
    (None, "Le dialogue social passe-t-il par un vote ?"),
    ("count", "Combien d'États ont ratifié la convention n° 102 ?"),
    ("count", "Combien de paragraphes comptent les conclusions ?"),
    ("count", "Quel est le nombre de personnes sans protection sociale ?"),
    ("count", "Quel nombre de pays disposent d'un socle ?"),
    ("count", "Les conclusions visent combien de pays ?"),
    ("date", "Quand les conclusions ont-elles été adoptées ?"),
    ("date", "À quelle date le plan d'action doit-il être soumis ?"),
    ("date", "En quelle année la recommandation n° 202 a-t-elle été adoptée ?"),
    ("date", "Pour quand le Directeur général doit-il préparer le plan d'action ?"),
    ("date", "Quand est-ce que la résolution a été adoptée ?"),
    ("date", "Quand a été adoptée la recommandation n° 202 ?"),
    ("date", "De quand date la convention n° 102 ?"),
    ("date", "Jusqu'à quand court le plan d'action ?"),
    ("share", "Quel pourcentage de la population mondiale est couvert ?"),
    ("share", "Quel est le taux de cotisation des employeurs ?"),
    ("share", "Quelle part du PIB faut-il consacrer à la protection sociale ?"),
    ("share", "Quel est le montant minimal d'une pension ?"),
    ("share", "Combien coûte un socle de protection sociale ?"),
    ("share", "Combien faut-il investir dans la protection sociale ?"),
    ("share", "À combien s'élève le déficit de financement ?"),
    ("share", "À quel âge peut-on prendre sa retraite ?"),
    ("share", "Quel est l'âge de la retraite ?"),
    ("person", "Qui était le président de la commission ?"),
    ("person", "Qui a signé les conclusions ?"),
    ("person", "Qui a présidé la commission de la protection sociale ?"),
    ("person", "Qui est le Directeur général du BIT ?"),
    ("person", "Quel est le nom du rapporteur ?"),
    ("person", "Comment s'appelle le Directeur général ?"),
    ("vote", "Combien de voix ont été exprimées contre la résolution ?"),
    ("vote", "La résolution a-t-elle été votée ?"),
    ("vote", "Combien d'abstentions y a-t-il eu ?"),
    ("vote", "La résolution a-t-elle été adoptée à l'unanimité ?"),
    ("vote", "Qui a voté contre ?"),
    (None, "How should social protection be financed?"),
    (None, "Who should ensure policy coherence within the multilateral system?"),
    (None, "When a worker changes jobs, are rights kept?"),
    (None, "When employment is informal, who is covered?"),
    (None, "What should be done when workers move abroad?"),
    (None, "What is the role of social dialogue?"),
    (None, "Who is responsible for social security?"),
    (None, "How can participation rates of carers be raised?"),
    (None, "What must Members do for children?"),
    (None, "How much weight does social dialogue carry?"),
    ("count", "How many countries have ratified Convention No. 102?"),
    ("count", "What is the number of people without coverage?"),
    ("date", "When was the resolution adopted?"),
    ("date", "When did the Conference adopt Recommendation No. 202?"),
    ("date", "In what year was Convention No. 102 adopted?"),
    ("date", "By when must the plan of action be submitted?"),
    ("date", "By what date must the Director-General report?"),
    ("date", "When does the plan of action end?"),
    ("date", "When should the plan of action be ready?"),
    ("date", "When will the plan be submitted?"),
    ("share", "What percentage of the population is covered?"),
    ("share", "What is the contribution rate for employers?"),
    ("share", "How much does a social protection floor cost?"),
    ("share", "How much money should be invested?"),
    ("share", "How much of GDP should be spent on social protection?"),
    ("share", "What is the retirement age?"),
    ("share", "What is the minimum pension amount?"),
    ("share", "At what age can people retire?"),
    ("person", "Who was the chairperson of the committee?"),
    ("person", "Who chaired the committee?"),
    ("person", "Who drafted the conclusions?"),
    ("person", "Who is the Director-General?"),
    ("person", "What is the name of the rapporteur?"),
    ("vote", "How many votes were cast against the resolution?"),
    ("vote", "Who voted against the conclusions?"),
    ("vote", "Did any government abstain?"),
    ("vote", "Was the resolution adopted unanimously?"),
    ("vote", "How did the employers vote?"),
    (None, "¿Cómo debe financiarse la protección social?"),
    (None, "¿Quién debería velar por la coherencia de las políticas en el sistema multilateral?"),
    (None, "Cuando un trabajador cambia de empleo, ¿conserva sus derechos?"),
    (None, "¿Qué se recomienda para las personas con discapacidad?"),
    (None, "¿Qué deben hacer los Miembros cuando hay una crisis?"),
    (None, "¿Quién es responsable de la seguridad social?"),
    (None, "¿Qué papel tiene el diálogo social?"),
    (None, "¿Qué parte de las conclusiones trata de los niños?"),
    ("count", "¿Cuántos países han ratificado el Convenio núm. 102?"),
    ("count", "¿Cuántas personas carecen de protección social?"),
    ("count", "¿Cuál es el número de países con un piso?"),
    ("date", "¿Cuándo se adoptó la resolución?"),
    ("date", "¿Cuándo fue adoptada la Recomendación núm. 202?"),
    ("date", "¿En qué año se adoptó el Convenio núm. 102?"),
    ("date", "¿Para cuándo debe presentarse el plan de acción?"),
    ("date", "¿En qué fecha se presentará el plan de acción?"),
    ("date", "¿Cuándo entra en vigor la resolución?"),
    ("date", "¿Cuándo debe presentarse el plan de acción?"),
    ("share", "¿Qué porcentaje de la población está cubierto?"),
    ("share", "¿Cuál es la tasa de cotización de los empleadores?"),
    ("share", "¿Cuánto cuesta un piso de protección social?"),
    ("share", "¿Cuánto hay que invertir en protección social?"),
    ("share", "¿A qué edad se jubilan los trabajadores?"),
    ("share", "¿Cuál es el monto mínimo de una pensión?"),
    ("person", "¿Quién presidió la comisión?"),
    ("person", "¿Quién es el Director General de la OIT?"),
    ("person", "¿Cómo se llama el ponente?"),
    ("person", "¿Quién firmó las conclusiones?"),
    ("vote", "¿Cuántos votos hubo en contra?"),
    ("vote", "¿Se aprobó por unanimidad?"),
    ("vote", "¿Cuántas abstenciones hubo?"),
    ("vote", "¿Quién votó en contra?"),
    (None, "Qui est responsable de la sécurité sociale ?"),
    (None, "Who is the authority in charge of inspection?"),
    (None, "¿Quién es la autoridad competente?"),
    ("share", "¿Cuál es la edad de jubilación?"),
    (None, "What should be done to reduce the cost of benefits?"),
    (None, "Cuando se pierde el empleo, ¿qué protección queda?"),
    (None, "Comment soutenir ceux qui changent d'emploi, et en quelle année ?"),
    (None, "Que dit le texte sur les femmes et combien de pays sont visés ?"),
)


@pytest.mark.parametrize(("kind", "question"), QUESTIONS)
def test_kind_of_fact_asked_for(kind: str | None, question: str) -> None:
    fact = asked_fact(question)
    assert (fact.kind if fact else None) == kind


@pytest.mark.parametrize(("kind", "question"), QUESTIONS)
def test_spelling_does_not_matter(kind: str | None, question: str) -> None:
    """Capitals, a missing question mark, typographic apostrophes."""
    for typed in (question.upper(), question.rstrip(" ?"), question.replace("'", "’")):
        fact = asked_fact(typed)
        assert (fact.kind if fact else None) == kind, typed


def test_every_kind_is_asked_for_in_every_language() -> None:
    kinds = {kind for kind, _ in QUESTIONS}
    assert kinds == {None, "count", "date", "share", "person", "vote"}
    assert len(QUESTIONS) >= 40


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Combien d'États ont ratifié la convention n° 102 ?", "etats"),
        ("Combien de paragraphes comptent les conclusions ?", "paragraphes"),
        ("How many countries have ratified Convention No. 102?", "countries"),
        ("¿Cuántos países han ratificado el Convenio núm. 102?", "paises"),
    ],
)
def test_what_is_counted(question: str, counted: str) -> None:
    fact = asked_fact(question)
    assert fact is not None
    assert (fact.kind, fact.counted) == ("count", counted)


@pytest.mark.parametrize(
    ("id", "lang", "fact", "stated"),
    [
        ("resolution-2021/3/a", "fr", AskedFact("date"), True),
        ("resolution-2021/3/a", "en", AskedFact("date"), True),
        ("resolution-2021/3/a", "es", AskedFact("date"), True),
        ("conclusions-2021/1", "fr", AskedFact("date"), True),
        ("resolution-2021/3/d", "fr", AskedFact("date"), False),
        ("conclusions-2021/21/e", "en", AskedFact("date"), False),
        ("conclusions-2021/8", "fr", AskedFact("count", "annees"), True),
        ("conclusions-2021/8", "fr", AskedFact("count", "pays"), False),
        ("conclusions-2021/8", "en", AskedFact("count", "years"), True),
        ("conclusions-2021/8", "es", AskedFact("count", "anos"), True),
        ("conclusions-2021/18/c", "fr", AskedFact("share"), False),
        ("conclusions-2021/15/b", "en", AskedFact("share"), False),
        ("conclusions-2021/15/i", "fr", AskedFact("person"), False),
        ("resolution-2021/1", "fr", AskedFact("vote"), False),
    ],
)
def test_what_real_provisions_state(id: str, lang: str, fact: AskedFact, stated: bool, corpus: Corpus) -> None:
    text = corpus.get(Citation.parse(id)).text(lang)
    assert text is not None
    assert states(text.text, fact, lang) is stated


@pytest.mark.parametrize(
    ("text", "lang", "fact", "stated"),
    [
        ("Le taux est de 40 % du salaire.", "fr", AskedFact("share"), True),
        ("The rate is 40 per cent of earnings.", "en", AskedFact("share"), True),
        ("La tasa es del 40 por ciento.", "es", AskedFact("share"), True),
        ("Plus de 1 200 États membres et 13 articles.", "fr", AskedFact("count", "articles"), True),
        ("Plus de 1 200 États membres et 13 articles.", "fr", AskedFact("count", "etats"), True),
        ("The Conference met for ten days.", "en", AskedFact("count", "day"), True),
        ("The Conference met for ten days, and 12 members of many parties and delegations.", "en",
         AskedFact("count", "delegations"), False),
    ],
)  # fmt: skip
def test_figures_in_words_and_digits(text: str, lang: str, fact: AskedFact, stated: bool) -> None:
    assert states(text, fact, lang) is stated
