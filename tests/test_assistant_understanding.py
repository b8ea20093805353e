"""What is read from a question: its language, the references it names, and whether it can be read at all."""

from __future__ import annotations

import pytest

from assistant.understanding import Question, clean, understand
from index import Searcher

LIMIT = 2000


def read(searcher: Searcher, typed: str, **given: str) -> Question:
    lang = given.pop("lang", None)
    return understand(typed, lang=lang, limit=LIMIT, knows=searcher.knows, **given)


@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        ("fr", "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?"),
        ("fr", "QUI FINANCE LA SECURITE SOCIALE"),
        ("fr", "Qui paie ?"),
        ("fr", "Et les enfants ?"),
        ("fr", "migrants"),
        ("fr", "personnes handicapées"),
        ("fr", "Comment financer social protection floors ?"),
        ("fr", "👷 Qui doit financer la protection sociale ? 🚀"),
        ("en", "Who should ensure policy coherence within the multilateral system?"),
        ("en", "Who pays?"),
        ("en", "And children?"),
        ("en", "migrant workers"),
        ("en", "care economy"),
        ("en", "What about the socle de protection sociale?"),
        ("en", "What does the text say about São Tomé?"),
        ("es", "¿Quién debería velar por la coherencia de las políticas en el sistema multilateral?"),
        ("es", "¿Quién paga?"),
        ("es", "¿Y los niños?"),
        ("es", "diálogo social"),
        ("es", "como se financia"),
        ("es", "Qué dice sobre la care economy"),
    ],
)
def test_language_of_a_question(lang: str, typed: str, searcher: Searcher) -> None:
    # "before" is a language that is not the right one, so that only the question can have decided.
    question = read(searcher, typed, before="es" if lang != "es" else "en")
    assert (question.lang, question.problem, question.greeting) == (lang, "", False)
    assert question.text == typed


@pytest.mark.parametrize(
    "typed",
    [
        "Wie wird die soziale Sicherheit finanziert und wer bezahlt die Beiträge?",
        "Wer zahlt die Rente?",
        "Welche Rechte haben Wanderarbeitnehmer?",
        "Come viene finanziata la protezione sociale nei paesi membri?",
        "Quali misure per i lavoratori migranti?",
        "Chi paga le pensioni?",
        "Como deve ser financiada a proteção social nos Estados membros?",
        "Quem paga as pensões dos trabalhadores?",
        "Que diz o texto sobre as crianças?",
        "Что говорится о детях?",
        "社会保障",
    ],
)
def test_other_languages_are_refused_unless_the_reply_is_fixed(typed: str, searcher: Searcher) -> None:
    question = read(searcher, typed)
    assert question.problem == "unsupported"
    assert question.lang in ("fr", "en", "es")
    assert (read(searcher, typed, lang="en").problem, read(searcher, typed, lang="en").lang) == ("", "en")


@pytest.mark.parametrize(
    "typed", ["", " ", "\n\t \u00a0", "???", "... !", "« »", "_", "🚀🚀", "\x00\x07", "\u200b", "—"]
)
@pytest.mark.parametrize("lang", ["fr", "en", "es"])
def test_nothing_to_read(typed: str, lang: str, searcher: Searcher) -> None:
    for question in (read(searcher, typed, lang=lang), read(searcher, typed, before=lang)):
        assert (question.problem, question.lang, question.references) == ("empty", lang, ())


def test_too_long_by_one_and_by_far(searcher: Searcher) -> None:
    sentence = "Qui finance la sécurité sociale ? "
    fits = (sentence * 100)[: LIMIT - 1] + "?"
    assert read(searcher, fits).problem == ""
    assert read(searcher, fits + "?").problem == "too_long"
    long = read(searcher, ("Who finances social security? " * 400)[:10_000])
    assert (long.problem, long.lang) == ("too_long", "en")
    assert read(searcher, "x" * 10_000, before="es").problem == "too_long"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Qui\x00 finance\x1b[31m la sécurité\x07 sociale ?", "Qui finance [31m la sécurité sociale ?"),
        ("  Who\r\n\tpays?  ", "Who pays?"),
        ("Qui\u200bpaie\u202e ?", "Qui paie ?"),
        ("Se\u0301curite\u0301 sociale", "Sécurité sociale"),
        ("a\ud800b", "a b"),
        ("§\u00a013\u202fi)", "§ 13 i)"),
    ],
)
def test_control_characters_and_forms_of_letters(typed: str, text: str, searcher: Searcher) -> None:
    assert clean(typed) == text
    assert read(searcher, typed).text == text


