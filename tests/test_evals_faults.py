"""Sentences of the corpus spoiled in their meaning or by one sign, each beside what has to come out."""

from __future__ import annotations

import pytest

from corpus import LANGUAGES, Citation, Corpus
from evals.semantic_faults import SEMANTIC_FAULTS, spoil
from evals.wording_faults import other_actor, other_character, other_figure

STRONGER, ADDED, REMOVED = "modality stronger", "negation added", "negation removed"
OPPOSITE, LEFT_OUT, MIXED_IN = "opposite said", "element left out", "element mixed in"
C = "conclusions-2021"

# Kind of fault, language, provision, stretch of its text, the stretch spoiled.
SPOILED = (
    (STRONGER, "fr", f"{C}/17", "Le Bureau devrait:", "Le Bureau doit:"),
    (STRONGER, "fr", f"{C}/13", "en fonction du contexte national, devraient:",
     "en fonction du contexte national, doivent:"),
    (STRONGER, "fr", "resolution-2021/2", "invite le Conseil d'administration", "oblige le Conseil d'administration"),
    (STRONGER, "fr", "resolution-2021/3", "demande au Directeur général de:", "ordonne au Directeur général de:"),
    (STRONGER, "en", f"{C}/7", "each country should strive", "each country must strive"),
    (STRONGER, "en", "resolution-2021/2", "invites the Governing Body", "obliges the Governing Body"),
    (STRONGER, "en", "resolution-2021/3", "requests the Director-General to:", "orders the Director-General to:"),
    (STRONGER, "es", f"{C}/17", "La Oficina debería:", "La Oficina debe:"),
    (STRONGER, "es", f"{C}/13", "en función del contexto nacional, deberían:",
     "en función del contexto nacional, deben:"),
    (STRONGER, "es", "resolution-2021/3", "pide al Director General que:", "ordena al Director General que:"),
    (ADDED, "fr", f"{C}/11", "doit être appuyée par la coopération", "ne doit pas être appuyée par la coopération"),
    (ADDED, "fr", f"{C}/9", "La protection sociale est un pilier", "La protection sociale n'est pas un pilier"),
    (ADDED, "en", f"{C}/9", "must go hand in hand", "must not go hand in hand"),
    (ADDED, "en", f"{C}/10", "The pandemic has highlighted", "The pandemic has not highlighted"),
    (ADDED, "es", f"{C}/9", "debe ir de la mano de medidas", "no debe ir de la mano de medidas"),
    (ADDED, "es", f"{C}/9", "La protección social es un pilar", "La protección social no es un pilar"),
    (REMOVED, "fr", f"{C}/15/a", "sans compromettre l'adéquation", "avec compromettre l'adéquation"),
    (REMOVED, "fr", f"{C}/13/d", "qui ne bénéficient pas encore", "qui bénéficient encore"),
    # "passer" is no "pas".
    (REMOVED, "fr", f"{C}/10", "ne peut passer par des mesures ponctuelles", None),
    (REMOVED, "en", f"{C}/21/c", "that do not enable them", "that do enable them"),
    (REMOVED, "en", f"{C}/15/a", "without compromising the adequacy", "with compromising the adequacy"),
    (REMOVED, "es", f"{C}/21/c", "que no les permiten invertir", "que les permiten invertir"),
    (REMOVED, "es", f"{C}/15/a", "sin comprometer la adecuación", "con comprometer la adecuación"),
    (OPPOSITE, "fr", f"{C}/17/h", "renforcer toutes les formes", "affaiblir toutes les formes"),
    (OPPOSITE, "fr", f"{C}/5", "la protection sociale universelle", "la protection sociale ciblée"),
    (OPPOSITE, "en", f"{C}/17/h", "strengthen all forms", "weaken all forms"),
    (OPPOSITE, "en", f"{C}/13/d", "improve the coverage", "reduce the coverage"),
    (OPPOSITE, "es", f"{C}/17/h", "reforzar todas las formas", "debilitar todas las formas"),
    (OPPOSITE, "es", f"{C}/15/a", "garantizar, teniendo", "suprimir, teniendo"),
    (LEFT_OUT, "fr", f"{C}/13/h", "la protection sociale des enfants, en particulier en vue d'éliminer le travail",
     "la protection sociale des enfants"),
    (LEFT_OUT, "fr", f"{C}/20/b", "la ratification et la mise en œuvre de la convention", "la ratification"),
    (LEFT_OUT, "en", f"{C}/13/h", "social protection of children, in particular with a view to eliminating",
     "social protection of children"),
    (LEFT_OUT, "en", f"{C}/15/a", "the adequacy and coverage of benefits", "the adequacy"),
    (LEFT_OUT, "es", f"{C}/15/a", "sin comprometer la adecuación y la cobertura de las prestaciones",
     "sin comprometer la adecuación"),
    (LEFT_OUT, "en", f"{C}/17", "The Office should:", None),
    # A word behind a comma is no element.
    (LEFT_OUT, "en", f"{C}/17/a", "consistent with national economic, social", None),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "lang", "provision", "stretch", "spoiled"), SPOILED)
def test_a_sentence_is_spoiled_as_told(
    kind: str, lang: str, provision: str, stretch: str, spoiled: str | None, corpus: Corpus
) -> None:
    text = corpus.get(Citation.parse(provision)).text(lang)
    assert text is not None
    assert stretch in text.text
    made = {fault.kind: fault.text for fault in spoil(stretch, lang, "")}
    assert made.get(kind) == spoiled
    assert SEMANTIC_FAULTS[kind](stretch, lang, "") == (spoiled or stretch)


