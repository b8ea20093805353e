"""Outside test collections: read with their faults named, stood up as a corpus, and searched with the real encoder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from evals_command import evals

from corpus import LANGUAGES, Citation
from evals import Collection, CollectionError, LineError, as_corpus, read_collection
from evals.retrieval import RetrievalFigures, measure_retrieval
from index import IndexSettings

FRENCH = {
    "impôt": "Les régimes sont financés par l'impôt progressif et par les cotisations des employeurs.",
    "enfants": "L'allocation familiale est versée à la mère jusqu'aux seize ans de l'enfant.",
    "retraite": "L'âge de la retraite est fixé à soixante-cinq ans pour tous les assurés.",
    "chômage": "Le chômeur reçoit une indemnité pendant douze mois au plus après la perte de son emploi.",
    "santé": "L'hôpital public soigne gratuitement les malades qui n'ont aucun revenu.",
    "migrants": "Un accord bilatéral garantit la portabilité des droits des travailleurs migrants.",
}
ASKED_IN_FRENCH = {
    "impôt": "Qui paie les régimes, et par quels impôts ou cotisations ?",
    "retraite": "À quel âge prend-on sa retraite ?",
    "chômage": "Combien de mois dure l'indemnité de chômage ?",
    "migrants": "Les droits des migrants sont-ils portables par accord ?",
}
SPANISH = {
    "pensión": "La pensión de vejez se concede a los sesenta y cinco años de edad.",
    "hospital": "El hospital público atiende gratis a los enfermos sin ingresos.",
    "maternidad": "La trabajadora tiene derecho a catorce semanas de licencia de maternidad.",
    "desempleo": "El seguro de desempleo paga una prestación durante doce meses.",
    "inspección": "Los inspectores del trabajo visitan las fábricas sin previo aviso.",
    "agricultura": "Los campesinos sin tierra reciben semillas y créditos.",
}
ASKED_IN_ENGLISH = {
    "hospital": "Does the public hospital treat people without income?",
    "inspección": "May labour inspectors visit factories?",
    "agricultura": "Which farmers receive seeds and credit?",
}


def lines(texts: Mapping[str, str]) -> str:
    return "".join(json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n" for id, text in texts.items())


def files(folder: Path, corpus: str, queries: str, qrels: str) -> tuple[Path, Path, Path]:
    """The three files of a collection, written."""
    paths = folder / "corpus.jsonl", folder / "queries.jsonl", folder / "qrels.tsv"
    for path, text in zip(paths, (corpus, queries, qrels), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def graded(queries: Mapping[str, str]) -> str:
    return "".join(f"{id}\t{id}\t1\n" for id in queries)


TWO, ASKED, GRADED = lines({"d1": "un", "d2": "deux"}), lines({"q1": "un ?", "q2": "deux ?"}), "q1\td1\t1\n"


def test_a_collection_is_read_and_what_is_not_judged_left_out(tmp_path: Path) -> None:
    qrels = "q1\td1\t2\nq1\td2\t0\nq2\td2\t0\nq9\td1\t1\n"
    assert read_collection(*files(tmp_path, TWO, ASKED, qrels)) == Collection(
        {"d1": "un", "d2": "deux"}, {"q1": "un ?"}, {"q1": {"d1": 2}}
    )


def test_no_sign_of_a_text_or_an_id_is_taken_for_an_end(tmp_path: Path) -> None:
    documents = {'d "1"': "une\u2028ligne", "d,2": "a\u0085b"}
    read = read_collection(*files(tmp_path, lines(documents), ASKED, 'q1\td "1"\t1\r\nq1\td,2\t3\r\n'))
    assert (read.documents, read.grades) == (documents, {"q1": {'d "1"': 1, "d,2": 3}})


@pytest.mark.parametrize(
    ("corpus", "queries", "qrels", "says"),
    [
        (TWO + "{", ASKED, GRADED, r"^corpus\.jsonl:3: not a JSON object"),
        (TWO + "[]", ASKED, GRADED, r"^corpus\.jsonl:3: not a JSON object$"),
        (TWO + '\n{"id": "d3"}', ASKED, GRADED, r'^corpus\.jsonl:4: a line is an object with "id" and "text"$'),
        (TWO + '{"id": 3, "text": "x"}', ASKED, GRADED, r"^corpus\.jsonl:3: a line is an object"),
        (TWO + '{"id": "d3", "text": " "}', ASKED, GRADED, r"^corpus\.jsonl:3: a line is an object"),
        (TWO + TWO, ASKED, GRADED, r"^corpus\.jsonl:3: the id d1 stands twice$"),
        ("\n", ASKED, GRADED, r"^corpus\.jsonl holds no lines$"),
        (TWO, ASKED + '"q3"', GRADED, r"^queries\.jsonl:3: not a JSON object$"),
        (TWO, ASKED + ASKED, GRADED, r"^queries\.jsonl:3: the id q1 stands twice$"),
        (TWO, ASKED, "q1 d1 1\n", r"^qrels\.tsv:1: a line is query, document and grade, apart by tabs$"),
        (TWO, ASKED, GRADED + "q1\t0\td2\t1\n", r"^qrels\.tsv:2: a line is query"),
        (TWO, ASKED, GRADED + "q1\td2\thigh\n", r"^qrels\.tsv:2: a line is query"),
        (TWO, ASKED, GRADED + "q2\td3\t1\n", r"^qrels\.tsv:2: 'd3' is no document of corpus\.jsonl$"),
        (TWO, ASKED, "q1\td1\t0\nq7\td1\t1\n", r"^qrels\.tsv grades no document for any query of queries\.jsonl$"),
        (TWO, ASKED, "", r"^qrels\.tsv grades no document"),
    ],
)
def test_faults_are_named_with_file_and_line(corpus: str, queries: str, qrels: str, says: str, tmp_path: Path) -> None:
    with pytest.raises((CollectionError, LineError), match=says):
        read_collection(*files(tmp_path, corpus, queries, qrels))


@pytest.mark.parametrize(("missing", "error"), [(0, LineError), (1, LineError), (2, CollectionError)])
def test_a_file_that_cannot_be_read_is_named(missing: int, error: type[Exception], tmp_path: Path) -> None:
    paths = files(tmp_path, TWO, ASKED, GRADED)
    paths[missing].write_bytes(b"\n\xe9")
    with pytest.raises(error, match=paths[missing].name):
        read_collection(*paths)
    paths[missing].unlink()
    with pytest.raises(error, match=f"{paths[missing].name} cannot be read"):
        read_collection(*paths)


def test_documents_stand_as_paragraphs_of_one_instrument() -> None:
    corpus, ids = as_corpus(Collection(SPANISH, {}, {}), "es")
    assert list(ids.values()) == list(SPANISH)
    assert [str(provision.id) for provision in corpus] == list(ids)
    for id, name in ids.items():
        provision = corpus.get(Citation.parse(id))
        assert [(text.lang, text.kind, text.text) for text in provision.texts] == [("es", "official", SPANISH[name])]
        assert (provision.block, provision.editorial, provision.heading) == ("paragraph", None, ())
        assert {corpus.instrument(provision.id).force[lang] for lang in LANGUAGES} == {""}


def test_another_collection_has_another_digest() -> None:
    digests = [
        as_corpus(Collection(documents, {}, {}), lang)[0].digest
        for documents, lang in (
            (SPANISH, "es"), (SPANISH, "fr"), (FRENCH, "fr"), ({"a": "bc"}, "fr"), ({"a": "b", "c": "c"}, "fr"),
        )
    ]  # fmt: skip
    assert len(set(digests)) == 5
    assert as_corpus(Collection(SPANISH, {"q": "x"}, {}), "es")[0].digest == digests[0]


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(data_dir=tmp_path / "own", _env_file=None)  # type: ignore[call-arg]  # of pydantic-settings


@pytest.mark.parametrize(
    ("documents", "lang", "queries", "query_lang"),
    [(FRENCH, "fr", ASKED_IN_FRENCH, "fr"), (SPANISH, "es", ASKED_IN_ENGLISH, "en")],
)
def test_the_right_document_comes_first(
    documents: dict[str, str], lang: str, queries: dict[str, str], query_lang: str, settings: IndexSettings
) -> None:
    collection = Collection(documents, queries, {id: {id: 1} for id in queries})
    found = measure_retrieval(collection, lang, query_lang, settings)
    assert isinstance(found, RetrievalFigures)
    assert found.means == dict.fromkeys(("nDCG@10", "R@5", "R@10", "R@100", "RR@10"), 1.0)
    assert found.n == len(queries)
    assert found.build_s >= 0
    assert found.p50_ms > 0
    # The collection is indexed elsewhere: the index of the program stays as it is.
    assert not settings.data_dir.exists()


def row(stdout: str) -> dict[str, Any]:
    last: dict[str, Any] = json.loads(stdout.splitlines()[-1])
    return last


def test_the_command_ends_with_the_figures(tmp_path: Path) -> None:
    """One query whose gold is another document than the one that answers it: it cannot come first."""
    queries = ASKED_IN_FRENCH | {"odd": "À quel âge prend-on sa retraite ?"}
    paths = files(tmp_path, lines(FRENCH), lines(queries), graded(ASKED_IN_FRENCH) + "odd\tsanté\t1\n")
    options = zip(("--corpus", "--queries", "--qrels"), paths, strict=True)
    command = ("retrieval", *(part for option in options for part in option), "--lang", "fr")
    done = evals(*command, "--json", SOCLE_DATA_DIR=str(tmp_path / "own"))
    assert done.returncode == 0, done.stderr
    figures = row(done.stdout)
    assert list(figures) == ["nDCG@10", "R@5", "R@10", "R@100", "RR@10", "n", "p50_ms", "build_s"]
    assert (figures["n"], figures["R@10"], figures["R@100"]) == (5, 1.0, 1.0)
    assert 4 / 5 < figures["RR@10"] <= (4 + 1 / 2) / 5
    assert 4 / 5 < figures["nDCG@10"] < 1
    assert not (tmp_path / "own").exists()


def test_the_command_names_a_fault_in_one_line(tmp_path: Path) -> None:
    corpus, queries, qrels = files(tmp_path, TWO, ASKED, "q1\td7\t1\n")
    given = ("retrieval", "--corpus", corpus, "--queries", queries, "--qrels", qrels)
    for arguments, says in (
        ((*given, "--lang", "fr"), "qrels.tsv:1: 'd7' is no document of corpus.jsonl"),
        ((*given, "--lang", "de"), "invalid choice: 'de'"),
        (given, "--lang"),
    ):
        done = evals(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert says in done.stderr
        assert len(done.stderr.splitlines()) == 1
