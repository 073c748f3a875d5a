"""Made-up concepts for property tests: everything that a term base can say."""

from __future__ import annotations

from hypothesis import strategies as st

from aligner.model import Concept, MatchRule, Severity, Term, TermStatus

_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn", "Co"))
WORDS = st.text(alphabet=_LETTERS, min_size=1, max_size=8)
TEXTS = st.lists(WORDS | st.sampled_from(['"a"', '"', "a;b", "x；y", "\\", "[", "]", ",", ":", "=1+1", "#", "<b>"]),
                 min_size=1, max_size=3).map(" ".join)  # fmt: skip
PATTERNS = st.sampled_from(["reunif* with Taiwan", "(one|two) roads", "stands ... firm", "a; b, c"])

TERMS = st.builds(
    Term,
    text=TEXTS,
    lang=st.sampled_from(["zh", "ko", "en-GB", "zh-Hant"]),
    status=st.sampled_from(list(TermStatus)),
    case_sensitive=st.booleans(),
    outlets=st.lists(TEXTS, max_size=2).map(tuple),
    note=st.none() | TEXTS,
    forbidden=st.booleans(),
    match=st.sampled_from([r for r in MatchRule if r is not MatchRule.PATTERN]),
    not_if=st.lists(PATTERNS, max_size=2).map(tuple),
    context=st.lists(PATTERNS, max_size=2).map(tuple),
    part_of_speech=st.none() | st.sampled_from(["noun", "properNoun", "other"]),
    type=st.none() | st.sampled_from(["fullForm", "acronym", "synonym"]),
    source=st.none() | TEXTS,
)


def by_language(terms: list[Term]) -> tuple[Term, ...]:
    """Without repeats, languages in the order of their first term: what files keep of an order."""
    unique = list(dict.fromkeys(terms))
    languages = list(dict.fromkeys(t.lang for t in unique))
    return tuple(sorted(unique, key=lambda t: languages.index(t.lang)))


CONCEPTS = st.builds(
    Concept,
    id=TEXTS,
    terms=st.lists(TERMS, min_size=1, max_size=5).map(by_language),
    subject=st.none() | TEXTS,
    definition=st.none() | TEXTS,
    note=st.none() | TEXTS,
    related=st.lists(TEXTS | st.sampled_from(["a", "b"]), max_size=3, unique=True).map(tuple),
    weighty=st.booleans(),
    uncertain=st.booleans(),
    severity=st.none() | st.sampled_from(list(Severity)),
    source=st.none() | TEXTS,
    origin=st.just("r"),
)
BASES = st.lists(CONCEPTS, min_size=1, max_size=4)