@pytest.mark.parametrize(
    ("lang", "text", "other", "mixed"),
    [
        ("fr", "investir dans la protection sociale des enfants",
         "veiller à l'équité, et tenir le Conseil d'administration informé.",
         "investir dans la protection sociale des enfants et tenir le Conseil d'administration informé."),
        ("en", "The Office should act.", "support Members, keep the Governing Body informed of the implementation.",
         "The Office should act and keep the Governing Body informed of the implementation."),
        ("es", "La Oficina debería actuar.", "apoyar y mantener informado al Consejo de Administración.",
         "La Oficina debería actuar y mantener informado al Consejo de Administración."),
        # Three words of another provision say nothing.
        ("en", "The Office should act.", "support Members, keep them informed.", "The Office should act."),
    ],
)  # fmt: skip
def test_an_element_is_mixed_in(lang: str, text: str, other: str, mixed: str) -> None:
    assert SEMANTIC_FAULTS[MIXED_IN](text, lang, other) == mixed
    assert (MIXED_IN in {fault.kind for fault in spoil(text, lang, other)}) is (mixed != text)


def test_every_fault_is_tried_in_every_language() -> None:
    tried = {(kind, lang) for kind, lang, *_ in SPOILED}
    assert tried == {(kind, lang) for kind in SEMANTIC_FAULTS for lang in LANGUAGES if kind != MIXED_IN}


def test_one_fault_is_made_at_a_time() -> None:
    """One sentence in which four faults can be made gives four sentences, each with its own fault alone."""
    whole = "Members should strengthen their systems without delay"
    assert {fault.kind: fault.text for fault in spoil(whole, "en", "")} == {
        STRONGER: "Members must strengthen their systems without delay",
        ADDED: "Members should not strengthen their systems without delay",
        REMOVED: "Members should strengthen their systems with delay",
        OPPOSITE: "Members should weaken their systems without delay",
    }


@pytest.mark.parametrize(
    ("lang", "provision", "stretch", "spoiled"),
    [
        ("fr", f"{C}/20/b", "la convention (n° 189) sur les travailleuses et travailleurs domestiques, 2011",
         "la convention (n° 189) sur les travailleuses et travailleurs domestiques, 2012"),
        ("fr", f"{C}/7", "la recommandation (n° 202)", "la recommandation (n° 203)"),
        ("en", f"{C}/20/b", "Convention, 2011 (No. 189)", "Convention, 2011 (No. 180)"),
        ("en", "resolution-2021/3/a", "at its 343rd Session (November 2021)", "at its 343rd Session (November 2022)"),
        ("es", "resolution-2021/3/a", "en su 343.ª reunión", "en su 344.ª reunión"),
        ("es", f"{C}/17", "La Oficina debería:", "La Oficina debería:"),
    ],
)  # fmt: skip
def test_a_figure_is_changed(lang: str, provision: str, stretch: str, spoiled: str, corpus: Corpus) -> None:
    text = corpus.get(Citation.parse(provision)).text(lang)
    assert text is not None
    assert stretch in text.text
    assert other_figure(stretch) == spoiled


@pytest.mark.parametrize(
    ("lang", "provision", "stretch", "spoiled"),
    [
        # The first that stands in the sentence, not the first of the list.
        ("fr", f"{C}/13", "Les Membres, avec le concours de l'Organisation",
         "Les employeurs, avec le concours de l'Organisation"),
        ("fr", f"{C}/16", "l'OIT devrait activement", "la Banque mondiale devrait activement"),
        ("fr", "resolution-2021/2", "invite le Conseil d'administration", "invite le Parlement"),
        ("en", f"{C}/17", "The Office should:", "The Governing Body should:"),
        ("en", f"{C}/18/d", "the social partners and other", "the private insurers and other"),
        ("en", "resolution-2021/3", "requests the Director-General to:", "requests the President to:"),
        ("es", f"{C}/17", "La Oficina debería:", "El Consejo de Administración debería:"),
        ("es", f"{C}/16", "la OIT debería promover", "la Unión Europea debería promover"),
        ("es", f"{C}/13/h", "el trabajo infantil", "el trabajo infantil"),
    ],
)  # fmt: skip
def test_an_actor_is_exchanged(lang: str, provision: str, stretch: str, spoiled: str, corpus: Corpus) -> None:
    text = corpus.get(Citation.parse(provision)).text(lang)
    assert text is not None
    assert stretch in text.text
    assert other_actor(stretch, lang) == spoiled


@pytest.mark.parametrize(
    ("text", "spoiled"),
    [
        ("Le Bureau devrait:", "Le Bureau aevrait:"),  # the seventh of e u r e a u d e v r a i t
        ("des enfants", "des enaants"),
        ("la sécurité", "la sécarité"),  # an accented letter is none of those counted
        ("banane", "banene"),  # "a" for "a" would alter nothing
        ("102 — 1952", "102 — 1952"),
    ],
)
def test_a_character_is_altered(text: str, spoiled: str) -> None:
    assert other_character(text) == spoiled
    assert len(other_character(text)) == len(text)


def test_an_altered_character_is_one_in_every_official_text(corpus: Corpus) -> None:
    texts = [official.text for provision in corpus if (official := provision.official())]
    assert len(texts) > 60
    for text in texts:
        assert sum(old != new for old, new in zip(text, other_character(text), strict=True)) == 1
