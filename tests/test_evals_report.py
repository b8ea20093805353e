"""The HTML page on a run: it needs nothing else, holds seven plots, explains every miss and shows markup as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from small_outcomes import MAY, MUST, WRONG, claim, small_outcome, small_run

from assistant import Judgement
from corpus import Citation, Corpus
from evals import Floor, Floors, Measure, Run, all_measures
from evals.reporting import report_html, write_report

THIRTEEN_H = "conclusions-2021/13/h"
FLOORS = Floors(
    [Floor("R@1", "fr", "dev", 0.99)], [Floor("Right", "all", "dev", 0.2)], frozenset({"fr-wrong", "fr-right"})
)
SCRIPT = "<script>alert(1)</script> & <b>qui</b> paie ?"


class SaysYes:
    """A judge for whom every text bears every sentence."""

    def judge(self, context: str, claim: str, lang: str) -> Judgement | None:
        return Judgement(1.0, supported=True)


class Page(HTMLParser):
    """The tags of a page with their attributes, and the text of each entry on a miss."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.entries: list[str] = []
        self._inside = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "details":
            self._inside = True
            self.entries.append("")
        elif self._inside and tag in ("td", "th"):
            self.entries[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "details"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.entries[-1] += data

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def found(id: str, **other: Any) -> dict[str, Any]:
    """Why a provision was found."""
    shares = {"score": 0.812, "lexical_rank": 3, "dense_rank": 7, "coverage": 0.41, "cosine": 0.63}
    return {"id": id, "matched": ["financement"], "missed": ["durable"], **shares, **other}


@pytest.fixture(scope="module")
def run(corpus: Corpus) -> Run:
    """Five cases: one right, one wrong, one refused, one with markup in its question, one whose contract is broken."""
    provision = corpus.get(Citation.parse(THIRTEEN_H))
    actors = list(provision.editorial.actors) if provision.editorial else []
    misquoted = {
        "corpus_digest": corpus.digest, "answer": f"investir — [§ 13 h)](#src-{THIRTEEN_H})",
        "claims": [claim("investir", THIRTEEN_H)],
        "citations": [{"id": THIRTEEN_H, "label": "§ 13 h)", "quotes": [], "actors": actors,
                       "force": corpus.instrument(provision.id).force["fr"]}],
    }  # fmt: skip
    texts = {id: {"fr": "Les Membres devraient financer.", "en": "Members should."} for id in (MUST, WRONG, THIRTEEN_H)}
    return small_run(
        "five",
        small_outcome("fr-right", cited=[MUST], ranking=[MUST], texts=texts),
        small_outcome(
            "fr-wrong", cited=[WRONG], ranking=[WRONG, MUST], texts=texts, evidence=[found(WRONG), found(MUST)],
            case={"question": "Qui finance durablement ?", "may": [MAY], "history": [], "style": "indirect"},
            reply={"answer": "Les banques. — [§ 9](#src-c/9)", "understood": "Qui finance durablement"},
        ),
        small_outcome(
            "en-refused", ranking=[MUST], texts=texts,
            reply={"outcome": "not_in_corpus", "citations": [], "claims": []},
            case={"lang": "en", "question": "And who else?", "history": ["Who pays?"], "style": "follow-up"},
        ),
        small_outcome(
            "fr-markup", cited=[WRONG], ranking=[WRONG], texts=texts,
            case={"question": SCRIPT}, reply={"answer": "<img src=http://example.org/x>"},
        ),
        small_outcome("fr-broken", ranking=[THIRTEEN_H], texts=texts, case={"must": [THIRTEEN_H]}, reply=misquoted),
    )  # fmt: skip


@pytest.fixture(scope="module")
def measures(corpus: Corpus) -> tuple[Measure, ...]:
    return all_measures(corpus, SaysYes())


@pytest.fixture(scope="module")
def source(run: Run, measures: tuple[Measure, ...]) -> str:
    return report_html(run, measures, FLOORS)


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def test_the_page_needs_nothing_else(source: str, page: Page) -> None:
    assert source.strip().startswith("<!doctype html>")
    assert source.strip().endswith("</html>")
    # A place on the page itself, or the picture that stands in the attribute.
    loading = [
        (tag, value)
        for tag, attributes in page.tags
        for name, value in attributes.items()
        if name in ("src", "srcset", "href", "xlink:href", "data", "action")
        and not (value or "").startswith(("#", "data:"))
    ]
    assert loading == []
    assert not {"script", "link", "iframe", "img", "object"} & {tag for tag, _ in page.tags}
    assert set(re.findall(r"url\((.)|(@import)", source)) <= {("#", "")}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]


