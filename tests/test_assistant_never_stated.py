"""Questions that no text of this sort answers (a procedure, results, seats, a choice, wording), and ordinary ones."""

from __future__ import annotations

import pytest

from assistant.asked_fact import asked_fact, states
from corpus import Corpus

# What no text of this sort states, by kind; under None as many ordinary questions that come near in their words.
NEVER_STATED = {
    "procedure": (
        "Quels documents faut-il joindre à une demande de pension ?", "Comment puis-je m'inscrire à la caisse ?",
        "What documents are needed to claim a pension?", "How can I appeal against a refusal?",
        "¿Qué formulario hay que rellenar?", "¿Ante qué tribunal puedo reclamar?",
    ),
    "result": (
        "Quels résultats le plan d'action a-t-il donnés jusqu'ici ?", "Quel bilan le plan d'action a-t-il donné ?",
        "What results has the plan of action achieved?", "Which results have been obtained so far?",
        "¿Qué resultados ha dado el plan de acción?", "¿Qué resultados se han obtenido hasta la fecha?",
    ),
    "seats": (
        "Qui siège au comité de pilotage ?", "Qui copréside le partenariat ?", "Who sits on the steering committee?",
        "How are the seats on the board shared out?", "¿Quiénes integran el comité directivo?",
        "¿Cómo se eligen los miembros del consejo?",
    ),
    "choice": (
        "Entre la France et la Belgique, laquelle protège mieux ?", "Est-on mieux couvert en France ou en Belgique ?",
        "Between Spain and Portugal, which protects workers better?", "Which of the two schemes is cheaper?",
        "Entre España y Portugal, ¿cuál protege mejor?", "¿Se está mejor protegido en Chile o en Perú?",
    ),
    "wording": (
        "Cite mot à mot la convention n° 102.", "Donne-moi textuellement l'article 71.",
        "Quote Article 71 word for word.", "I need the Convention verbatim.",
        "Cite palabra por palabra el Convenio núm. 102.", "Palabra por palabra, por favor.",
    ),
    None: (
        "Comment garantir un recours en cas de refus ?", "Comment faciliter les démarches des travailleurs ?",
        "Quels résultats faut-il viser ?", "Comment suivre les résultats obtenus par les régimes ?",
        "Qui participe à la gouvernance des régimes ?", "Comment associer les partenaires sociaux à la gestion ?",
        "Comment mieux couvrir les travailleurs indépendants ?", "Quel équilibre entre cotisations et impôts ?",
        "Que veut dire le mot solidarité dans le texte ?", "Comment mieux protéger les femmes ou les jeunes ?",
        "How can claims and appeals be made accessible?", "How should administrative procedures be simplified?",
        "What results should statistics make visible?", "How should results be monitored?",
        "Who should take part in the governance of schemes?", "How can employers' members be involved?",
        "Which measures better protect migrants and their families?", "How do schemes and floors fit together?",
        "What balance is there between contributions and taxes?", "What does the text say, in a word, on solidarity?",
        "¿Cómo deben simplificarse los trámites?", "¿Cómo garantizar el acceso a un recurso?",
        "¿Qué resultados deberían buscarse?", "¿Cómo medir los resultados de los sistemas?",
        "¿Quién participa en la gestión de los regímenes?", "¿Cómo asociar a los interlocutores sociales?",
        "¿Cómo proteger mejor a los trabajadores migrantes?", "¿Qué relación hay entre empleo y protección social?",
        "¿Qué equilibrio hay entre cotizaciones e impuestos?", "¿Qué dice, en pocas palabras, sobre la solidaridad?",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", NEVER_STATED)
def test_what_no_text_states_is_asked_for_in_its_own_words(kind: str | None, corpus: Corpus) -> None:
    asked = {question: asked_fact(question) for question in NEVER_STATED[kind]}
    assert [question for question, fact in asked.items() if (fact.kind if fact else None) != kind] == []
    texts = [text for provision in corpus for text in provision.texts]
    facts = [fact for fact in asked.values() if fact]
    assert not any(states(text.text, fact, text.lang) for text in texts for fact in facts)


def test_there_are_as_many_ordinary_questions() -> None:
    ordinary = NEVER_STATED[None]
    assert len(ordinary) == sum(len(questions) for kind, questions in NEVER_STATED.items() if kind) == 30
