"""The story in a real browser: ask, read the citation, open it, read the official text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from corpus import Citation, Corpus
from index import IndexSettings

sys.path.insert(0, str(Path(__file__).parent))
from browser import browser, chromium, served

STORY = "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?"
pytestmark = pytest.mark.skipif(
    chromium() is None, reason="LEFT OUT: no Chromium found, the page was not tried in a browser"
)


@pytest.fixture(scope="module")
def address(index_settings: IndexSettings) -> Iterator[str]:
    with served(index_settings.data_dir) as found:
        yield found


class Visit:
    """A page of its own and what went over the wire and into the console meanwhile."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)


@pytest.fixture(scope="module")
def visit(address: str) -> Iterator[Visit]:
    path = chromium()
    assert path is not None
    with browser(path) as opened:
        context = opened.new_context(viewport={"width": 1440, "height": 900}, locale="fr-FR")
        yield Visit(context.new_page())
        context.close()


def test_ask_then_open_the_official_text(visit: Visit, address: str, corpus: Corpus) -> None:
    page = visit.page
    page.goto(address)
    page.wait_for_selector("#source-panel .empty")
    page.fill("#ask-box textarea", STORY)
    page.press("#ask-box textarea", "Enter")
    citation = page.locator('#conversation a[href$="#src-conclusions-2021/21/a"]').first
    citation.wait_for(timeout=30_000)
    assert citation.inner_text() == "§ 21 a)"
    assert "l'OIT devrait" in page.inner_text("#conversation")
    # The source opens with the answer; its neighbour first, so that the citation has something to change.
    neighbour = page.locator('#source-panel nav a[href="#src-conclusions-2021/21/b"]')
    for by_keyboard in (False, True):
        neighbour.click()
        page.wait_for_selector('#source-panel article[data-id="conclusions-2021/21/b"]')
        if by_keyboard:
            citation.focus()
            page.keyboard.press("Enter")
        else:
            citation.click()
        page.wait_for_selector('#source-panel article[data-id="conclusions-2021/21/a"]')
    official = corpus.get(Citation.parse("conclusions-2021/21/a")).official()
    assert official is not None
    shown = page.inner_text("#source-panel")
    assert official.text in shown
    assert "texte officiel, français" in shown
    assert corpus.chapeau(Citation.parse("conclusions-2021/21/a"), "fr") in shown


@pytest.mark.parametrize(
    ("question", "badge", "said"),
    [
        ("Comment protéger les dresseurs d'ours dans l'économie informelle ?", "Réponse partielle", "dresseurs, ours"),
        ("De quoi parlent les conclusions ?", "Vue d'ensemble", "21 paragraphes"),
        ("tout ce que doivent faire les Membres", "Liste complète", "§ 13 i)"),
        ("crise", "Question à préciser", "Laquelle ?"),
        ("Qui siège au comité de pilotage du Programme phare ?", "Absent des textes", "ne donnent pas"),
    ],
)
def test_what_is_no_plain_answer_says_first_what_it_is(
    question: str, badge: str, said: str, visit: Visit, address: str
) -> None:
    page = visit.page
    page.goto(address)
    page.wait_for_selector("#source-panel .empty")
    page.fill("#ask-box textarea", question)
    page.press("#ask-box textarea", "Enter")
    page.locator("#conversation strong", has_text=badge).first.wait_for(timeout=30_000)
    assert page.locator("#conversation strong").first.inner_text() == badge
    assert said in page.inner_text("#conversation").replace("\u00a0", " ")


def test_deep_link_and_neighbour(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}?p=conclusions-2021/13/i")
    page.wait_for_selector('#provision-panel article[data-id="conclusions-2021/13/i"]')
    assert page.locator("#provision-panel").is_visible()
    page.locator('#provision-panel nav a[href="#src-conclusions-2021/13/j"]').click()
    page.wait_for_selector('#provision-panel article[data-id="conclusions-2021/13/j"]')


def test_look_up_a_wrong_reference(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}?p=conclusions-2021/1")
    page.wait_for_selector("#provision-panel article")
    page.fill("#lookup-box textarea, #lookup-box input", "13 z)")
    page.keyboard.press("Enter")
    page.wait_for_selector("#provision-panel .error")
    assert "a) à j)" in page.inner_text("#provision-panel .error")


def test_markup_in_a_question_is_shown_as_text(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(address)
    page.wait_for_selector("#source-panel .empty")
    page.fill("#ask-box textarea", "<img src=x onerror=document.title='taken'> ![](http://127.0.0.1:9/leak) socle")
    page.press("#ask-box textarea", "Enter")
    page.wait_for_selector("#conversation .bot, #conversation .assistant")
    assert "onerror=document.title" in page.inner_text("#conversation")
    assert page.title() == "Socle"


def test_nothing_was_asked_of_another_host(visit: Visit, address: str) -> None:
    assert len(visit.requests) > 20
    assert [url for url in visit.requests if not url.startswith((address, "data:", "blob:"))] == []
    assert visit.errors == []