def test_there_are_seven_plots_each_with_its_title(source: str, page: Page) -> None:
    assert (page.count("svg"), page.count("figure")) == (7, 7)
    for title in (
        "By language, with 95 % intervals by family", "By instrument of the first must-provision",
        "Right, by sort of question", "Outcomes", "Where the refusal threshold stands", "Latency",
        "Length of the answers",
    ):  # fmt: skip
        assert source.count(f">{title}</text>") == 1
    # Text stays text: a language, an instrument, an outcome, the 95th percentile of twelve milliseconds five times.
    for text in ("fr", "conclusions-2021", "not_in_corpus", "p95: 12 ms"):
        assert f">{text}</text>" in source


def test_every_miss_has_one_entry_and_what_is_right_has_none(source: str, page: Page) -> None:
    names = [entry.split()[0] for entry in page.entries]
    assert names == ["fr-wrong", "en-refused", "fr-markup", "fr-broken"]
    assert "Every miss (4)" in source


def test_a_miss_says_question_gold_shown_and_evidence(page: Page) -> None:
    text = " ".join(page.entries[0].split())
    for part in (
        "fr-wrong indirect, dev Qui finance durablement ?",
        f"Expected: answered; must {MUST}; may {MAY}",
        f"Shown: answered; cited {WRONG}; understood as “Qui finance durablement”",
        "Les banques. — [§ 9](#src-c/9)",
        "Support 0.50, threshold 0.40.",
        "Right 0.00", "R@5 1.00", "CitationF1 0.00", "ALCERecall 1.00",
        f"{WRONG} 0.812 3 / 7 0.41 0.63 financement durable",
        f"{MUST} must 0.812 3 / 7 0.41 0.63 financement durable",
    ):  # fmt: skip
        assert part in text
    assert "Contract broken" not in text


def test_a_follow_up_is_shown_behind_what_was_asked_before(page: Page) -> None:
    text = " ".join(page.entries[1].split())
    assert "And who else? Before: Who pays? Expected: answered" in text
    assert "Shown: not_in_corpus Les Membres." in text


def test_a_right_case_whose_contract_is_broken_is_a_miss(page: Page) -> None:
    text = " ".join(page.entries[3].split())
    assert "Contract broken: PointOwn Expected" in text
    assert "Right 1.00" in text


def test_markup_in_a_question_or_an_answer_is_shown_as_text(source: str, page: Page) -> None:
    assert SCRIPT in page.entries[2]
    assert "<img src=http://example.org/x>" in page.entries[2]
    assert "<script" not in source
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;qui&lt;/b&gt; paie ?" in source


def test_floors_and_aims_are_told(source: str, run: Run, measures: tuple[Measure, ...]) -> None:
    assert re.findall(r'<li class="bad">(.+?)</li>', source) == [
        "R@1 fr dev: lower end 0.000, the floor is 0.990",
        "the guarded case fr-wrong is wrong",
    ]
    # Two right of five: fr-right and fr-broken.
    assert "Right all dev: 0.400, aim 0.200: reached" in source
    unmissed = report_html(run, measures, Floors([], [], frozenset({"fr-right"})))
    assert "No floor and no guarded case is missed." in unmissed


def test_every_measure_has_its_row_and_its_definition(source: str, measures: tuple[Measure, ...]) -> None:
    rows = re.findall(r'<tr><th scope="row" title="[^"]+">([^<]+)</th>(.*?)</tr>', source, re.DOTALL)
    assert [name for name, _ in rows] == [measure.name for measure in measures]
    # all, en, fr
    assert {cells.count("<td") for _, cells in rows} == {3}
    right = " ".join(dict(rows)["Right"].split())
    assert "<td>0.400 <small>" in right
    assert "<td>0.000 <small>[0.00, 0.00] n=1</small></td>" in right
    assert '<td class="none" title="no verdict">–</td>' in dict(rows)["Lookup"]
    assert re.findall(r"<dt><b>([^<]+)</b></dt><dd>\S", source) == [measure.name for measure in measures]
    for name in ("the answers", "top passage", "its first two sentences"):
        assert f'<th scope="row">{name}</th>' in source


def test_the_same_run_gives_the_same_page(source: str, run: Run, measures: tuple[Measure, ...], tmp_path: Path) -> None:
    write_report(run, measures, FLOORS, tmp_path / "five.html")
    assert (tmp_path / "five.html").read_text(encoding="utf-8") == source
