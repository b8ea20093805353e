"""The instruments as provisions that can be named and quoted: texts, editorial layer, parser, references."""

from corpus.checking import check_folder
from corpus.citation import DEFAULT_INSTRUMENT, LANGUAGES, Citation
from corpus.collection import Corpus
from corpus.errors import BadReferenceError, Bounds, CitationError, CorpusError, TextError
from corpus.json_form import bad_reference_json, provision_json, shown_text
from corpus.loading import TEXTS, load_corpus
from corpus.lookup import look_up
from corpus.markdown import parse_blocks, print_blocks
from corpus.provision import OFFICIAL, REVIEW_STATUSES, Editorial, Instrument, Provision, Text
from corpus.reference_tokens import fold
from corpus.references import Reference, find_references, parse_reference
from corpus.requests import RequestError, read_requests
from corpus.thesaurus import Concept

__all__ = [
    "DEFAULT_INSTRUMENT",
    "LANGUAGES",
    "OFFICIAL",
    "REVIEW_STATUSES",
    "TEXTS",
    "BadReferenceError",
    "Bounds",
    "Citation",
    "CitationError",
    "Concept",
    "Corpus",
    "CorpusError",
    "Editorial",
    "Instrument",
    "Provision",
    "Reference",
    "RequestError",
    "Text",
    "TextError",
    "bad_reference_json",
    "check_folder",
    "find_references",
    "fold",
    "load_corpus",
    "look_up",
    "parse_blocks",
    "parse_reference",
    "print_blocks",
    "provision_json",
    "read_requests",
    "shown_text",
]
