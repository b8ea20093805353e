"""The citation contract: what is cited exists, what is quoted is the corpus's own slice, and nothing else is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant import Assistant, Claim, Draft, Quote, QuoteError, Reply, UnverifiedError, verify
from assistant.rendering import render
from corpus import OFFICIAL, Citation, Corpus
from evals import read_cases

PARAGRAPH = Citation.parse("conclusions-2021/4")
OTHER = Citation.parse("conclusions-2021/13/i")
INVENTED = Citation.parse("conclusions-2021/22")
STRETCH = (
    "C'est à l'État qu'incombe la responsabilité principale d'établir l'architecture juridique et administrative de la "
    "sécurité sociale"
)
START, END = 0, 130
POINT = (
    "Il incombe principalement à l'État, garant ultime de la sécurité sociale, d'en établir le cadre juridique et "
    "administratif et d'en assurer le financement durable."
)

Tamper = Callable[[Draft], Draft]


@pytest.fixture
def draft() -> Draft:
    """A draft that holds: a point and a quote of the same paragraph."""
    claims = (
        Claim(POINT, (PARAGRAPH,), "point"),
        Claim(STRETCH, (PARAGRAPH,), "quote"),
    )
    return Draft("answered", "fr", "Qui ?", claims, {PARAGRAPH: (START, END)}, nearest=(OTHER,))


def quote_claim(text: str, *citations: Citation) -> Tamper:
    return lambda draft: replace(draft, claims=(draft.claims[0], Claim(text, citations or (PARAGRAPH,), "quote")))


def stretch(start: int, end: int) -> Tamper:
    return lambda draft: replace(draft, quotes={PARAGRAPH: (start, end)})


def claim(text: str, citations: tuple[Citation, ...], kind: str) -> Tamper:
    return lambda draft: replace(draft, claims=(*draft.claims, Claim(text, citations, kind)))


def test_a_true_draft_passes(draft: Draft, corpus: Corpus) -> None:
    reply = verify(draft, corpus, {"ms": 1.0})
    assert [entry.id for entry in reply.citations] == [PARAGRAPH]
    assert reply.citations[0].quotes == (Quote("fr", OFFICIAL, START, END, STRETCH),)
    assert f"« {STRETCH} » \\[…\\]" in reply.answer
    assert [near.id for near in reply.nearest] == [OTHER]
    assert (reply.corpus_digest, reply.timing) == (corpus.digest, {"ms": 1.0})


TAMPERED: dict[str, Tamper] = {
    "an invented citation": claim("Il n'y a rien.", (INVENTED,), "point"),
    "an invented citation beside a true one": claim("Il n'y a rien.", (PARAGRAPH, INVENTED), "point"),
    "an invented instrument": claim("Il n'y a rien.", (Citation.parse("C999/1"),), "point"),
    "an invented near provision": lambda draft: replace(draft, nearest=(INVENTED,)),
    "a quote shifted right": stretch(START + 1, END + 1),
    "a quote one character short": stretch(START, END - 1),
    "a quote one character long": stretch(START, END + 1),
    "offsets past the end": stretch(START, 100_000),
    "offsets before the start": stretch(-1, END),
    "offsets the wrong way round": stretch(END, START),
    "an empty stretch": stretch(START, START),
    "one letter changed": quote_claim(STRETCH.replace("principale", "principalé")),
    "one letter dropped": quote_claim(STRETCH[:-1]),
    "a typographic apostrophe": quote_claim(STRETCH.replace("'", "’", 1)),
    "a no-break space for a space": quote_claim(STRETCH.replace(" ", "\u00a0", 1)),
    "another form of the same letter": quote_claim(STRETCH.replace("é", "e\u0301", 1)),
    "a space at the end": quote_claim(STRETCH + " "),
    "capitals": quote_claim(STRETCH.upper()),
    "the text of another provision": quote_claim(STRETCH, OTHER),
    "a quote of two provisions": quote_claim(STRETCH, PARAGRAPH, OTHER),
    "a quote whose place is not given": lambda draft: replace(draft, quotes={}),
    "a quote without a citation": claim(STRETCH, (), "quote"),
    "a point moved to another provision": claim(POINT, (OTHER,), "point"),
    "a point with a word changed": claim(POINT.replace("incombe", "appartient"), (PARAGRAPH,), "point"),
    "a point of two provisions": claim(POINT, (PARAGRAPH, OTHER), "point"),
    "a point without a citation": claim("L'État est responsable.", (), "point"),
    "a lead without a citation": claim("Les Membres devraient :", (), "lead"),
    "a gist without a citation": claim("L'État est responsable.", (), "gist"),
    "a drafted sentence without a citation": claim("L'État est responsable.", (), "drafted"),
    "a kind of claim that is not known": claim("L'État est responsable.", (PARAGRAPH,), "opinion"),
    "no kind of claim": claim("L'État est responsable.", (PARAGRAPH,), ""),
    "an outcome that is not known": lambda draft: replace(draft, outcome="maybe"),
    "no outcome": lambda draft: replace(draft, outcome=""),
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_a_tampered_draft_is_refused(tamper: Tamper, draft: Draft, corpus: Corpus) -> None:
    with pytest.raises(UnverifiedError):
        verify(tamper(draft), corpus, {})


ALTERED: dict[str, Callable[[Quote, Corpus], Quote]] = {
    "a word": lambda quote, _: replace(quote, text=quote.text.replace("principale", "secondaire")),
    "a space": lambda quote, _: replace(quote, text=quote.text.replace(" ", "\u00a0", 1)),
    "the place": lambda quote, _: replace(quote, start=quote.start + 1, end=quote.end + 1),
    "the length": lambda quote, _: replace(quote, end=quote.end + 1),
    "past the end": lambda quote, _: replace(quote, end=100_000),
    "the language": lambda quote, _: replace(quote, lang="en"),
    "a language not held": lambda quote, _: replace(quote, lang="de"),
    "the kind": lambda quote, _: replace(quote, kind="translation"),
    "a translation passed off as official": lambda quote, corpus: replace(
        quote, lang="en", text=corpus.slice(PARAGRAPH, "en", quote.start, quote.end)
    ),
}


@pytest.mark.parametrize("alter", ALTERED.values(), ids=ALTERED)
def test_the_renderer_slices_again(alter: Callable[[Quote, Corpus], Quote], draft: Draft, corpus: Corpus) -> None:
    reply = verify(draft, corpus, {})
    assert render(draft, reply.citations, reply.nearest, corpus) == reply.answer
    (entry,) = reply.citations
    altered = replace(reply, citations=(replace(entry, quotes=(alter(entry.quotes[0], corpus),)),))
    with pytest.raises(QuoteError, match=str(PARAGRAPH)):
        render(draft, altered.citations, altered.nearest, corpus)


def test_a_quote_moved_to_another_provision_is_not_rendered(draft: Draft, corpus: Corpus) -> None:
    (entry,) = verify(draft, corpus, {}).citations
    for citation in (OTHER, INVENTED):
        with pytest.raises(QuoteError):
            render(draft, (replace(entry, id=citation),), (), corpus)


@pytest.fixture(scope="module")
def replies(assistant: Assistant) -> list[Reply]:
    """What comes back for forty development questions and some look-ups, in all languages."""
    cases = read_cases(split="dev")
    spread = [case for lang in ("fr", "en", "es") for case in [case for case in cases if case.lang == lang][:14]]
    typed = ["13 i)", "13", "13 a) à c)", "part II", "préambule", "résolution 3 a)", "para. 4", "párrafo 4"]
    return [assistant.ask(case.question) for case in spread] + [assistant.ask(text) for text in typed]


def test_every_quote_is_the_official_slice_it_names(replies: list[Reply], corpus: Corpus) -> None:
    quotes = [(entry, quote) for reply in replies for entry in reply.citations for quote in entry.quotes]
    assert len(quotes) >= 20
    for entry, quote in quotes:
        official = corpus.get(entry.id).official()
        assert official is not None
        assert (quote.kind, quote.lang) == (OFFICIAL, official.lang)
        assert quote.text == official.text[quote.start : quote.end] != ""


def test_every_quote_claim_is_one_of_the_quotes(replies: list[Reply]) -> None:
    for reply in replies:
        held = {(entry.id, quote.text) for entry in reply.citations for quote in entry.quotes}
        claimed = {(claim.citations[0], claim.text) for claim in reply.claims if claim.kind == "quote"}
        assert claimed == held


def test_every_id_exists_and_is_cited_by_a_claim(replies: list[Reply], corpus: Corpus) -> None:
    for reply in replies:
        cited = [entry.id for entry in reply.citations]
        assert len(set(cited)) == len(cited)
        assert all(citation in corpus for citation in (*cited, *(near.id for near in reply.nearest)))
        assert set(cited) == {citation for claim in reply.claims for citation in claim.citations}
        assert all(f"[{entry.label}](#src-{entry.id})" in reply.answer for entry in reply.citations)
        assert bool(cited) is (reply.outcome in ("answered", "partial", "overview", "listing"))


def test_every_point_is_of_the_provision_it_cites(replies: list[Reply], corpus: Corpus) -> None:
    points = [(reply.lang, claim) for reply in replies for claim in reply.claims if claim.kind == "point"]
    assert len(points) >= 40
    for lang, claimed in points:
        (citation,) = claimed.citations
        editorial = corpus.get(citation).editorial
        assert editorial is not None
        assert claimed.text == editorial.point[lang]
