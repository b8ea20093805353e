"""A question after another: what is meant by it, what stands alone, and how to take it back."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from assistant import Assistant, Cited, Reply, Shown
from assistant.following import follow_up
from corpus import Citation, Corpus

UNKNOWN = {"marcianos", "paella", "football", "Martians", "won", "cup", "recette"}


def _reply(understood: str, lang: str, *cited: str, outcome: str = "answered") -> Reply:
    shown = Shown(lang, "official", "")
    citations = tuple(
        Cited(Citation.parse(f"{'' if '-2021' in id else 'conclusions-2021/'}{id}"), "", "", "", (), "", (), shown)
        for id in cited
    )
    return Reply(outcome, lang, understood, "", (), citations, (), (), (), "extractive", "", MappingProxyType({}))


def _meant(before: Reply, typed: str, corpus: Corpus) -> str | None:
    meant = follow_up(typed, [before], corpus, lambda word, _: word not in UNKNOWN)
    return meant.text if meant else None


GROUPS_AND_ACTORS = (
    ("fr", "Que doivent faire les États pour les femmes ?", "et pour les enfants ?",
     "Que doivent faire les États pour les enfants ?"),
    ("fr", "Que doivent faire les États pour les femmes ?", "Et le Bureau ?",
     "Que doit faire le Bureau pour les femmes ?"),
    ("fr", "Quelle est la situation des migrants ?", "Et les jeunes ?", "Quelle est la situation des jeunes ?"),
    ("fr", "Qu'est-il offert aux femmes ?", "Quid des enfants ?", "Qu'est-il offert aux enfants ?"),
    ("fr", "Quel est le rôle du Bureau ?", "Et les employeurs ?", "Quel est le rôle des employeurs ?"),
    ("fr", "Que fait l'OIT avec la Banque mondiale ?", "Et avec le FMI ?", "Que fait l'OIT avec le FMI ?"),
    ("fr", "Que dit le texte de la convention n° 102 ?", "Idem pour la R204", "Que dit le texte de la R204 ?"),
    ("fr", "Que prévoit le texte pour les jeunes ? Pourquoi ?", "Et les femmes ?",
     "Que prévoit le texte pour les femmes ?"),
    ("en", "What should governments do for migrant workers?", "And for women?",
     "What should governments do for women?"),
    ("en", "What should governments do for women?", "What about the Office?", "What should the Office do for women?"),
    ("en", "What are governments asked to do on data?", "and the Office, for its part?",
     "What is the Office asked to do on data?"),
    ("en", "Women are to be helped. How?", "and children?", "Children are to be helped."),
    ("en", "What should the ILO do about C102?", "the same for R204", "What should the ILO do about R204?"),
    ("en", "What should the ILO do together with the World Bank?", "and with the UN?",
     "What should the ILO do together with the UN?"),
    ("es", "¿Qué deben hacer los Estados por las mujeres?", "¿Y los jóvenes?",
     "¿Qué deben hacer los Estados por los jóvenes?"),
    ("es", "¿Qué deben hacer los Estados por las mujeres?", "¿Y la Oficina?",
     "¿Qué debe hacer la Oficina por las mujeres?"),
    ("es", "¿Cuál es el papel del Gobierno?", "¿y el Director General?", "¿Cuál es el papel del Director General?"),
    ("es", "¿Qué hace la OIT con el Banco Mundial?", "¿Y con el FMI?", "¿Qué hace la OIT con el FMI?"),
    ("es", "¿Qué se dice del Convenio 102?", "Lo mismo para la R204", "¿Qué se dice de la R204?"),
)  # fmt: skip


@pytest.mark.parametrize(("lang", "before", "typed", "meant"), GROUPS_AND_ACTORS)
def test_another_group_actor_or_instrument_takes_the_place(
    lang: str, before: str, typed: str, meant: str, corpus: Corpus
) -> None:
    assert _meant(_reply(before, lang, "13/f"), typed, corpus) == meant


DETAILS = (
    ("fr", "Comment financer les retraites ?", "Et qui paie ?", "Comment financer les retraites ? Et qui paie ?"),
    ("fr", "Faut-il un fonds mondial ?", "Pourquoi ?", "Pourquoi faut-il un fonds mondial ?"),
    ("fr", "L'OIT doit-elle agir ?", "comment ?", "Comment l'OIT doit-elle agir ?"),
    ("fr", "Comment financer les retraites ?", "Pourquoi ?", "Comment financer les retraites ? Pourquoi ?"),
    (
        "fr",
        "Faut-il un socle ?",
        "Les soins sont compris dedans ?",
        "Faut-il un socle ? Les soins sont compris dedans ?",
    ),
    ("fr", "financement des soins", "Par quels moyens ?", "financement des soins. Par quels moyens ?"),
    ("en", "Is a global fund foreseen?", "Why?", "Why is a global fund foreseen?"),
    ("en", "How are pensions financed?", "and who pays?", "How are pensions financed? And who pays?"),
    (
        "en",
        "Is a global fund foreseen?",
        "Any conditions for that?",
        "Is a global fund foreseen? Any conditions for that?",
    ),
    ("en", "Is a floor needed?", "Since when?", "Is a floor needed? Since when?"),
    ("es", "¿Se prevé un fondo mundial?", "¿Por qué?", "¿Por qué se prevé un fondo mundial?"),
    ("es", "¿Cómo se financia?", "¿Y quién paga?", "¿Cómo se financia? ¿Y quién paga?"),
    ("es", "¿Se prevé un plan?", "¿para cuándo?", "¿Se prevé un plan? ¿Para cuándo?"),
    ("es", "¿Qué es lo mínimo?", "¿Entran los medicamentos?", "¿Qué es lo mínimo? ¿Entran los medicamentos?"),
    # A long chain keeps what it is about and what was asked last.
    ("en", "A? Who pays? Since when? How much?", "Why?", "A? How much? Why?"),
)


@pytest.mark.parametrize(("lang", "before", "typed", "meant"), DETAILS)
def test_a_detail_is_asked_of_the_question_before(
    lang: str, before: str, typed: str, meant: str, corpus: Corpus
) -> None:
    assert _meant(_reply(before, lang, "13/f"), typed, corpus) == meant


POINTED = (
    ("fr", "§ 13 d)", ("13/d",), "la lettre suivante", "§ 13 e)"),
    ("fr", "13 a) à c)", ("13/a", "13/b", "13/c"), "suivant", "§ 13 d)"),
    ("fr", "13 a) à c)", ("13/a", "13/b", "13/c"), "et celui d'avant ?", "§ 13"),
    ("fr", "13 d)", ("13/d",), "le paragraphe d'après", "§ 14"),
    ("fr", "§ 13", ("13", "13/a", "13/b"), "le suivant", "§ 14"),
    ("fr", "§ 14", ("14", "14/a"), "le précédent", "§ 13"),
    ("fr", "§ 21", ("21",), "le suivant", "§ 22"),
    ("fr", "résolution, § 3 a)", ("resolution-2021/3/a",), "suivant", "résolution, § 3 b)"),
    ("fr", "Qui paie ?", ("15/f", "15/i"), "Où est-ce écrit ?", "§ 15 f); § 15 i)"),
    ("fr", "Qui paie ?", ("15/f", "resolution-2021/3/a"), "Dans quel paragraphe ?", "§ 15 f); résolution, § 3 a)"),
    ("fr", "Qui paie ?", ("resolution-2021/3/a", "15/f"), "La source ?", "resolution-2021/3/a conclusions-2021/15/f"),
    ("en", "What does paragraph 9 say?", ("9",), "and the one before?", "para. 8"),
    ("en", "Who pays?", ("15/f",), "Where does it say that?", "para. 15(f)"),
    ("en", "para. 21(f)", ("21/f",), "next please", "para. 21(g)"),
    ("es", "¿Quién paga?", ("15/f",), "¿Dónde lo dice?", "párr. 15 f)"),
    ("es", "párr. 13 d)", ("13/d",), "pasa al siguiente", "párr. 13 e)"),
    ("es", "párr. 9", ("9",), "¿Y el anterior?", "párr. 8"),
)


@pytest.mark.parametrize(("lang", "before", "cited", "typed", "meant"), POINTED)
def test_a_place_is_pointed_at(
    lang: str, before: str, cited: tuple[str, ...], typed: str, meant: str, corpus: Corpus
) -> None:
    assert _meant(_reply(before, lang, *cited), typed, corpus) == meant


ALONE = (
    ("fr", "Qui doit mettre fin au travail des enfants ?"),
    ("fr", "Sinon, et les femmes ?"),
    ("fr", "Et la paella ?"),
    ("fr", "13 i)"),
    ("fr", "Et le paragraphe 14 ?"),
    ("fr", "Qu'est-ce que la sécurité sociale ?"),
    ("fr", "And for women?"),
    ("en", "Who must protect migrant workers?"),
    ("en", "What is social security?"),
    ("en", "Different subject: and women?"),
    ("en", "And the Martians?"),
    ("en", "And who won the football cup?"),
    ("en", "Is it compulsory to ratify C102?"),
    ("es", "¿Qué es la seguridad social?"),
    ("es", "¿Y los marcianos?"),
    ("es", "Otra cosa: ¿y las mujeres?"),
    ("es", "¿Quién debe proteger a los trabajadores migrantes?"),
)
BEFORE = {
    "fr": "Que doivent faire les États pour les migrants ?",
    "en": "What should States do for migrants?",
    "es": "¿Qué deben hacer los Estados por los migrantes?",
}


@pytest.mark.parametrize(("lang", "typed"), ALONE)
def test_another_subject_stands_alone(lang: str, typed: str, corpus: Corpus) -> None:
    assert _meant(_reply(BEFORE[lang], lang, "13/i"), typed, corpus) is None


@pytest.mark.parametrize("outcome", ["not_in_corpus", "out_of_scope", "bad_reference", "invalid", "help"])
@pytest.mark.parametrize("typed", ["And for women?", "Why?", "next", "Where does it say that?"])
def test_nothing_is_carried_over_from_a_refusal(outcome: str, typed: str, corpus: Corpus) -> None:
    refused = _reply(BEFORE["en"], "en", "13/i", outcome=outcome)
    assert follow_up(typed, [_reply(BEFORE["en"], "en", "13/i"), refused], corpus, lambda *_: True) is None
    assert follow_up(typed, [], corpus, lambda *_: True) is None


CONVERSATIONS = (
    (("Que doivent faire les États pour les personnes handicapées ?", "et pour les enfants ?", "pourquoi ?"),
     ("13/e", "13/h", "13/h")),
    (("Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?", "Où est-ce écrit ?",
      "le suivant"),
     ("21/a", "21/a", "21/b")),
    (("What should states do for people with disabilities?", "What about children?", "where does it say that?"),
     ("13/e", "13/h", "13/h")),
    (("para 13(b)", "next", "previous one"), ("13/b", "13/c", "13/b")),
    (("¿Qué deben hacer los Estados por las personas con discapacidad?", "¿Y los niños?", "¿Dónde lo dice?"),
     ("13/e", "13/h", "13/h")),
    (("párr. 13 b)", "el siguiente", "¿y el anterior?"), ("13/b", "13/c", "13/b")),
)  # fmt: skip


@pytest.mark.parametrize(("typed", "first"), CONVERSATIONS)
def test_three_turns_hang_together(typed: tuple[str, ...], first: tuple[str, ...], assistant: Assistant) -> None:
    replies: list[Reply] = []
    for text in typed:
        replies.append(assistant.ask(text, history=replies))
    assert tuple(str(reply.citations[0].id) for reply in replies) == tuple(f"conclusions-2021/{id}" for id in first)


@pytest.mark.parametrize(
    ("lang", "typed", "told"),
    [
        ("fr", "Et pour les enfants ?", "Question comprise ainsi : Que doivent faire les États pour les enfants ?"),
        ("en", "And for children?", "Understood as: What should States do for children?"),
        ("es", "¿Y los niños?", "Pregunta entendida así: ¿Qué deben hacer los Estados por los niños?"),
    ],
)
def test_what_was_understood_is_said_and_undone_in_one_step(
    lang: str, typed: str, told: str, assistant: Assistant
) -> None:
    history = [assistant.ask(BEFORE[lang])]
    reply, alone = assistant.ask(typed, history=history), assistant.ask(typed, history=history, follow=False)
    assert (reply.lang, reply.notices[0], told.endswith(reply.understood)) == (lang, told, True)
    assert (alone.lang, alone.understood, told in alone.notices) == (lang, typed, False)


@pytest.mark.parametrize("typed", ["bonjour", "comment ça marche ?", "???", "13 i)"])
def test_what_is_no_follow_up_is_left_as_it_is(typed: str, assistant: Assistant) -> None:
    assert assistant.ask(typed, history=[assistant.ask(BEFORE["fr"])]).understood == typed
