"""Writes the list of modules into the README: each with the one sentence of its docstring."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
BEGIN, END = "<!-- tree: tests/test_readme.py holds this list against the module docstrings -->", "<!-- end of tree -->"
_PACKAGES = ("corpus", "index", "assistant", "evals")


def tree() -> str:
    """The list as Markdown: the packages in the order of the datum, the modules of each by name."""
    lines: list[str] = []
    for package in _PACKAGES:
        door = ROOT / package / "__init__.py"
        lines += ["", f"**`{package}/`** {_sentence(door)}", ""]
        modules = sorted(path for path in (ROOT / package).rglob("*.py") if path.name != "__init__.py")
        lines += [f"- `{path.relative_to(ROOT / package)}` {_sentence(path)}" for path in modules]
    return "\n".join([*lines, "", f"**`app.py`** {_sentence(ROOT / 'app.py')}", ""])


def _sentence(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").splitlines()[0]


def main() -> None:
    """Replace what stands between the two marks."""
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    readme.write_text(f"{before}{BEGIN}\n{tree()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
