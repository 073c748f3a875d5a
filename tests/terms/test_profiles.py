"""House profiles: read or refused with file and key, chosen by outlet, applied to a term base, shown as a page."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.checks import Context, Mode
from aligner.checks.terminology import Terminology
from aligner.errors import FormatError, InputError, UnknownNameError
from aligner.formats import read
from aligner.model import (
    Alignment,
    Bead,
    Block,
    Concept,
    Document,
    Issue,
    Role,
    Segment,
    Severity,
    Span,
    Term,
    TermStatus,
)
from aligner.model.alignment import aligned_pairs
from aligner.terms import bundled, problems, profiles
from aligner.terms.bases import TermBases
from aligner.terms.matching import TermIndex

BASE = bundled()
HEAD = 'name = "x"\ndescription = "y"\n'
FULL = """
name = "example-daily"
description = "What the paper writes."
outlets = ["Example Daily"]
sources = ["Guide, 2024"]

[checks]
skip = ["omission"]

[severity]
terminology = "minor"
taiwan-question = "major"

[concepts.taiwan-question.en]
preferred = ["Taiwan issue"]
admitted = ["Taiwan matter"]
deprecated = ["Taiwan question"]

[concepts.taiwan-question.zh-Hans]
forbidden = ["台湾议题"]
superseded = ["台湾问题"]
"""


def profile_of(folder: Path, text: str) -> profiles.Profile:
    path = folder / "p.toml"
    path.write_text(text, encoding="utf-8")
    return profiles.load(path)


def statuses(concept: Concept, language: str) -> dict[str, str]:
    return {t.text: "forbidden" if t.forbidden else t.status.value for t in concept.in_language(language)}


def entry(concepts: tuple[Concept, ...], ident: str) -> Concept:
    return next(c for c in concepts if c.id == ident)


def test_everything_that_a_file_may_say(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, FULL)
    assert (profile.name, profile.description) == ("example-daily", "What the paper writes.")
    assert (profile.outlets, profile.sources, profile.skip) == (
        ("Example Daily",),
        ("Guide, 2024",),
        ("omission",),
    )
    assert profile.severities == {"terminology": Severity.MINOR, "taiwan-question": Severity.MAJOR}
    assert [(r.lang, r.text, r.status.value, r.forbidden) for r in profile.rulings] == [
        ("en", "Taiwan issue", "preferred", False),
        ("en", "Taiwan matter", "admitted", False),
        ("en", "Taiwan question", "deprecated", False),
        ("zh-Hans", "台湾问题", "superseded", False),
        ("zh-Hans", "台湾议题", "deprecated", True),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "x"', 'p.toml: description: expected text, such as description = "...", found nothing'),
        ('name = 3\ndescription = "y"', "p.toml: name: expected text"),
        (HEAD + "outlets = 'a'", "p.toml: outlets: expected a list of texts"),
        (HEAD + "outlets = ['']", "p.toml: outlets: expected a list of texts"),
        (HEAD + "sevrity = 1", "p.toml: unknown key 'sevrity'; did you mean 'severity'? known: name"),
        (HEAD + "severity = 'minor'", "p.toml: severity: expected a table [severity]"),
        (
            HEAD + "[severity]\nterminology = 'grave'",
            "p.toml: severity: terminology: expected one of neutral, minor",
        ),
        (HEAD + "[severity]\nterminology = 5", "p.toml: severity: terminology: expected one of"),
        (HEAD + "[checks]\nskp = []", "p.toml: checks: unknown key 'skp'; did you mean 'skip'?"),
        (HEAD + "[checks]\nskip = ['nubmer']", "p.toml: checks: skip: no check 'nubmer'; did you mean 'number'?"),
        (HEAD + "[concepts]\na = 1", "p.toml: concepts: a: expected a table"),
        (HEAD + "[concepts.a.english]\npreferred = ['x']", "concepts.a.english: 'english' is no language tag"),
        (
            HEAD + "[concepts.a.en]\nprefered = ['x']",
            "concepts.a.en: unknown key 'prefered'; did you mean 'preferred'",
        ),
        (HEAD + "[concepts.a.en]\npreferred = 'x'", "concepts.a.en: preferred: expected a list of texts"),
        (HEAD + "[concepts.a.en]\npreferred = ['X y']\nadmitted = ['x-Y']", "concepts.a.en: 'x-Y' is listed twice"),
        (HEAD + "x = [", "p.toml: not valid TOML"),
        (HEAD + "a = " + "[" * 5000, "p.toml: not valid TOML"),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)) as caught:
        profile_of(tmp_path, text)
    assert "\n" not in str(caught.value)


def test_files_that_are_no_profile(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'name = "\xe9"')
    (tmp_path / "large.toml").write_bytes(b"#" * 1_000_001)
    for name, message in (("latin.toml", "not valid TOML"), ("large.toml", "expected a profile of at most")):
        with pytest.raises(FormatError, match=message):
            profiles.load(tmp_path / name)
    for path in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(InputError, match="cannot read the profile"):
            profiles.load(path)
    with pytest.raises(UnknownNameError, match=re.escape("no profile 'prc-medja'; did you mean 'prc-media'")):
        profiles.load("prc-medja")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda s: (HEAD + s).encode()))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "p.toml"
    path.write_bytes(data)
    message = ""
    try:
        profiles.load(path)
    except FormatError as error:
        message = str(error)
    assert len(message.splitlines()) <= 1


def test_applied_to_a_term_base(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, FULL)
    before, after = entry(BASE, "taiwan-question"), entry(profiles.apply(profile, BASE), "taiwan-question")
    assert statuses(after, "en") == {
        "Taiwan issue": "preferred",
        "Taiwan matter": "admitted",
        "Taiwan question": "deprecated",
    } | {t.text: "admitted" for t in before.in_language("en") if t.text not in ("Taiwan issue", "Taiwan question")}
    assert statuses(after, "zh") == {"台湾问题": "superseded", "台湾议题": "forbidden"}
    assert after.in_language("ko") == before.in_language("ko")
    new = next(t for t in after.terms if t.text == "Taiwan matter")
    assert new.source == "profile example-daily"
    assert dataclasses.replace(after, terms=()) == dataclasses.replace(before, terms=())


def test_a_preference_takes_the_place_of_the_term_base_s(tmp_path: Path) -> None:
    rule = HEAD + '[concepts.cheong-wa-dae.en]\npreferred = ["blue-house"]'
    concept = entry(profiles.apply(profile_of(tmp_path, rule), BASE), "cheong-wa-dae")
    assert concept.preferred("en") == "Blue House"
    assert statuses(concept, "en")["Cheong Wa Dae"] == "admitted"
    admits = HEAD + '[concepts.cheong-wa-dae.en]\nadmitted = ["Blue House"]'
    concept = entry(profiles.apply(profile_of(tmp_path, admits), BASE), "cheong-wa-dae")
    assert concept.preferred("en") == "Cheong Wa Dae"


def test_what_a_profile_does_not_name_stays(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, HEAD + '[concepts.nowhere.en]\npreferred = ["x"]')
    assert profiles.apply(profile, BASE) == BASE
    assert profiles.apply(profile, ()) == ()


def test_two_term_bases_with_one_id(tmp_path: Path) -> None:
    """Both obey; a new term is taken up once."""
    profile = profile_of(tmp_path, HEAD + '[concepts.a.en]\npreferred = ["new"]\ndeprecated = ["old"]')
    one = Concept("a", (Term("old", "en", TermStatus.PREFERRED),), origin="house.tsv")
    other = Concept("a", (Term("old", "en"), Term("third", "en", TermStatus.PREFERRED)), origin="china.tbx")
    first, second = profiles.apply(profile, (one, other))
    assert statuses(first, "en") == {"new": "preferred", "old": "deprecated"}
    assert statuses(second, "en") == {"old": "deprecated", "third": "admitted"}


def test_unknown_concepts_are_a_warning_with_near_names(tmp_path: Path) -> None:
    text = (
        HEAD
        + '[concepts.taiwan-questoin.en]\npreferred = ["x"]\n[severity]\nterminologie = "minor"\nnumber = "minor"'
    )
    profile = profile_of(tmp_path, text)
    lines = profiles.unknown(profile, BASE)
    assert len(lines) == 2
    assert lines[0].startswith("profile x: its concept 'taiwan-questoin' (did you mean 'taiwan-question'")
    assert lines[1] == (
        "profile x: its severity 'terminologie' (did you mean 'terminology'?) is for no check or concept in use"
    )
    assert len(profiles.unknown(profile, ())) == 2


def test_many_unknown_concepts_are_one_line(tmp_path: Path) -> None:
    rulings = "".join(
        f'[concepts.{name}.en]\npreferred = ["x"]\n' for name in ("x-1", "x-2", "x-3", "taiwan-questoin")
    )
    (line,) = profiles.unknown(profile_of(tmp_path, HEAD + rulings), BASE)
    assert line.startswith(
        "profile x: 4 of its concepts are in no term base in use, such as 'taiwan-questoin' (did"
    )
    assert line.endswith("'x-1', 'x-2'")
    (line,) = profiles.unknown(profile_of(tmp_path, HEAD + '[severity]\naa = "minor"\nbb = "major"'), ())
    assert line == "profile x: 2 of its severities are for no check or concept in use: 'aa', 'bb'"


def test_what_a_profile_names_in_vain_is_told_where_it_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "v.txt"
    path.write_text("The talks ended.\n", encoding="utf-8")
    document = dataclasses.replace(read(path, lang="en"), outlet="Reuters")
    by_outlet = TermBases.of([document], [], bundled=False)
    assert by_outlet.profile(document.id) is not None
    assert [line for line in by_outlet.unchecked([document]) if "profile" in line] == []
    asked = TermBases.of([document], [], bundled=False, profiles={document.id: "neutral-wire"})
    (line,) = (line for line in asked.unchecked([document]) if "profile" in line)
    assert re.match(r"profile neutral-wire: \d+ of its concepts are in no term base in use, such as '", line)


def test_severity_of_a_concept_goes_before_that_of_a_check(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, FULL)
    assert profile.severity("terminology", "other", Severity.CRITICAL) is Severity.MINOR
    assert profile.severity("terminology", "taiwan-question", Severity.MINOR) is Severity.MAJOR
    assert profile.severity("terminology", "taiwan-question", Severity.NEUTRAL) is Severity.NEUTRAL
    assert profile.severity("number", None, Severity.MINOR) is Severity.MINOR


@pytest.mark.parametrize("name", profiles.names())
def test_the_bundled_profiles_fit_the_bundled_term_base(name: str) -> None:
    profile = profiles.load(name)
    applied = profiles.apply(profile, BASE)
    assert profile.name == name
    assert profile.sources
    assert profiles.unknown(profile, BASE) == ()
    assert set(problems(applied)) <= set(problems(BASE))
    assert [c.id for c in applied] == [c.id for c in BASE]
    assert {t for c in applied for t in c.terms if t.source == f"profile {name}"} == set()


@pytest.mark.parametrize("name", profiles.names())
def test_the_bundled_profiles_describe_and_do_not_forbid(name: str) -> None:
    profile = profiles.load(name)
    assert "not advice" in profile.description
    assert all(r.status.accepted for r in profile.rulings)
    assert not profile.severities
    assert not profile.skip


def test_an_outlet_has_one_profile_at_most() -> None:
    houses = [profiles.load(name) for name in profiles.names()]
    for profile in houses:
        assert all(profiles.for_outlet(outlet) == profile for outlet in profile.outlets)


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("GLOBAL TIMES", "prc-media"),
        ("Global-Times", "prc-media"),
        ("www.globaltimes.cn", "prc-media"),
        ("新华社", "prc-media"),
        ("Ｘｉｎｈｕａ", "prc-media"),
        ("The Korea Herald", "rok-media"),
        ("연합뉴스", "rok-media"),
        ("AP", "neutral-wire"),
        ("Global Times of Sometown", None),
        ("Daily", None),
        ("…", None),
        ("", None),
        (None, None),
    ],
)
def test_by_outlet(outlet: str | None, name: str | None) -> None:
    profile = profiles.for_outlet(outlet)
    assert (profile and profile.name) == name


def test_a_file_in_place_of_a_bundled_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bundled name is a name; a file of that name is meant by its suffix or its folder."""
    monkeypatch.chdir(tmp_path)
    Path("prc-media").write_text(HEAD, encoding="utf-8")
    Path("own.toml").write_text(HEAD, encoding="utf-8")
    assert profiles.load("prc-media").name == "prc-media"
    assert profiles.load("./prc-media").name == "x"
    assert profiles.load("own.toml").name == "x"