@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        ("fr", "Bonjour !"), ("fr", "aide"), ("fr", "Que peux-tu faire ?"), ("fr", "MERCI"),
        ("en", "Hello"), ("en", "help"), ("en", "What can you do?"), ("en", "Thank you!"),
        ("es", "¡Hola!"), ("es", "ayuda"), ("es", "¿Qué puedes hacer?"), ("es", "Buenos días"),
    ],
)  # fmt: skip
def test_greetings(lang: str, typed: str, searcher: Searcher) -> None:
    question = read(searcher, typed, before="fr" if lang != "fr" else "en")
    assert (question.greeting, question.lang, question.problem) == (True, lang, "")
    assert read(searcher, typed, lang="en").lang == "en"
    # More than a greeting is a question.
    assert not read(searcher, f"{typed} Qui finance la sécurité sociale ?").greeting


@pytest.mark.parametrize(
    ("typed", "lang", "ids"),
    [
        ("13 i)", "fr", "conclusions-2021/13/i"),
        ("13(i)", "en", "conclusions-2021/13/i"),
        ("para 13(i)", "en", "conclusions-2021/13/i"),
        ("párrafo 13 i)", "es", "conclusions-2021/13/i"),
        ("paragraphe treize, point i)", "fr", "conclusions-2021/13/i"),
        ("13 a) à c)", "fr", "conclusions-2021/13/a conclusions-2021/13/b conclusions-2021/13/c"),
        ("partie II", "fr", "conclusions-2021/part/II"),
        ("résolution 3 a)", "fr", "resolution-2021/3/a"),
        ("R202 para 5", "en", "R202/5"),
    ],
)
def test_a_reference_alone_needs_no_index(typed: str, lang: str, ids: str) -> None:
    def knows(word: str, of: str) -> bool:
        raise AssertionError(f"the index is asked for {word!r} in {of}")

    question = understand(typed, lang=None, limit=LIMIT, knows=knows, before="fr")
    assert question.whole
    assert (" ".join(map(str, question.references)), question.lang) == (ids, lang)


@pytest.mark.parametrize(
    ("typed", "lang", "ids"),
    [
        ("Que prévoit l'article 71 de la C102 sur le financement ?", "fr", "C102/71"),
        ("What does paragraph 13(i) require of Members?", "en", "conclusions-2021/13/i"),
        ("¿Qué dice el párrafo 13 e) sobre la discapacidad?", "es", "conclusions-2021/13/e"),
        ("Quelle différence entre le § 13 e), le § 17 f) et le § 13 e) ?", "fr",
         "conclusions-2021/13/e conclusions-2021/17/f"),
        ("Environ 20 % des pays n'ont pas de régime de sécurité sociale.", "fr", ""),
    ],
)  # fmt: skip
def test_references_inside_a_question(typed: str, lang: str, ids: str, searcher: Searcher) -> None:
    question = read(searcher, typed)
    assert not question.whole
    assert (" ".join(map(str, question.references)), question.lang) == (ids, lang)


@pytest.mark.parametrize("lang", ["fr", "en", "es"])
def test_a_fixed_language_wins(lang: str, searcher: Searcher) -> None:
    for typed in ("Who pays?", "¿Quién paga?", "Qui paie ?", "13 i)", "párrafo 13 i)", "hola", "???"):
        assert read(searcher, typed, lang=lang, before="es" if lang != "es" else "fr").lang == lang


def test_a_bare_number_belongs_to_the_instrument_last_shown(searcher: Searcher) -> None:
    for typed, path in (("3 a)", "3/a"), ("2", "2"), ("Que dit le § 2 ?", "2")):
        for instrument in ("resolution-2021", "conclusions-2021"):
            question = read(searcher, typed, instrument=instrument)
            assert [str(citation) for citation in question.references] == [f"{instrument}/{path}"]
    named = read(searcher, "conclusions, § 3", instrument="resolution-2021")
    assert [str(citation) for citation in named.references] == ["conclusions-2021/3"]


@pytest.mark.parametrize("before", ["fr", "en", "es"])
def test_the_last_language_is_kept_where_nothing_tells(before: str, searcher: Searcher) -> None:
    for typed in ("3", "§ 3", "13 i)", "102?"):
        assert read(searcher, typed, before=before).lang == before
