"""Reads an outside test collection and stands its documents up as a corpus that can be indexed and searched."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from corpus import LANGUAGES, Citation, Corpus, Instrument, Provision, Text
from evals.json_lines import read_json_lines

_CODE = "collection"


class CollectionError(Exception):
    """A test collection is not in the stated format; names the file and the line."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents and queries by id, and for every judged query the grades of its documents (`grade` > 0)."""

    documents: Mapping[str, str]
    queries: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]


def read_collection(corpus: Path, queries: Path, qrels: Path) -> Collection:
    """Read `{"id","text"}` lines of documents and queries, and `query<TAB>doc<TAB>grade` lines.

    Queries without a grade are left out. Raises LineError or CollectionError, with file and line.
    """
    documents, asked = _texts(corpus), _texts(queries)
    grades: dict[str, dict[str, int]] = {}
    try:
        rows = list(csv.reader(qrels.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise CollectionError(f"{qrels} cannot be read: {error}") from None
    for number, row in enumerate(rows, 1):
        if len(row) != 3 or not row[2].strip().isdecimal():
            raise CollectionError(f"{qrels.name}:{number}: a line is query, document and grade, apart by tabs")
        query, document, grade = row[0], row[1], int(row[2])
        if document not in documents:
            raise CollectionError(f"{qrels.name}:{number}: {document!r} is no document of {corpus.name}")
        if query in asked and grade > 0:
            grades.setdefault(query, {})[document] = grade
    if not grades:
        raise CollectionError(f"{qrels.name} grades no document for any query of {queries.name}")
    return Collection(documents, {id: text for id, text in asked.items() if id in grades}, grades)


def _texts(path: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    for where, row in read_json_lines(path):
        id, text = row.get("id"), row.get("text")
        if not isinstance(id, str) or not isinstance(text, str) or not text.strip():
            raise CollectionError(f'{where}: a line is an object with "id" and "text"')
        if id in texts:
            raise CollectionError(f"{where}: the id {id} stands twice")
        texts[id] = text
    if not texts:
        raise CollectionError(f"{path.name} holds no lines")
    return texts


def as_corpus(collection: Collection, lang: str) -> tuple[Corpus, Mapping[str, str]]:
    """The documents as paragraphs of one instrument in `lang`, and the document's id for each provision's."""
    named = dict.fromkeys(LANGUAGES, _CODE)
    empty = dict.fromkeys(LANGUAGES, "")
    instrument = Instrument(_CODE, "collection", named, empty, empty)
    provisions, ids = {}, {}
    for number, (id, text) in enumerate(collection.documents.items(), 1):
        citation = Citation(_CODE, (str(number),))
        # It is the collection's own wording; nobody is shown it.
        provisions[citation] = Provision(citation, "paragraph", str(number), (Text(lang, "official", text),))
        ids[str(citation)] = id
    digest = hashlib.sha256("\0".join((lang, *collection.documents.values())).encode()).hexdigest()
    return Corpus({_CODE: instrument}, {}, MappingProxyType(provisions), digest), ids
