"""The command `python -m corpus`: show, list, check."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from corpus import (
    LANGUAGES,
    OFFICIAL,
    TEXTS,
    BadReferenceError,
    Corpus,
    CorpusError,
    Instrument,
    Provision,
    bad_reference_json,
    check_folder,
    load_corpus,
    look_up,
    provision_json,
    shown_text,
)
from corpus.command_line import CANNOT, DONE, FLOOR_MISSED, Parser, print_json, print_text, run

_KINDS = {
    "official": {"fr": "texte officiel", "en": "official text", "es": "texto oficial"},
    "translation": {
        "fr": "traduction non officielle", "en": "unofficial translation", "es": "traducción no oficial",
    },
    "restatement": {"fr": "reformulation", "en": "restatement", "es": "reformulación"},
}  # fmt: skip


def main() -> int:
    """Read the arguments, do what they ask, return the exit status."""
    arguments = _parser().parse_args()
    return int(arguments.do(arguments))


def _parser() -> Parser:
    parser = Parser(prog="python -m corpus", description="The instruments as provisions that can be named and quoted.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    show = commands.add_parser("show", help="one provision, with everything known about it")
    show.add_argument("reference", metavar="REF", nargs="+", help='an id or what a person types: "13 i)", "part II"')
    show.add_argument("--lang", choices=LANGUAGES, default="fr", help="language of the labels (default: fr)")
    show.add_argument("--json", action="store_true", help="one JSON object a line")
    show.set_defaults(do=_show)
    listing = commands.add_parser("list", help="the instruments, a line each")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    listing.set_defaults(do=_list)
    check = commands.add_parser("check", help="validate every text and the editorial layer")
    check.add_argument("--texts", type=Path, default=TEXTS, help="folder of texts (default: the shipped one)")
    check.set_defaults(do=_check)
    return parser


def _show(arguments: argparse.Namespace) -> int:
    corpus = load_corpus()
    try:
        found = look_up(corpus, " ".join(arguments.reference))
    except BadReferenceError as error:
        if arguments.json:
            print_json(bad_reference_json(error))
        near = ", ".join(str(other) for other in error.alternatives)
        sys.stderr.write(error.messages[arguments.lang] + (f" -> {near}" if near else "") + "\n")
        return CANNOT
    for provision in found:
        if arguments.json:
            print_json(provision_json(corpus, provision))
        else:
            print_text(_for_people(corpus, provision, arguments.lang))
    return DONE


def _for_people(corpus: Corpus, provision: Provision, lang: str) -> str:
    instrument = corpus.instrument(provision.id)
    trail = " > ".join(shown_text(corpus.get(above), lang) for above in provision.heading)
    lines = [
        f"{provision.id.label(lang)}   {provision.id}",
        instrument.title[lang],
        f"({instrument.force[lang]})",
    ]
    lines += [trail] if trail else []
    for text in sorted(provision.texts, key=lambda text: (text.lang != lang, text.kind != OFFICIAL)):
        status = f", {text.review}" if text.review else ""
        lines += ["", f"[{text.lang}, {_KINDS[text.kind][lang]}{status}]"]
        lines += [corpus.chapeau(provision.id, text.lang)] if provision.lead else []
        lines.append(f"{provision.marker} {text.text}".strip())
    if provision.children:
        lines += ["", " ".join(child.label(lang) for child in provision.children)]
    around = [f"<- {provision.previous}"] * bool(provision.previous) + [f"-> {provision.next}"] * bool(provision.next)
    lines += ["", "   ".join(around)]
    lines += [f"cites: {', '.join(map(str, provision.cites))}"] if provision.cites else []
    return "\n".join(lines).rstrip() + "\n"


def _list(arguments: argparse.Namespace) -> int:
    corpus = load_corpus()
    for instrument in corpus.instruments.values():
        row = _inventory(corpus, instrument)
        if arguments.json:
            print_json(row)
        else:
            texts = ", ".join(f"{lang} {kind}" for lang, kinds in row["texts"].items() for kind in kinds)
            print_text(f"{row['code']:<18} {row['kind']:<12} {row['provisions']:>4} provisions   {texts}")
    return DONE


def _inventory(corpus: Corpus, instrument: Instrument) -> dict[str, Any]:
    units = [provision for provision in corpus if provision.id.instrument == instrument.code]
    texts: dict[str, Counter[str]] = {}
    review: Counter[str] = Counter()
    for unit in units:
        for text in unit.texts:
            texts.setdefault(text.lang, Counter())[text.kind] += 1
        if unit.editorial:
            review.update(unit.editorial.review.values())
    return {
        "code": instrument.code,
        "kind": instrument.kind,
        "provisions": len(units),
        "texts": {lang: dict(kinds) for lang, kinds in texts.items()},
        "review": dict(review),
    }


def _check(arguments: argparse.Namespace) -> int:
    faults = check_folder(arguments.texts)
    for fault in faults:
        print_text(str(fault))
    if not faults:
        print_text("no faults")
    return FLOOR_MISSED if faults else DONE


if __name__ == "__main__":
    run(main, (CorpusError,))