def test_manual(tmp_path: Path) -> None:
    page = profiles.manual("rok-media")
    first = page.splitlines()[0]
    assert first == "What news media of South Korea write, as observed."
    assert "sea-of-japan (en): writes East Sea\n        term base: prefers none of Sea of Japan; East Sea" in page
    assert "cheong-wa-dae (en): writes Cheong Wa Dae; Blue House\n        term base: prefers Cheong Wa Dae" in page
    assert "Observed in\n    Ministry of Foreign Affairs" in page
    path = tmp_path / "p.toml"
    path.write_text(FULL + '[concepts.nowhere.en]\npreferred = ["x"]', encoding="utf-8")
    page = profiles.manual(path)
    assert "writes Taiwan issue, admits Taiwan matter, rejects Taiwan question" in page
    assert "not in the bundled term base" in page
    assert "Checks left out\n    omission" in page
    assert "terminology: minor" in page


def document(ident: str, lang: str, *texts: str) -> Document:
    blocks = tuple(Block(Role.BODY, text, None) for text in texts)
    segments = tuple(Segment(i, t, Span(0, len(t)), i, Role.BODY, None) for i, t in enumerate(texts))
    return Document(ident, lang, blocks, segments)


def issues(base: tuple[str, str], version: tuple[str, str], profile: profiles.Profile | None) -> list[Issue]:
    """What the check `terminology` says of a version whose house has this profile."""
    one, two = document("base", *base), document("version", *version)
    pairs = aligned_pairs(Alignment("base", "version", (Bead((0,), (0,)),), "test", True), one, two)
    where = Context(one, two, pairs, index_of(profile), profile, Mode.RENDERING)
    return [issue for pair in pairs for issue in Terminology().check(pair, where)]


