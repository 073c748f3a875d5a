"""Terms where no base is at hand, between two versions, and as a house sees them."""

from __future__ import annotations

import pytest
from term_texts import context, document, issues, lone

from aligner import checks
from aligner.checks import Context, Mode
from aligner.model import Alignment, Bead, Concept, Severity, Term
from aligner.model.alignment import aligned_pairs
from aligner.model.terms import TermStatus
from aligner.terms import bundled
from aligner.terms.matching import TermIndex
from aligner.terms.profiles import Profile, Ruling

PREFERRED, ADMITTED, DEPRECATED, SUPERSEDED = TermStatus


def concept(ident: str, *terms: tuple[str, str, TermStatus]) -> Concept:
    made = tuple(Term(text, lang, status, forbidden=status is DEPRECATED) for text, lang, status in terms)
    return Concept(ident, made, origin="house.tsv")


BOND = concept(
    "bond",
    ("专项债券", "zh", PREFERRED),
    ("special-purpose bond", "en", PREFERRED),
    ("earmarked bond", "en", ADMITTED),
    ("special bond", "en", DEPRECATED),
    ("debenture", "en", DEPRECATED),
    ("special treasury note", "en", SUPERSEDED),
)
OTHER = concept("other", ("特别国债", "zh", PREFERRED), ("special bond", "en", PREFERRED))
STYLE = concept("style", ("residents", "en", PREFERRED), ("masses", "en", DEPRECATED))
STATE = concept(
    "state", ("国事访问", "zh", PREFERRED), ("state visit", "en", PREFERRED), ("official visit", "en", DEPRECATED)
)
OFFICIAL = concept(
    "official",
    ("正式访问", "zh", PREFERRED),
    ("official visit", "en", PREFERRED),
    ("state visit", "en", DEPRECATED),
)


@pytest.mark.parametrize(
    ("text", "concepts", "expected"),
    [
        ("They sold a special bond.", (BOND,), [Severity.MINOR]),
        ("They sold a special bond.", (BOND, OTHER), []),  # an accepted term of another concept
        ("They sold a special treasury note.", (BOND,), [Severity.MINOR]),
        ("They sold a debenture.", (BOND,), []),  # a word that may stand for much
        ("They sold a special-purpose bond, a debenture.", (BOND,), [Severity.NEUTRAL]),
        ("They spoke to the masses.", (STYLE,), [Severity.MINOR]),  # forbidden outright: it is no translation
        ("They spoke to residents.", (STYLE,), []),
        ("The film “Special Bond” opens today.", (BOND,), []),  # the title of a work
        ("His novel “The Special Bond” sold well.", (BOND,), []),
        ("They sold a “special bond”.", (BOND,), [Severity.MINOR]),
        ("“Special bonds” were sold.", (BOND,), [Severity.MINOR]),
    ],
)
def test_a_text_alone(text: str, concepts: tuple[Concept, ...], expected: list[Severity]) -> None:
    found = issues(lone([text], concepts=concepts))
    assert [i.severity for i in found] == expected
    assert all(i.base is None and i.version is not None for i in found)
    assert all("house.tsv" in i.message for i in found)


def test_the_engine_places_what_a_text_alone_says_in_that_text() -> None:
    found, failures = checks.run(
        ["terminology"], lone(["All is well.", "They sold a special bond."], concepts=(BOND,))
    )
    assert not failures
    assert [(f.base.segments, f.version, f.bead) for f in found if f.base] == [((1,), None, None)]


def between(first: str, second: str, *concepts: Concept) -> list[tuple[str, Severity]]:
    where = context([first], [second], concepts=concepts, mode=Mode.BETWEEN)
    return [(i.evidence["kind"], i.severity) for i in issues(where)]


def test_between_two_versions() -> None:
    assert between("A special-purpose bond.", "An earmarked bond.", BOND) == [("variant", Severity.NEUTRAL)]
    assert between("A special-purpose bond.", "A special bond.", BOND) == [("variant", Severity.NEUTRAL)]
    assert between("A special-purpose bond.", "Special-purpose bonds.", BOND) == []
    assert between("A state visit.", "An official visit.", STATE, OFFICIAL) == [("rival", Severity.MINOR)]
    assert between("A state visit.", "A state visit, an official visit.", STATE, OFFICIAL) == []


def test_between_says_who_says_which_once() -> None:
    first, second = (
        document("one", "en", ["The one-China stance."] * 2),
        document("two", "en", ["Our one-China policy."] * 2),
    )
    beads = tuple(Bead((i,), (i,)) for i in range(2))
    pairs = aligned_pairs(Alignment("one", "two", beads, "test", True), first, second)
    where = Context(first, second, pairs, TermIndex(bundled()), mode=Mode.BETWEEN, beads={0: 5, 1: 6})
    found, failures = checks.run(["terminology"], where)
    assert not failures
    (one,) = found
    assert (one.document, one.bead, one.severity) == ("two", 5, Severity.MINOR)
    assert "one says “one-China stance”, two says “one-China policy”" in one.message
    assert one.base is not None
    assert (one.base.document, one.evidence["occurrences"]) == ("one", 2)


HOUSE = Profile(
    "gazette",
    "A house.",
    rulings=(
        Ruling("bond", "en", "earmarked bond", PREFERRED),
        Ruling("bond", "en", "special-purpose bond", DEPRECATED),
    ),
)


def test_a_house_rules_over_the_term_base() -> None:
    said = {"special-purpose bond": "rejected", "earmarked bond": None, "special bond": "rejected"}
    for term, kind in said.items():
        where = context(
            ["发行专项债券。"], [f"They sold a {term}."], langs=("zh", "en"), concepts=(BOND,), profile=HOUSE
        )
        assert [i.evidence["kind"] for i in issues(where)] == ([kind] if kind else [])
        for issue in issues(where):
            by_house = term == "special-purpose bond"
            assert issue.severity is (Severity.MINOR if by_house else Severity.MAJOR)
            assert ("the profile gazette" in issue.message.lower()) is by_house
            assert issue.evidence["profile"] == "gazette"
            assert issue.evidence["accepted"][0] == "earmarked bond"


def test_what_a_house_rejects_is_told_of_a_text_alone() -> None:
    (issue,) = issues(lone(["They sold a special-purpose bond."], concepts=(BOND,), profile=HOUSE))
    assert issue.severity is Severity.MINOR
    assert "gazette" in issue.message


def test_the_habit_of_a_house_is_a_note_beside_another_house() -> None:
    concepts = (concept("seat", ("Cheong Wa Dae", "en", PREFERRED), ("Blue House", "en", ADMITTED)),)
    habit = Profile("gazette", "A house.", rulings=(Ruling("seat", "en", "Blue House", PREFERRED),))
    for profile, severity in ((None, Severity.MINOR), (habit, Severity.NEUTRAL)):
        where = context(["He left Cheong Wa Dae."], ["He left the Blue House."], concepts=concepts, profile=profile)
        assert [i.severity for i in issues(where)] == [severity]


def test_one_sentence_full_of_terms_takes_no_longer_than_many() -> None:
    """Every place looked at with every other would be nine million steps here."""
    first = "the one-China stance at Cheong Wa Dae, a state visit; " * 1000
    second = "the one-China policy at the Blue House, an official visit; " * 1000
    for mode in (Mode.RENDERING, Mode.BETWEEN):
        assert {i.evidence["kind"] for i in issues(context([first], [second], mode=mode))} == {"variant", "rival"}
