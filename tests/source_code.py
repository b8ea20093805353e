"""The source as the tests of its shape read it: modules, their imports, their functions; nothing is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
STAGES = ("corpus", "index", "assistant", "evals")  # in the order of the datum
PAGE = "assistant.web"


@dataclass(frozen=True)
class Module:
    """A file of source, by its dotted name (`index.store`, `index` for its door, `app`)."""

    name: str
    path: Path
    source: str
    tree: ast.Module

    @property
    def package(self) -> str:
        """The stage it belongs to; its own name for app."""
        return self.name.partition(".")[0]

    @property
    def on_page(self) -> bool:
        """Whether it is a part of the web page."""
        return self.name == PAGE or self.name.startswith(f"{PAGE}.")

    def imports(self, *, run: bool = False) -> Iterator[tuple[str, str]]:
        """The modules imported, wherever in the file, each with the name taken from it (empty for `import x`).

        With `run`, those alone that are imported when the program runs, not for the type checker.
        """
        for node in _walk(self.tree) if run else ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, "") for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.path}:{node.lineno} imports by a relative name"
                yield from ((node.module or "", alias.name) for alias in node.names)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """All functions and methods, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _walk(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield node
            yield from _walk(node)


def read_module(path: Path) -> Module:
    """Parse a file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    source = path.read_text(encoding="utf-8")
    return Module(name, path, source, ast.parse(source))


def shipped() -> list[Module]:
    """The modules of all stages and the page."""
    paths = [path for stage in STAGES for path in sorted((ROOT / stage).rglob("*.py"))]
    return [read_module(path) for path in (*paths, ROOT / "app.py")]


def of_tests() -> list[Module]:
    """The modules of the tests."""
    return [read_module(path) for path in sorted((ROOT / "tests").glob("*.py"))]
