"""Takes the README's screenshot: the first question and its source."""

from __future__ import annotations

import sys
from pathlib import Path

from browser import ROOT, browser, chromium, served

from index import IndexSettings

QUESTION = "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?"


def main() -> None:
    """Serve the page, ask, and write the picture to the path given."""
    path = chromium()
    if path is None:
        raise SystemExit("no Chromium found: install it to take the screenshot")
    target = ROOT / Path(sys.argv[1])
    target.parent.mkdir(exist_ok=True)
    with served(IndexSettings().data_dir) as address, browser(path) as opened:
        page = opened.new_context(viewport={"width": 1280, "height": 860}, locale="fr-FR").new_page()
        page.goto(address)
        page.wait_for_selector("#source-panel .empty")
        page.fill("#ask-box textarea", QUESTION)
        page.press("#ask-box textarea", "Enter")
        page.wait_for_selector('#source-panel article[data-id="conclusions-2021/21/a"]')
        page.wait_for_timeout(800)
        page.screenshot(path=target)


if __name__ == "__main__":
    main()
