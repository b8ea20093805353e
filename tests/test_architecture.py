"""The shape that DESIGN.md states: who imports whom, by which door, and where each heavy library lives."""

from __future__ import annotations

import ast
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import pytest_socket
from source_code import PAGE, ROOT, STAGES, Module, of_tests, shipped

MODULES = shipped()
NAMES = {module.name for module in MODULES}
EVERY = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
ALSO_TESTS = pytest.mark.parametrize("module", [*MODULES, *of_tests()], ids=lambda module: module.name)


def own_imports(module: Module, *, run: bool = False) -> Iterator[str]:
    """The project's modules that a module imports: `from index import store` names index.store."""
    for source, taken in module.imports(run=run):
        if source.partition(".")[0] in (*STAGES, "app"):
            yield f"{source}.{taken}" if f"{source}.{taken}" in NAMES else source


def test_all_source_is_read() -> None:
    assert {module.package for module in MODULES} == {*STAGES, "app"}
    assert len(MODULES) > 40


@EVERY
def test_imports_point_back_along_the_flow(module: Module) -> None:
    before = {stage: set(STAGES[: place + 1]) for place, stage in enumerate(STAGES)}
    before["app"] = {"corpus", "index", "assistant"}
    assert {name.partition(".")[0] for name in own_imports(module)} <= before[module.package]


def test_no_module_imports_itself_round_a_corner() -> None:
    waits = {module.name: set(own_imports(module, run=True)) for module in MODULES}
    while free := {name for name, needs in waits.items() if not needs & waits.keys()}:
        waits = {name: needs for name, needs in waits.items() if name not in free}
    assert waits == {}


@EVERY
def test_other_packages_are_entered_by_their_door(module: Module) -> None:
    for name in own_imports(module):
        package = name.partition(".")[0]
        # What the commands share is no part of the corpus: its door stays free of argparse.
        if package == module.package or name == package or name == "corpus.command_line":
            continue
        assert (module.name, name) == ("app", PAGE)


@EVERY
def test_the_page_is_imported_by_app_alone(module: Module) -> None:
    page = [name for name in own_imports(module) if name == PAGE or name.startswith(f"{PAGE}.")]
    assert not page or module.on_page or module.name == "app"


HOMES = {
    "chromadb": {"index.store"},
    "torch": {"index.document_encoder"},
    "transformers": {"index.document_encoder"},
    "sentence_transformers": {"index.document_encoder"},
    "langchain_huggingface": {"index.document_encoder"},
    "onnxruntime": {"index.question_encoder"},
    "tokenizers": {"index.question_encoder"},
    "bm25s": {"index.lexical"},
    "Stemmer": {"index.analysis"},
    "lingua": {"index.language"},
    "filelock": {"index.building"},
    "pydantic_settings": {"index.settings"},
    "ir_measures": {"evals.ranking"},
    "jinja2": {"evals.reporting"},
    "jsonschema": {"evals.cases"},
    "matplotlib": {"evals.plots"},
    "scipy": {"evals.intervals"},
    "uvicorn": {"app"},
    "fastapi": {PAGE},
    "gradio": {PAGE},
}


@pytest.mark.parametrize("library", HOMES)
def test_each_heavy_library_has_one_home(library: str) -> None:
    users = {
        PAGE if module.on_page else module.name
        for module in MODULES
        for name, _ in module.imports()
        if name.partition(".")[0] == library
    }
    # sentence-transformers comes in through LangChain: nobody need import it.
    assert users == HOMES[library] or (library == "sentence_transformers" and not users)


@EVERY
def test_the_environment_is_read_by_settings_alone(module: Module) -> None:
    taken = {f"{source}.{name}".strip(".") for source, name in module.imports()}
    read = {ast.unparse(node) for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)} | taken
    assert not read & {"os.environ", "os.environb", "os.getenv", "os.getenvb", "os.putenv"}
    assert not {name.partition(".")[0] for name in taken} & {"dotenv", "decouple"}


@ALSO_TESTS
def test_a_module_says_in_one_sentence_what_it_is(module: Module) -> None:
    docstring = ast.get_docstring(module.tree) or ""
    assert docstring.endswith(".")
    assert "\n" not in docstring
    assert not re.search(r"[.!?] ", docstring)


@ALSO_TESTS
def test_files_and_functions_stay_short(module: Module) -> None:
    assert len(module.source.splitlines()) <= 250
    long = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in module.functions()}
    assert {name: lines for name, lines in long.items() if lines > 40} == {}


