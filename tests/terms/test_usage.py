"""How documents name concepts: renderings, their order, terms over the end of a segment."""

from __future__ import annotations

from dataclasses import replace

from made_reports import document
from river_terms import ADMITTED, CONCEPTS, DEPRECATED, PREFERRED, concept

from aligner.model import Alignment, Bead, Block, ConceptUse, Document, Role, Segment, Span, Term
from aligner.model.usage import instead, relatives
from aligner.terms.matching import TermIndex
from aligner.terms.usage import usage

INDEX = TermIndex(CONCEPTS)


def seen(*documents: Document, index: TermIndex = INDEX) -> dict[str, ConceptUse]:
    return {use.concept.id: use for use in usage(documents, [index] * len(documents))}


def counted(use: ConceptUse) -> list[dict[str, int]]:
    return [{r.term: r.count for r in renderings} for renderings in use.documents]


def paragraph(name: str, lang: str, *sentences: str) -> Document:
    """One block that holds all the sentences."""
    text = " ".join(sentences)
    segments, start = [], 0
    for number, sentence in enumerate(sentences):
        segments.append(Segment(number, sentence, Span(start, start + len(sentence)), 0))
        start += len(sentence) + 1
    return Document(name, lang, (Block(Role.BODY, text),), tuple(segments))


BASE = document("b", "zh", ["清淤", "堤坝和堤坝。", "水利局。"])
ONE = document("v", "en", ["Dredging", "The levee and the embankment, the levees.", "The WRB."])
TWO = document("w", "en", ["Dredging", "The embankment and embankments.", "The water resources bureau (WRB)."])


def test_renderings_by_document() -> None:
    found = seen(BASE, ONE, TWO)
    assert counted(found["levee"]) == [{"堤坝": 2}, {"levee": 2, "embankment": 1}, {"embankment": 2}]
    assert [r.term for r in found["levee"].documents[1]] == ["levee", "embankment"]
    assert counted(found["dredging"]) == [{"清淤": 1}, {"dredging": 1}, {"dredging": 1}]
    assert "sluice" not in found


def test_places_are_the_words_as_they_stand() -> None:
    for use in seen(BASE, ONE, TWO).values():
        for doc, renderings in zip((BASE, ONE, TWO), use.documents, strict=True):
            for place in (p for r in renderings for p in r.places):
                assert place.document == doc.id
                assert place.span.of(" ".join(doc.segments[i].text for i in place.segments)) == place.text
    levees = seen(BASE, ONE)["levee"].documents[1][0].places
    assert [p.text for p in levees] == ["levee", "levees"]


def test_what_differs_comes_first_then_what_is_missing() -> None:
    short = document("v", "en", ["Dredging and dredging, dredging again", "The levee.", "The embankment."])
    found = usage((BASE, short), (INDEX, INDEX))
    assert [(u.concept.id, u.differs, u.missing) for u in found] == [
        ("levee", True, False),
        ("river-board", False, True),
        ("dredging", False, False),
    ]


def test_a_language_without_an_accepted_term_lacks_nothing() -> None:
    index = TermIndex(
        (
            concept("dam", ("zh", "水坝", PREFERRED), ("en", "dam", PREFERRED), ("ja", "堰", DEPRECATED)),
            concept("quay", ("zh", "码头", PREFERRED), ("und", "QY", PREFERRED)),
        )
    )
    texts = [
        document("b", "zh", ["水坝和码头。"]),
        document("v", "en", ["Nothing."]),
        document("w", "ja", ["何も。"]),
    ]
    dam, quay = (seen(*texts, index=index)[ident] for ident in ("dam", "quay"))
    assert [dam.lacking(place) for place in (1, 2)] == [True, False]
    assert (dam.missing, dam.unlisted) == (True, frozenset({2}))
    assert (quay.missing, quay.unlisted) == (True, frozenset())
    (dam,) = seen(texts[0], texts[2], index=TermIndex(index.concepts[:1])).values()
    assert not dam.missing
    assert instead(dam, 1, (dam,)) == ()


def test_weighty_concepts_lead_and_counts_decide() -> None:
    lines = ["Dredging, dredging, dredging", "A sluice. A sluice. A sluice. A sluice.", "The levee."]
    text = document("t", "en", lines)
    assert [u.concept.id for u in usage((text,), (INDEX,))] == ["levee", "sluice", "dredging"]


def test_a_rejected_wording_counts_where_the_base_has_the_concept() -> None:
    base = document("b", "zh", ["清淤", "堤坝。", "别的。"])
    version = document("v", "en", ["Dredging", "The dyke.", "Another dyke, no embankment."])
    links = Alignment("b", "v", tuple(Bead((n,), (n,)) for n in range(3)), "by-hand", True)
    plain = {u.concept.id: counted(u) for u in usage((base, version), (INDEX, INDEX))}
    held = {u.concept.id: counted(u) for u in usage((base, version), (INDEX, INDEX), (links,))}
    assert plain["levee"] == [{"堤坝": 1}, {"dyke": 2, "embankment": 1}]
    assert held["levee"] == [{"堤坝": 1}, {"dyke": 1, "embankment": 1}]