_INDEXES: dict[str, TermIndex] = {}


def index_of(profile: profiles.Profile | None) -> TermIndex:
    """The bundled term base as a house sees it, built once a house."""
    name = profile.name if profile else ""
    if name not in _INDEXES:
        _INDEXES[name] = TermIndex(profiles.apply(profile, BASE) if profile else BASE)
    return _INDEXES[name]


def asserted(found: list[Issue]) -> list[Any]:
    return [(i.severity.label, i.evidence["kind"], i.evidence["concept"]) for i in found if i.severity > 0]


HOUSE_WORDS = [
    (p, r.concept, r.text)
    for p in map(profiles.load, profiles.names())
    for r in p.rulings
    if r.lang == "en" and r.concept not in ("recognizes-government",)
]


@pytest.mark.parametrize(("profile", "ident", "words"), HOUSE_WORDS, ids=lambda v: getattr(v, "name", v))
def test_a_house_s_own_words_are_no_fault_of_its_own(profile: profiles.Profile, ident: str, words: str) -> None:
    """Against each other name that the term base has for the concept, in English and in Chinese."""
    concept = entry(BASE, ident)
    others = [t.text for t in concept.in_language("en") if t.status.accepted and not t.context]
    chinese = [t.text for t in concept.in_language("zh") if not t.context]
    for lang, names in (("en", others), ("zh", chinese)):
        for name in names:
            said = f"Officials spoke of {name} yesterday." if lang == "en" else f"官员昨天谈到{name}。"
            found = issues((lang, said), ("en", f"Officials spoke of {words} yesterday."), profile)
            assert asserted(found) == [], (name, words)


