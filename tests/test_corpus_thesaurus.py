"""The thesaurus is read whole or refused with its line: single labels, links that lead somewhere, no circles."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from corpus import LANGUAGES, REVIEW_STATUSES, TEXTS, Corpus, TextError, check_folder, fold, load_corpus
from corpus.thesaurus import THESAURUS, read_thesaurus

Row = dict[str, Any]


def labelled(id: str, fr: str, en: str, es: str, **more: Any) -> Row:
    row = {"id": id, "pref": {"fr": fr, "en": en, "es": es}, "alt": {lang: [] for lang in LANGUAGES}}
    return {**row, "broader": [], "related": [], "review": "machine-drafted", **more}


def three() -> list[Row]:
    """A small thesaurus without fault, to be broken."""
    return [
        labelled("pension", "pension", "pension", "pensión", alt={"fr": ["rente"], "en": [], "es": ["renta"]}),
        labelled("widows-pension", "pension de veuve", "widow's pension", "pensión de viudez", broader=["pension"]),
        labelled("death", "décès", "death", "fallecimiento", related=["widows-pension"], review="human-approved"),
    ]


def written(folder: Path, rows: list[Row]) -> Path:
    path = folder / THESAURUS
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def fault(path: Path) -> str:
    with pytest.raises(TextError) as raised:
        read_thesaurus(path)
    return str(raised.value)


def test_concepts_are_read_in_order_with_their_labels_and_links(tmp_path: Path) -> None:
    found = read_thesaurus(written(tmp_path, three()))
    assert list(found) == ["pension", "widows-pension", "death"]
    pension, widows, death = found.values()
    assert [pension.labels(lang) for lang in LANGUAGES] == [("pension", "rente"), ("pension",), ("pensión", "renta")]
    assert (pension.broader, pension.narrower, pension.related) == ((), ("widows-pension",), ())
    assert (widows.broader, widows.narrower, widows.related) == (("pension",), (), ())
    assert (death.related, death.review) == (("widows-pension",), "human-approved")


def test_without_a_file_there_are_no_concepts(tmp_path: Path) -> None:
    assert read_thesaurus(tmp_path / THESAURUS) == {}


LABELS = [
    ("the same name", "en", ["pension"], "'pension' (en) stands under pension and death"),
    ("another's other name", "fr", ["rente"], "'rente' (fr) stands under pension and death"),
    ("accents, capitals and blanks apart", "es", ["PENSION  DE VIUDEZ"], "stands under widows-pension and death"),
    ("its own name once more", "en", ["Death"], "'Death' (en) stands under death and death"),
    ("twice among its other names", "fr", ["mort", "Mort"], "'Mort' (fr) stands under death and death"),
]


@pytest.mark.parametrize(("case", "lang", "labels", "words"), LABELS)
def test_a_label_is_one_concept_s(tmp_path: Path, case: str, lang: str, labels: list[str], words: str) -> None:
    rows = three()
    rows[2]["alt"][lang] = labels
    said = fault(written(tmp_path, rows))
    assert said.startswith("thesaurus.jsonl:3: "), case
    assert words in said, case


def test_a_label_may_be_another_s_in_another_language(tmp_path: Path) -> None:
    rows = three()
    rows[2]["alt"]["en"] = ["rente", "fallecimiento"]
    assert read_thesaurus(written(tmp_path, rows))["death"].labels("en") == ("death", "rente", "fallecimiento")


CHANGES: list[tuple[int, Row, str]] = [
    (2, {"broader": ["benefit"]}, "widows-pension links to 'benefit', which is no other concept"),
    (3, {"related": ["pension", "widow"]}, "death links to 'widow', which is no other concept"),
    (2, {"broader": ["widows-pension"]}, "widows-pension links to 'widows-pension', which is no other concept"),
    (3, {"related": ["death"]}, "death links to 'death', which is no other concept"),
    (3, {"related": []}, "death is linked with no other concept"),
    (1, {"broader": ["widows-pension"]}, "pension is broader than itself"),
    (1, {"pref": {"fr": "pension", "en": "pension"}}, "pension has no preferred label in es"),
    (1, {"pref": {"fr": " ", "en": "pension", "es": "pensión"}}, "pension has no preferred label in fr"),
    (1, {"pref": {"fr": "pension", "en": ["pension"], "es": "pensión"}}, "pension has no preferred label in en"),
    (2, {"alt": {"fr": [], "en": []}}, "widows-pension: alt.es is not a list of strings"),
    (2, {"alt": {"fr": "rente de veuve", "en": [], "es": []}}, "widows-pension: alt.fr is not a list of strings"),
    (2, {"alt": {"fr": [], "en": [""], "es": []}}, "widows-pension: alt.en is not a list of strings"),
    (2, {"broader": "pension"}, "widows-pension: broader is not a list of ids"),
    (3, {"related": [None]}, "death: related is not a list of ids"),
    (3, {"review": "reviewed"}, "death: review 'reviewed' is none of machine-drafted, "),
    (3, {"review": {"status": "machine-drafted"}}, "is none of machine-drafted, "),
]


@pytest.mark.parametrize(("line", "change", "words"), CHANGES)
def test_a_fault_of_a_concept_is_named_with_its_line(tmp_path: Path, line: int, change: Row, words: str) -> None:
    rows = three()
    rows[line - 1] |= change
    said = fault(written(tmp_path, rows))
    assert said.startswith(f"thesaurus.jsonl:{line}: ")
    assert words in said


@pytest.mark.parametrize("field", ["id", "pref", "alt", "broader", "related", "review"])
def test_a_field_is_missing(tmp_path: Path, field: str) -> None:
    rows = three()
    del rows[1][field]
    assert fault(written(tmp_path, rows)) == f"thesaurus.jsonl:2: the concept lacks '{field}'"


def test_a_circle_is_found_over_any_number_of_concepts(tmp_path: Path) -> None:
    rows = [labelled(id, f"{id} fr", f"{id} en", f"{id} es", broader=[next]) for id, next in ("ab", "bc", "cd", "db")]
    # The first concept stands below the circle, not in it.
    assert fault(written(tmp_path, rows)) == "thesaurus.jsonl:2: b is broader than itself"
    rows[3]["broader"] = []
    assert list(read_thesaurus(written(tmp_path, rows))) == ["a", "b", "c", "d"]


def test_a_concept_may_have_two_broader_ones(tmp_path: Path) -> None:
    rows = [
        labelled("a", "un", "one", "uno"),
        labelled("b", "deux", "two", "dos", broader=["a"]),
        labelled("c", "trois", "three", "tres", broader=["a"]),
        labelled("d", "quatre", "four", "cuatro", broader=["b", "c"]),
    ]
    found = read_thesaurus(written(tmp_path, rows))
    assert [found[id].narrower for id in "abcd"] == [("b", "c"), ("d",), ("d",), ()]


@pytest.mark.parametrize("line", ["[]", "3", "null", '"pension"', "{", ""])
def test_a_line_that_is_no_object(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, three())
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    assert fault(path).startswith("thesaurus.jsonl:4: not a JSON object")


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = written(tmp_path, three())
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
    assert fault(path).startswith("thesaurus.jsonl:1: not UTF-8")


def test_a_concept_that_stands_twice_is_named(tmp_path: Path) -> None:
    rows = [*three(), labelled("death", "mort", "dying", "muerte", related=["pension"])]
    said = fault(written(tmp_path, rows))
    assert said.startswith("thesaurus.jsonl:")
    assert said.endswith("the concept death stands twice")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('"broader": ["pension"]', '"broader": ["pensions"]', "links to 'pensions', which is no other concept"),
        ('"review": "human-approved"', '"review": "approved"', "review 'approved' is none of"),
        ('"en": "death"', '"en": "pension"', "stands under pension and death"),
    ],
)
def test_the_check_of_a_folder_names_the_fault(tmp_path: Path, before: str, after: str, words: str) -> None:
    folder = Path(shutil.copytree(TEXTS, tmp_path / "texts"))
    path = written(folder, three())
    assert check_folder(folder) == []
    assert list(load_corpus(folder).thesaurus) == ["pension", "widows-pension", "death"]
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    (found,) = map(str, check_folder(folder))
    assert found.startswith("thesaurus.jsonl:")
    assert words in found


def test_the_thesaurus_is_part_of_what_names_a_corpus(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TEXTS, tmp_path / "texts"))
    assert load_corpus(folder).digest == load_corpus().digest
    written(folder, three())
    other = load_corpus(folder).digest
    assert other != load_corpus().digest
    (folder / THESAURUS).unlink()
    assert load_corpus(folder).thesaurus == {}
    assert load_corpus(folder).digest != other


@pytest.mark.parametrize(
    ("line", "change"),
    [
        (1, {"pref": "pension"}),
        (1, {"alt": []}),
        (2, {"id": 7}),
        (3, {"id": ["death"]}),
        (3, {"id": "pension", "related": ["widows-pension"]}),
    ],
)
def test_a_malformed_row_is_named_with_its_line(tmp_path: Path, line: int, change: Row) -> None:
    rows = three()
    rows[line - 1] |= change
    rows[line - 1]["pref"] = change.get("pref", {lang: f"autre {lang}" for lang in LANGUAGES})
    assert fault(written(tmp_path, rows)).startswith(f"thesaurus.jsonl:{line}: ")


# The shipped file.


def test_the_shipped_concepts_are_many_and_say_their_status(corpus: Corpus) -> None:
    assert len(corpus.thesaurus) >= 400
    assert {concept.review for concept in corpus.thesaurus.values()} <= set(REVIEW_STATUSES)
    assert all(id == concept.id for id, concept in corpus.thesaurus.items())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_shipped_label_leads_to_one_concept(corpus: Corpus, lang: str) -> None:
    labels = [label for concept in corpus.thesaurus.values() for label in concept.labels(lang)]
    assert len({" ".join(fold(label).split()) for label in labels}) == len(labels)
    assert [label for label in labels if label != label.strip() or not label] == []


def test_every_shipped_concept_is_linked_and_none_to_itself(corpus: Corpus) -> None:
    thesaurus = corpus.thesaurus
    for id, concept in thesaurus.items():
        links = (*concept.broader, *concept.narrower, *concept.related)
        assert links, id
        assert id not in links
        assert set(links) <= set(thesaurus)
        assert {wider for wider in concept.broader if id not in thesaurus[wider].narrower} == set()
        assert {narrow for narrow in concept.narrower if id not in thesaurus[narrow].broader} == set()


@pytest.mark.parametrize(
    ("id", "labels", "broader"),
    [
        ("old-age-pension", {"fr": "pensions de vieillesse", "en": "old-age pension"}, "pension"),
        ("survivors-benefit", {"en": "survivors' benefit"}, "pension"),
        ("migrant-worker", {"fr": "travailleurs migrants", "es": "trabajadores migrantes"}, "worker"),
    ],
)
def test_a_shipped_concept_by_its_names_and_place(
    corpus: Corpus, id: str, labels: Mapping[str, str], broader: str
) -> None:
    concept = corpus.thesaurus[id]
    for lang, label in labels.items():
        assert label in concept.labels(lang)
    assert broader in concept.broader
    assert id in corpus.thesaurus[broader].narrower
