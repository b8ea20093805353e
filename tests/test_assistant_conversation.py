"""What cannot be read, what must not be obeyed, what stays the same, and what the turns before decide."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant, reply_from_json, reply_json
from assistant.rendering import escape
from corpus import Corpus


@pytest.mark.parametrize(
    ("typed", "lang", "parts"),
    [
        ("???", "fr", ["aucun mot"]),
        ("", "en", ["no words"]),
        ("🚀", "es", ["ninguna palabra"]),
        ("Qui paie ? " * 400, "fr", ["4399", "2000", "maximum"]),
        ("Who finances social security? " * 100, "en", ["2999", "2000", "limit"]),
        ("¿Quién paga? " * 400, "es", ["5199", "2000", "máximo"]),
        ("Wer zahlt die Rente?", "en", ["English, French or Spanish", "français", "español"]),
    ],
)
def test_invalid_is_said_in_words(typed: str, lang: str, parts: list[str], assistant: Assistant) -> None:
    reply = assistant.ask(typed, lang=lang if typed in ("", "🚀") else None)
    assert (reply.outcome, reply.lang, reply.citations, reply.nearest) == ("invalid", lang, (), ())
    assert all(part in reply.answer for part in parts)
    # An over-long question is not handed back.
    assert len(reply.understood) < 100


HOSTILE = (
    "13 <script>",
    "13 i) <img src=x onerror=alert(1)>",
    "<script>alert(1)</script> Who should ensure policy coherence?",
    "Qui finance la protection sociale ? <script>alert(1)</script>",
    "[x](javascript:alert(1)) ![](http://h/x)",
    "What about social security [x](javascript:alert(1)) ![](http://h/x)?",
    "C999 <b>x</b>",
    "§ 99 **gras** `code` | a | b |",
    "# titre\n\n> citation\n\n- liste [x]: http://h/x",
    "¿Qué dice el párrafo 99 ![](http://h/x)?",
)
_MARKUP = re.compile(r"<\s*/?\s*[a-z!]|javascript:|!\[|http://h|onerror", re.IGNORECASE)


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("lang", [None, "fr", "en", "es"])
def test_markup_in_a_question_is_never_markup_in_the_answer(typed: str, lang: str | None, assistant: Assistant) -> None:
    reply = assistant.ask(typed, lang=lang)
    assert not _MARKUP.search(reply.answer)
    # The only links are the answer's own.
    assert all(re.match(r"\]\(#src-[\w./-]+\)", link) for link in re.findall(r"(?<!\\)\]\(.*?\)", reply.answer))


def test_escaping_leaves_no_sign_of_markup_alone() -> None:
    assert escape("<b>") == r"\<b\>"
    assert escape("![x](y)") == r"\!\[x\](y)"
    assert escape("**a** _b_ `c` # ~ | \\") == r"\*\*a\*\* \_b\_ \`c\` \# \~ \| \\"
    assert escape("« l'État devrait: § 13 i) »") == "« l'État devrait: § 13 i) »"


@pytest.mark.parametrize(
    "question",
    [
        "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?",
        "How should social protection be financed?",
        "13 a) à c)",
        "Combien d'États ont ratifié la convention n° 102 ?",
        "???",
    ],
)
def test_the_same_question_gives_the_same_reply(question: str, assistant: Assistant, corpus: Corpus) -> None:
    first = reply_json(assistant.ask(question), 1)
    for other in (assistant, Assistant(corpus, assistant.settings, open_searcher=lambda: assistant.searcher)):
        again = reply_json(other.ask(question), 1)
        assert {**again, "timing": 0} == {**first, "timing": 0}
        assert again["timing"].keys() == first["timing"].keys() >= {"ms"}


def test_a_bare_number_belongs_to_what_was_last_shown(assistant: Assistant) -> None:
    def first(typed: str, *before: str) -> str:
        return str(assistant.ask(typed, history=[assistant.ask(text) for text in before]).citations[0].id)

    assert first("2") == "conclusions-2021/2"
    assert first("2", "résolution 3 a)") == "resolution-2021/2"
    assert first("2", "résolution 3 a)", "conclusions § 4") == "conclusions-2021/2"
    # What shows nothing leaves the last one in place.
    assert (
        first("2", "résolution 3 a)", "bonjour", "Quelle est la recette de la tarte aux pommes ?")
        == "resolution-2021/2"
    )


@pytest.mark.parametrize(
    ("lang", "before"), [("fr", "Qui paie ?"), ("en", "Who pays?"), ("es", "¿Quién paga?"), ("es", "¡Hola!")]
)
def test_the_language_is_kept_where_the_question_does_not_tell(lang: str, before: str, assistant: Assistant) -> None:
    history = [assistant.ask(before)]
    for typed in ("13 i)", "???", "99"):
        assert assistant.ask(typed, history=history).lang == lang
    # A question that tells is answered in its own language.
    assert (
        assistant.ask("Who should ensure policy coherence within the multilateral system?", history=history).lang
        == "en"
    )
    assert assistant.ask("13 i)", history=history, lang="fr").lang == "fr"


def test_a_reply_comes_back_from_json_as_far_as_a_later_turn_needs_it(assistant: Assistant) -> None:
    reply = assistant.ask("resolution, para. 3(a)")
    back = reply_from_json(reply_json(reply))
    assert (back.lang, back.outcome, back.answer, back.citations) == (
        reply.lang, reply.outcome, reply.answer, reply.citations,
    )  # fmt: skip
    assert str(assistant.ask("2", history=[back]).citations[0].id) == "resolution-2021/2"
    assert assistant.ask("2", history=[back]).lang == "en"
