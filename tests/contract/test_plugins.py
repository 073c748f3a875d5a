"""What every plug-in of every family owes: it loads by its name, follows its protocol, explains itself."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aligner.aligners import Aligner
from aligner.checks import Check
from aligner.errors import UnknownNameError
from aligner.formats import Reader, Writer
from aligner.lexicons import Lexicon
from aligner.metrics import Metric
from aligner.plugins import FAMILIES, class_name, load, manual, names
from aligner.reporters import Reporter
from aligner.segmenters import Segmenter

PROTOCOLS: dict[str, tuple[type, ...]] = {
    "formats": (Reader, Writer),
    "segmenters": (Segmenter,),
    "lexicons": (Lexicon,),
    "aligners": (Aligner,),
    "metrics": (Metric,),
    "checks": (Check,),
    "reporters": (Reporter,),
}
ALL = [(family, name) for family in FAMILIES for name in names(family)]


def test_every_family_has_a_protocol_and_members() -> None:
    assert set(PROTOCOLS) == set(FAMILIES)
    assert all(names(family) for family in FAMILIES)


@pytest.mark.parametrize(("family", "name"), ALL)
class TestPlugin:
    def test_is_a_dataclass_that_needs_no_arguments(self, family: str, name: str) -> None:
        plugin = load(family, name)
        assert isinstance(plugin, type)
        assert dataclasses.is_dataclass(plugin)
        assert plugin.__name__ == class_name(name)
        assert plugin.__module__ == f"aligner.{family}.{name.replace('-', '_')}"
        assert plugin() is not None

    def test_follows_its_protocol(self, family: str, name: str) -> None:
        plugin = load(family, name)()
        followed = [p for p in PROTOCOLS[family] if isinstance(plugin, p)]
        assert followed, f"{name} is none of {PROTOCOLS[family]}"
        for protocol in followed:
            for method, wanted in vars(protocol).items():
                if not method.startswith("_") and inspect.isfunction(wanted):
                    _same_arguments(wanted, getattr(type(plugin), method))

    def test_explains_itself(self, family: str, name: str) -> None:
        text = manual(family, name)
        first = text.split("\n", 1)[0]
        assert first.endswith((".", ":", "?"))
        assert 10 <= len(first) <= 116
        assert (load(family, name).__doc__ or "").strip()

    def test_no_second_plugin_stands_in_its_file(self, family: str, name: str) -> None:
        module = importlib.import_module(f"aligner.{family}.{name.replace('-', '_')}")
        source = Path(str(module.__file__)).read_text("utf-8")
        classes = [n.name for n in ast.parse(source).body if isinstance(n, ast.ClassDef)]
        found = [getattr(module, c) for c in classes if not c.startswith("_")]
        plugins = [c for c in found if issubclass_of_any(c, PROTOCOLS[family])]
        assert [c.__name__ for c in plugins] == [class_name(name)]


def issubclass_of_any(plugin: type, protocols: tuple[type, ...]) -> bool:
    methods = [
        {m for m, f in vars(p).items() if not m.startswith("_") and inspect.isfunction(f)} for p in protocols
    ]
    return any(all(hasattr(plugin, m) for m in wanted) for wanted in methods)


def _same_arguments(wanted: Any, given: Any) -> None:
    """The plug-in can be called as the protocol says: its names in its order, further ones optional."""
    expected = list(inspect.signature(wanted).parameters.values())
    found = list(inspect.signature(given).parameters.values())
    assert [p.name for p in found[: len(expected)]] == [p.name for p in expected]
    assert all(p.default is not p.empty for p in found[len(expected) :])


@pytest.mark.parametrize("name", names("metrics"))
def test_the_manual_of_a_metric_tells_what_to_know(name: str) -> None:
    text = manual("metrics", name)
    assert [h for h in ("What it is:", "Range:", "Source:", "Traps:") if f"\n{h}" not in text] == []


@pytest.mark.parametrize("name", names("checks"))
def test_the_manual_of_a_check_tells_what_to_know(name: str) -> None:
    text = manual("checks", name)
    lines = [line.strip().rstrip(":") for line in text.splitlines()]
    headings = ("Flags", "Why", "Limits", "Wrong", "Right")
    assert [h for h in headings if not any(line.split(":")[0] == h for line in lines)] == []
    assert isinstance(load("checks", name).category, str)


def test_no_two_reporters_or_writers_claim_a_suffix() -> None:
    claimed = [load("reporters", n).suffix for n in names("reporters")]
    for name in names("formats"):
        if hasattr(load("formats", name), "write"):
            claimed += load("formats", name).suffixes
    assert len(set(claimed)) == len(claimed)
    assert all(s.startswith(".") and s == s.lower() for s in claimed)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_wrong_name_gets_the_near_ones(family: str) -> None:
    near = names(family)[0]
    with pytest.raises(UnknownNameError, match=near):
        load(family, near + "x")
    with pytest.raises(UnknownNameError, match="aligner list"):
        load(family, "zzzzzzzz")


def test_listing_imports_no_plugin() -> None:
    code = (
        "import sys; from aligner.plugins import FAMILIES, names;"
        "[names(f) for f in FAMILIES];"
        "print([m for m in sys.modules if m.startswith('aligner.') and m.count('.') > 1 and 'model' not in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = ast.literal_eval(done.stdout)
    assert not [m for m in loaded if m.rsplit(".", 1)[1] in {n.replace("-", "_") for _, n in ALL}]
