"""Imports go one way: each layer sees only what stands left of it, lazy imports included."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "aligner"

# Rank of each room; rooms of one rank do not see each other.
RANKS = {
    "version": 0,
    "errors": 0,
    "model": 1,
    "plugins": 1,
    "output": 1,
    "text": 2,
    "work": 2,
    "formats": 3,
    "segmenters": 3,
    "lexicons": 3,
    "terms": 3,
    "aligners": 4,
    "anchors": 4,
    "aligning": 5,
    "evaluation": 4,
    "metrics": 5,
    "checks": 5,
    "reporters": 6,
    "rendering": 7,
    "pipeline": 8,
    "goldset": 9,
    "learning": 10,
    "training": 10,
    "cli": 11,
}


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += names if node.module == "aligner" else [node.module]
    return [name for name in found if name == "aligner" or name.startswith("aligner.")]


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_every_room_has_a_rank() -> None:
    rooms = {p.relative_to(PACKAGE).parts[0].removesuffix(".py") for p in files()} - {"__init__", "__main__"}
    assert rooms == set(RANKS)


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_left(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own in ("__init__", "__main__"):
        return  # the package's front door may show any room
    for name in imports(path):
        target = room(name)
        assert target, f"{path.name} imports the front door of the package"
        assert target == own or RANKS[target] < RANKS[own], f"{path.name}: {own} must not import {target}"


def test_no_circles_within_a_room() -> None:
    modules = {".".join(("aligner", *p.relative_to(PACKAGE).with_suffix("").parts)): p for p in files()}
    modules = {name.removesuffix(".__init__"): path for name, path in modules.items()}
    graph: dict[str, set[str]] = {name: set() for name in modules}
    for name, path in modules.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module in modules:
                inner = {f"{node.module}.{a.name}" for a in node.names} & set(modules)
                graph[name] |= inner or {node.module}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"circle: {' -> '.join((*trail, name))}"
        if name not in done:
            for other in sorted(graph[name] - {name}):
                visit(other, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        if name != "aligner":
            visit(name, ())
