"""The page without a browser: health, headers, panels, what the address names."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from assistant import OUTCOMES, Assistant, say
from assistant.web import make_server
from assistant.web.panel import error_html, provision_html
from assistant.web.wording import preferred_language, static_words
from corpus import BadReferenceError, Citation, Corpus, look_up


@pytest.fixture(scope="module")
def client(assistant: Assistant) -> TestClient:
    return TestClient(make_server(assistant))


def test_health_says_what_is_served(client: TestClient, corpus: Corpus) -> None:
    health = client.get("/healthz").json()
    assert health["status"] == "ok"
    assert health["index"] == "fresh"
    assert health["corpus_digest"] == corpus.digest
    assert health["provisions"] == 89


@pytest.mark.parametrize("address", ["/", "/healthz", "/?p=conclusions-2021/13/i"])
def test_headers_keep_the_browser_at_home(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_page_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/").text
    loaded = re.findall(r'<(?:script|img|iframe)[^>]+src="([^"]+)"|<link[^>]+href="([^"]+)"', page)
    assert loaded
    assert [address for pair in loaded for address in pair if address.startswith(("http:", "https:", "//"))] == []


@pytest.mark.parametrize(
    ("id", "lang", "expected"),
    [
        ("conclusions-2021/13/i", "fr", ["§ 13 i)", "texte officiel, français", "devraient:", "§ 13 h)", "§ 13 j)"]),
        ("conclusions-2021/13/i", "en", ["para. 13(i)", "official text, French", "unofficial translation, English"]),
        ("conclusions-2021/13/i", "es", ["párr. 13 i)", "traducción no oficial, español", "deberían:"]),
        ("conclusions-2021/1", "en", ["Guiding principles and context", "para. 2"]),
        ("resolution-2021/3/a", "en", ["requests the Director-General to:", "instructs its"]),
        ("conclusions-2021/part/II", "fr", ["Mobiliser les moyens", "§ 17 a)", "§ 20 f)"]),
        ("conclusions-2021/13/a", "fr", ["(norme minimum), 1952", "Renvoie à"]),
    ],
)
def test_panel_shows_the_provision_whole(corpus: Corpus, id: str, lang: str, expected: list[str]) -> None:
    provision = corpus.get(Citation.parse(id))
    html = provision_html(corpus, provision, lang)
    plain = html.replace("&#x27;", "'")
    assert [text for text in expected if text not in plain] == []
    official = provision.official()
    assert official is not None
    assert official.text in plain
    assert corpus.instrument(provision.id).force[lang] in plain


def test_panel_says_who_reviewed_a_translation(corpus: Corpus) -> None:
    html = provision_html(corpus, corpus.get(Citation.parse("conclusions-2021/13/i")), "en")
    assert "cross-checked by a second machine reader, not by a person" in html


def test_wrong_reference_gives_the_bounds_and_no_markup(corpus: Corpus) -> None:
    with pytest.raises(BadReferenceError) as caught:
        look_up(corpus, "<img src=x onerror=alert(1)>")
    html = error_html(caught.value, "en")
    assert "<img" not in html
    assert "&lt;img" in html
    with pytest.raises(BadReferenceError) as caught:
        look_up(corpus, "13 z)")
    assert "§ 13</a>" in error_html(caught.value, "fr")


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("es-419,es;q=0.9", "es"),
        ("de-DE,de;q=0.9,es;q=0.5", "es"),
        ("de", "en"),
        ("", "en"),
    ],
)
def test_the_browser_chooses_the_language(header: str, lang: str) -> None:
    assert preferred_language(header) == lang


def test_fixed_words_are_there_in_three_languages() -> None:
    names = [set(static_words(lang)) for lang in ("fr", "en", "es")]
    assert names[0] == names[1] == names[2]
    assert all(word.strip() for lang in ("fr", "en", "es") for word in static_words(lang).values())


def test_every_outcome_has_a_name_of_its_own_in_three_languages() -> None:
    for lang in ("fr", "en", "es"):
        names = [say(f"outcome_{outcome}", lang) for outcome in OUTCOMES]
        assert len({*names, ""}) == len(OUTCOMES) + 1