def test_a_rejected_wording_counts_as_often_as_the_base_has_more_of_the_concept() -> None:
    base = document("b", "zh", ["别的", "堤坝。", "堤坝和堤坝。"])
    version = document("v", "en", ["Title", "The levee and another dyke.", "A levee, a dyke, one more dyke."])
    links = Alignment("b", "v", tuple(Bead((n,), (n,)) for n in range(3)), "by-hand", True)
    (use,) = usage((base, version), (INDEX, INDEX), (links,))
    assert counted(use)[1] == {"levee": 2, "dyke": 1}


def test_related_concepts_stand_together_and_a_swap_comes_first() -> None:
    index = TermIndex(
        (
            concept("dam", ("en", "dam", PREFERRED)),
            concept("stance", ("en", "river stance", PREFERRED), related=("policy",)),
            concept("weir", ("en", "weir", PREFERRED), ("en", "barrage", ADMITTED)),
            concept("policy", ("en", "river policy", PREFERRED)),
        )
    )
    base = document("b", "en", ["x", "A dam, a dam. The river stance.", "The weir."])
    version = document("v", "en", ["x", "The river policy.", "The barrage."])
    found = usage((base, version), (index, index))
    assert [u.concept.id for u in found] == ["stance", "policy", "weir", "dam"]
    kin = relatives(found)
    assert [u.concept.id for u in kin["stance"]] == ["policy"]
    assert [u.concept.id for u in kin["policy"]] == ["stance"]
    assert [r.term for r in instead(found[0], 1, kin["stance"])] == ["river policy"]
    assert instead(found[1], 1, kin["policy"]) == ()


def test_an_acronym_is_no_other_wording() -> None:
    assert not seen(BASE, ONE, TWO)["river-board"].differs
    other = document("x", "en", ["The water bureau."])
    assert seen(BASE, TWO, other)["river-board"].differs


def test_each_document_has_the_statuses_of_its_house() -> None:
    terms = (Term("堤坝", "zh", PREFERRED), Term("levee", "en", DEPRECATED), Term("embankment", "en", PREFERRED))
    house = TermIndex((replace(CONCEPTS[0], terms=terms), *CONCEPTS[1:]))
    (use, *_) = usage((BASE, ONE, TWO), (INDEX, house, INDEX))
    assert [r.status for r in use.documents[1]] == [DEPRECATED, PREFERRED]
    assert [r.status for r in use.documents[2]] == [ADMITTED]


def test_a_term_runs_over_the_end_of_a_segment_within_a_paragraph() -> None:
    broken = paragraph("p", "en", "It was the water resources", "bureau that knew of the water", "bureau.")
    (use,) = usage((broken,), (INDEX,))
    assert counted(use) == [{"water resources bureau": 1, "water bureau": 1}]
    places = [p for r in use.documents[0] for p in r.places]
    assert [(p.segments, p.text) for p in places] == [
        ((0, 1), "water resources bureau"),
        ((1, 2), "water bureau"),
    ]
    for place in places:
        assert place.span.of(" ".join(broken.segments[i].text for i in place.segments)) == place.text


def test_a_sentence_end_or_a_paragraph_parts_words() -> None:
    assert not usage((paragraph("p", "en", "He has water.", "Bureau chiefs came."),), (INDEX,))
    assert not usage((document("d", "en", ["A heading on water", "bureau chiefs"], title=False),), (INDEX,))


def test_the_longer_term_over_the_border_takes_the_shorter_inside() -> None:
    index = TermIndex(
        (
            concept("board", ("en", "water board", PREFERRED)),
            concept("head", ("en", "water board head", PREFERRED)),
        )
    )
    use = usage((paragraph("p", "en", "He is the water board", "head."),), (index,))
    assert [(u.concept.id, u.count) for u in use] == [("head", 1)]


def test_words_of_two_concepts_go_to_the_one_named_plainly() -> None:
    index = TermIndex(
        (
            concept("bank", ("en", "bank", PREFERRED), ("en", "money house", PREFERRED)),
            concept("shore", ("en", "bank", PREFERRED), ("en", "riverside", PREFERRED)),
        )
    )
    found = seen(document("d", "en", ["The riverside.", "The bank."]), index=index)
    assert {i: counted(u) for i, u in found.items()} == {"shore": [{"riverside": 1, "bank": 1}]}


def test_no_terms_no_usage() -> None:
    assert usage((BASE, ONE), (TermIndex(), TermIndex())) == ()
    assert usage((document("e", "en", []),), (INDEX,)) == ()
