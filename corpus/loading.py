"""Builds the corpus from a folder of texts: blocks over languages, neighbours, lead-ins, cross-references."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from corpus.citation import Citation
from corpus.collection import Corpus
from corpus.editorial import read_editorial
from corpus.errors import TextError
from corpus.manifest import Held, Manifest, TextFile, read_manifest
from corpus.markdown import Block, parse_blocks
from corpus.provision import OFFICIAL, Editorial, Provision, Text
from corpus.text_files import read_utf8
from corpus.thesaurus import THESAURUS, read_thesaurus

TEXTS = Path(__file__).parent / "texts"


def load_corpus(folder: Path = TEXTS) -> Corpus:
    """Load every instrument of a folder; raises TextError, with file and line, at the first fault."""
    manifest = read_manifest(folder)
    provisions: dict[Citation, Provision] = {}
    for held in manifest.held:
        for provision in _instrument(held):
            provisions[provision.id] = provision
    provisions = _with_references(provisions, manifest)
    return Corpus(
        instruments={held.instrument.code: held.instrument for held in manifest.held},
        referred={entry.instrument.code: entry.instrument for entry in manifest.referred},
        provisions=provisions,
        digest=_digest(folder),
        thesaurus=read_thesaurus(folder / THESAURUS),
    )


def _digest(folder: Path) -> str:
    """SHA-256 over the names and contents of all files a corpus is read from."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.suffix in (".toml", ".md", ".jsonl")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def read_text(file: TextFile) -> tuple[Block, ...]:
    """Read one text file of an instrument; raises TextError."""
    if not file.path.is_file():
        raise TextError(file.path, 1, f"the manifest names this file, but {file.path.parent} lacks it")
    source = read_utf8(file.path)
    if not unicodedata.is_normalized("NFC", source):
        raise TextError(file.path, 1, "not in Unicode's composed form (NFC); offsets would differ between readers")
    return parse_blocks(source, file.path)


def _instrument(held: Held) -> Iterator[Provision]:
    code = held.instrument.code
    versions = [(file, read_text(file)) for file in held.texts]
    editorial = read_editorial(held.editorial)
    leading = versions[0][1]
    for file, blocks in versions[1:]:
        _require_same_shape(leading, blocks, file.path)
    _require_same_ids(leading, editorial, held)
    trail: list[tuple[int, Citation]] = []
    drafts: list[Provision] = []
    for position, block in enumerate(leading):
        citation = Citation(code, block.path)
        if block.kind == "heading":
            while trail and trail[-1][0] >= block.level:
                trail.pop()
        entry = editorial.get(citation)
        drafts.append(
            Provision(
                id=citation,
                block=block.kind,
                marker=block.marker,
                texts=tuple(_text(file, blocks[position], entry) for file, blocks in versions),
                heading=tuple(heading for _, heading in trail),
                editorial=entry,
            )
        )
        if block.kind == "heading":
            trail.append((block.level, citation))
    yield from _placed(drafts)


def _text(file: TextFile, block: Block, entry: Editorial | None) -> Text:
    if file.kind == OFFICIAL:
        return Text(file.lang, file.kind, block.text)
    return Text(file.lang, file.kind, block.text, entry.review["translation"] if entry else "machine-drafted")


def _placed(drafts: list[Provision]) -> Iterator[Provision]:
    """Add what depends on the whole instrument: lead-ins, children, neighbours."""
    units = [draft for draft in drafts if draft.block in ("paragraph", "item", "recital")]
    order = {unit.id: place for place, unit in enumerate(units)}
    # A resolution's paragraphs go on from the words that name the Conference, its first recital.
    opening = tuple(unit.id for unit in units if unit.block == "recital")[:1]
    for draft in drafts:
        place = order.get(draft.id)
        parent = draft.id.parent if draft.block == "item" else None
        lead = () if draft.block not in ("paragraph", "item") else opening + ((parent,) if parent else ())
        yield replace(
            draft,
            lead=lead,
            children=_children(draft, drafts),
            previous=units[place - 1].id if place else None,
            next=units[place + 1].id if place is not None and place + 1 < len(units) else None,
        )


def _children(draft: Provision, drafts: list[Provision]) -> tuple[Citation, ...]:
    if draft.block == "paragraph":
        return tuple(other.id for other in drafts if other.block == "item" and other.id.parent == draft.id)
    if draft.block == "heading":
        return tuple(other.id for other in drafts if draft.id in other.heading and other.is_provision)
    return ()


def _require_same_shape(leading: tuple[Block, ...], blocks: tuple[Block, ...], path: Path) -> None:
    for first, second in zip(leading, blocks, strict=False):
        if first.path != second.path:
            found, due = "/".join(second.path), "/".join(first.path)
            raise TextError(path, second.line, f"{found} where {due} is due")
        if first.level != second.level:
            raise TextError(path, second.line, f"heading of level {second.level} where {first.level} is due")
    if len(leading) != len(blocks):
        raise TextError(path, blocks[-1].line, f"{len(blocks)} blocks, the first language has {len(leading)}")


def _require_same_ids(leading: tuple[Block, ...], editorial: Mapping[Citation, Editorial], held: Held) -> None:
    code = held.instrument.code
    due = {Citation(code, block.path) for block in leading if block.kind in ("paragraph", "item", "recital")}
    if missing := sorted(map(str, due - editorial.keys())):
        raise TextError(held.editorial, 1, f"no entry for {missing[0]}")
    for line, citation in enumerate(editorial, 1):
        if citation not in due:
            raise TextError(held.editorial, line, f"an entry for {citation}, which the text does not have")


def _with_references(provisions: Mapping[Citation, Provision], manifest: Manifest) -> dict[Citation, Provision]:
    cites: dict[Citation, tuple[Citation, ...]] = {}
    for citation, provision in provisions.items():
        official = provision.official()
        named = tuple(_named(official.text, manifest)) if official and provision.block != "title" else ()
        cites[citation] = tuple(other for other in named if other.instrument != citation.instrument)
    cited_by: dict[Citation, list[Citation]] = {}
    for citation, others in cites.items():
        for other in others:
            cited_by.setdefault(other, []).append(citation)
    return {
        citation: replace(provision, cites=cites[citation], cited_by=tuple(cited_by.get(_as_cited(provision), ())))
        for citation, provision in provisions.items()
    }


def _as_cited(provision: Provision) -> Citation:
    """The id by which others name a block: an instrument as a whole is shown by its title."""
    return Citation(provision.id.instrument) if provision.block == "title" else provision.id


def _named(text: str, manifest: Manifest) -> Iterator[Citation]:
    for held in manifest.held:
        if any(pattern.search(text) for pattern in held.mentions):
            yield Citation(held.instrument.code)
    for referred in manifest.referred:
        code = referred.instrument.code
        numbers = [number for number, pattern in referred.provisions.items() if pattern.search(text)]
        if numbers:
            yield from (Citation(code, (number,)) for number in numbers)
        elif any(pattern.search(text) for pattern in referred.mentions):
            yield Citation(code)