@ALSO_TESTS
def test_a_module_is_named_after_its_work(module: Module) -> None:
    assert not {*module.name.split(".")} & {"utils", "util", "helpers", "helper", "common", "types", "misc", "base"}


@ALSO_TESTS
def test_no_error_is_caught_that_was_not_foreseen(module: Module) -> None:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = {ast.unparse(name) for name in ast.walk(node.type)} if node.type else {"everything"}
            assert not caught & {"everything", "Exception", "BaseException"}, f"{module.path}:{node.lineno}"


def doors() -> list[Module]:
    return [module for module in MODULES if module.path.name == "__init__.py"]


def literal(module: Module, name: str) -> Any:
    """The value of a constant, None where the module has none of this name."""
    values = [
        node.value
        for node in module.tree.body
        if isinstance(node, ast.Assign) and name in map(ast.unparse, node.targets)
    ]
    return ast.literal_eval(values[0]) if values else None


@pytest.mark.parametrize("door", doors(), ids=lambda door: door.name)
def test_a_door_lists_all_that_it_hands_out(door: Module) -> None:
    listed = literal(door, "__all__")
    handed = {taken: source for source, taken in door.imports() if source.startswith(f"{door.name}.")}
    assert sorted(listed) == sorted(handed)
    # Constants, then classes, then functions, each in order.
    assert listed == sorted(listed, key=lambda name: (not name.isupper(), name[0].islower(), name))
    # What is loaded when first asked for is what the type checker was told.
    at_once = {taken for _, taken in door.imports(run=True)}
    assert (literal(door, "_LATE") or {}) == {name: source for name, source in handed.items() if name not in at_once}


def public_files() -> list[str]:
    folders = [*STAGES, "tests", "docs"]
    made = ("index/store/", "evals/runs/")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*")] + list(ROOT.glob("*"))
    read = {".py", ".md", ".toml", ".txt", ".jsonl", ".js", ".css", ".html", ""}
    names = [str(path.relative_to(ROOT)) for path in paths if path.is_file() and path.suffix in read]
    return sorted(name for name in names if not name.startswith(made) and "__pycache__" not in name)


REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "download" + ".pytorch" + ".org")
PLACES = re.compile(r"(?<![\w.~-])/(?:" + "|".join(("work", "root", "home", "Users")) + r")/")


@pytest.mark.parametrize("name", public_files())
def test_no_file_names_a_registry_or_a_place_on_one_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [host for host in REGISTRIES if host in text] == []
    assert PLACES.findall(text) == []


WATCH = """
import os, sys
opened, connected = [], []
def watch(event, values):
    if event == "open" and isinstance(values[0], str):
        opened.append(os.path.abspath(values[0]))
    if event in ("socket.connect", "socket.getaddrinfo"):
        connected.append(event)
sys.addaudithook(watch)
__import__(sys.argv[1])
root = os.getcwd() + os.sep
print([path for path in opened if path.startswith(root) and "site-packages" not in path and ".py" not in path])
print(connected)
print(sorted(set(sys.argv[2].split(",")) & set(sys.modules)))
"""
NO_SETTINGS = """
import sys, pydantic_settings
made, start = [], pydantic_settings.BaseSettings.__init__
def record(self, *given, **named):
    made.append(type(self).__module__.partition(".")[0])
    start(self, *given, **named)
pydantic_settings.BaseSettings.__init__ = record
__import__(sys.argv[1])
print(sorted(set(made) & set(sys.argv[2].split(","))))
"""
HEAVY = "torch,transformers,sentence_transformers,gradio,uvicorn"
STAYS_OUT = {
    "corpus": f"{HEAVY},numpy,pydantic,langchain_core,chromadb,onnxruntime,fastapi",
    "index": HEAVY,
    "assistant": HEAVY,
    "evals": HEAVY,
    "app": HEAVY,
}


def run_python(code: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", STAYS_OUT)
def test_importing_opens_no_file_and_loads_nothing_heavy(name: str) -> None:
    assert run_python(WATCH, name, STAYS_OUT[name]) == ["[]", "[]", "[]"]


@pytest.mark.parametrize("name", STAYS_OUT)
def test_importing_reads_no_settings(name: str) -> None:
    assert run_python(NO_SETTINGS, name, ",".join(STAGES)) == ["[]"]


def test_no_test_leaves_the_machine() -> None:
    with (
        pytest.warns(UserWarning, match="socket"),
        pytest.raises(pytest_socket.SocketConnectBlockedError),
        socket.create_connection(("192.0.2.1", 443), timeout=1),
    ):
        pass