def test_a_departure_from_habit_is_a_neutral_note() -> None:
    found = issues(
        ("zh", "双方谈到台湾问题。"), ("en", "Both spoke of the Taiwan issue."), profiles.load("prc-media")
    )
    assert [(i.severity, i.evidence["kind"]) for i in found] == [(Severity.NEUTRAL, "advisory")]
    assert found[0].suggestion == "Taiwan question"
    assert issues(("zh", "双方谈到台湾问题。"), ("en", "Both spoke of the Taiwan issue."), None) == []


@pytest.mark.parametrize("name", [None, *profiles.names()])
def test_a_difference_of_concept_stays_one_in_every_house(name: str | None) -> None:
    profile = profiles.load(name) if name else None
    found = issues(("zh", "他重申一个中国原则。"), ("en", "He reaffirmed the one-China policy."), profile)
    assert asserted(found) == [("major", "rival", "one-china-principle")]


def test_a_profile_of_one_s_own_may_say_more(tmp_path: Path) -> None:
    rule = '[severity]\nterminology = "critical"\n[concepts.taiwan-question.en]\nforbidden = ["Taiwan issue"]\n'
    profile = profile_of(tmp_path, HEAD + rule)
    found = issues(("zh", "双方谈到台湾问题。"), ("en", "Both spoke of the Taiwan issue."), profile)
    assert [i.evidence["kind"] for i in found] == ["rejected"]
    (issue,) = found
    assert profile.severity("terminology", issue.evidence["concept"], issue.severity) is Severity.CRITICAL
