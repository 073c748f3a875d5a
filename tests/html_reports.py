"""Reports made by hand for the tests of the page: invented texts, every kind of finding, and hostile ones."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from typing import Any

from aligner.model import (
    Alignment,
    Bead,
    Block,
    Document,
    Failure,
    Finding,
    Place,
    Provenance,
    Report,
    Role,
    Score,
    Segment,
    Severity,
    Span,
)
from aligner.model.collation import collate

CRITICAL, MAJOR, MINOR, NEUTRAL = Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL
Line = str | tuple[Role, str] | tuple[Role, str, str]


def document(name: str, lang: str, lines: Sequence[Line], **more: Any) -> Document:
    """A document of one segment a line; a line may carry a role and a speaker."""
    blocks: list[Block] = []
    segments: list[Segment] = []
    for line in lines:
        role, text, speaker = (*line, None)[:3] if isinstance(line, tuple) else (Role.BODY, line, None)
        assert isinstance(role, Role)
        label = f"{speaker}: " if speaker and (not blocks or blocks[-1].speaker != speaker) else ""
        blocks.append(Block(role, str(text), speaker, label))
        if role.aligned:
            place = Span(0, len(str(text)))
            segments.append(Segment(len(segments), str(text), place, len(blocks) - 1, role, speaker))
    digest = hashlib.sha256("\n".join(b.text for b in blocks).encode("utf-8", "surrogatepass")).hexdigest()
    more = {"path": f"texts/{name}.txt", "sha256": digest, **more}
    return Document(name, lang, tuple(blocks), tuple(segments), **more)


def aligned(base: Document, version: Document, beads: str) -> Alignment:
    """An alignment from "0:0 1,2:1 3: :2"."""
    found = []
    for bead in beads.split():
        left, right = (tuple(int(i) for i in side.split(",") if i) for side in bead.split(":"))
        found.append(Bead(left, right, 0.9 if left and right else None))
    alignment = Alignment(base.id, version.id, tuple(found), "anchors", True)
    alignment.verify(len(base.segments), len(version.segments))
    return alignment


def place(doc: Document, segments: Sequence[int], words: str | None) -> Place | None:
    """Where some words stand in segments of a document."""
    if words is None or not segments:
        return None
    text = " ".join(doc.segments[i].text for i in segments)
    start = text.index(words)
    return Place(doc.id, tuple(segments), Span(start, start + len(words)), words)


def finding(
    alignment: Alignment,
    base: Document,
    version: Document,
    bead: int,
    check: str,
    severity: Severity,
    message: str,
    words: tuple[str | None, str | None],
    suggestion: str | None = None,
    **evidence: Any,
) -> Finding:
    """A finding on a bead, its spans given by their words."""
    sides = alignment.beads[bead]
    places = place(base, sides.base, words[0]), place(version, sides.version, words[1])
    key = f"{check}/{base.id}/{version.id}/{bead}/{words}/{message}"
    name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    category = {"number": "accuracy/mistranslation", "omission": "accuracy/omission"}.get(check, "accuracy")
    return Finding(
        name,
        check,
        category,
        severity,
        version.id,
        bead,
        message,
        *places,
        suggestion=suggestion,
        evidence=evidence,
    )


def report(
    documents: Sequence[Document],
    alignments: Sequence[Alignment],
    findings: Sequence[Finding] = (),
    scores: Sequence[Score] = (),
    failures: Sequence[Failure] = (),
    unchecked: Sequence[str] = (),
) -> Report:
    """A whole report of these parts."""
    return Report(
        documents=tuple(documents),
        alignments=tuple(alignments),
        collation=collate(documents[0], alignments),
        findings=tuple(findings),
        scores=tuple(scores),
        failures=tuple(failures),
        provenance=Provenance("0.1.0", "3.13.5", "aligner score base.txt a.txt b.txt", ("house.tsv",), 0.5),
        unchecked=tuple(unchecked),
    )


HARBOUR: list[Line] = [
    (Role.TITLE, "临港市公布渡轮改造计划"),
    (Role.BYLINE, "本报记者 温若溪"),
    "临港市交通局5日宣布，将投资3.6亿元改造全市渡轮。",
    "首批12艘电动渡轮将于明年9月投入运营。",
    (Role.BODY, "我们不会提高票价。", "局长杜明远"),
    (Role.BODY, "但如果客流继续下降，部分航线可能减少班次。", "局长杜明远"),
    "去年全市渡轮客运量为约840万人次，同比下降7%。",
    "居民代表林秋月表示，夜间航线必须保留。",
    "记者问及裁员计划，局长拒绝评论。",
    "改造工程的环境评估报告将于3月31日公布。",
    "市议会将在4月表决预算。",
    (Role.CAPTION, "一艘渡轮停靠在东码头。"),
    (Role.FURNITURE, "分享到"),
]
HARBOUR_A: list[Line] = [
    (Role.TITLE, "Lingang city announces ferry renewal plan"),
    "Lingang's transport bureau announced on the 5th that it will invest 360 million yuan in renewing the ferries.",
    "The first 12 electric ferries will enter service in September next year.",
    (Role.BODY, "We will not raise fares.", "Bureau chief Du Mingyuan"),
    (
        Role.BODY,
        "But if passenger numbers keep falling, some routes may run less often.",
        "Bureau chief Du Mingyuan",
    ),
    "Last year the ferries carried about 8.4 million passengers, down 7 percent from a year earlier.",
    "Residents' representative Lin Qiuyue said the night routes must be kept.",
    "Asked about job cuts, the bureau chief declined to comment.",
    "The environmental assessment of the work will be published on March 31.",
    "The city council will vote on the budget in April.",
]
HARBOUR_B: list[Line] = [
    (Role.TITLE, "Ferry fares safe, city vows"),
    "Lingang will spend 3.6 billion yuan on its ferries, and the first 12 electric boats sail next September.",
    (Role.BODY, "We will raise fares,", "Du Mingyuan"),
    (Role.BODY, "and if numbers fall some routes will run less often.", "Du Mingyuan"),
    "Last year the boats carried more than 8.4 million people.",
    "Resident Lin Qiuyu said the night routes should be kept.",
    "Asked about job cuts, he did not rule them out.",
    "Shop owners on the quay welcomed the plan.",
    (Role.FURNITURE, "Leave a comment"),
    (Role.FURNITURE, "Your address will not be shown"),
]


def harbour() -> Report:
    """A Chinese base with two English versions: one nearly complete, one condensed and at fault."""
    base = document("harbour", "zh-Hans", HARBOUR, outlet="Lingang Daily", date=datetime.date(2026, 2, 5))
    a = document("harbour-a", "en", HARBOUR_A, outlet="Lingang Daily in English", date=datetime.date(2026, 2, 6))
    b = document("harbour-b", "en", HARBOUR_B, outlet="Quayside Post")
    first = aligned(base, a, "0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9")
    second = aligned(base, b, "0:0 1,2:1 3:2 4:3 5:4 6:5 7:6 :7 8: 9:")

    def on_b(bead: int, *rest: Any, **more: Any) -> Finding:
        return finding(second, base, b, bead, *rest, **more)

    findings = [
        finding(
            first, base, a, 1, "date", NEUTRAL, "The version leaves the month to the reader.", ("5日", "the 5th")
        ),
        finding(
            first,
            base,
            a,
            6,
            "name",
            MINOR,
            "The title is rendered loosely.",
            ("居民代表", "Residents' representative"),
            "residents' delegate",
            concept="delegate",
        ),
        on_b(
            1,
            "number",
            CRITICAL,
            "The base says 3.6亿元 (360 million yuan), the version 3.6 billion: ten times as much.",
            ("3.6亿元", "3.6 billion yuan"),
            "360 million yuan",
            base_value=3.6e8,
            version_value=3.6e9,
            confidence=0.97,
        ),
        on_b(
            2,
            "negation",
            CRITICAL,
            "The base rules it out, the version says it will happen.",
            ("不会提高票价", "will raise fares"),
            "will not raise fares",
        ),
        on_b(
            3, "modality", MAJOR, "What may happen in the base will happen in the version.", ("可能", "will"), "may"
        ),
        on_b(
            4,
            "number",
            MAJOR,
            "“About” became “more than”.",
            ("约840万人次", "more than 8.4 million people"),
            "about 8.4 million",
        ),
        on_b(
            5, "name", MINOR, "The name is spelt otherwise than in the base.", ("林秋月", "Lin Qiuyu"), "Lin Qiuyue"
        ),
        on_b(5, "modality", MAJOR, "“Must” became “should”.", ("必须", "should"), "must"),
        on_b(
            6,
            "attribution",
            MAJOR,
            "The base declines to comment; the version reports a hint.",
            ("拒绝评论", "did not rule them out"),
            "declined to comment",
        ),
        on_b(
            7,
            "addition",
            MINOR,
            "Nothing in the base answers this.",
            (None, "Shop owners on the quay welcomed the plan."),
            weight=0.4,
        ),
        on_b(
            8,
            "omission",
            MAJOR,
            "The passage is not in this version.",
            ("改造工程的环境评估报告将于3月31日公布。", None),
            weighty=["a date", "names a report"],
            weight=0.8,
        ),
        on_b(
            9,
            "omission",
            MINOR,
            "The passage is not in this version.",
            ("市议会将在4月表决预算。", None),
            weight=0.2,
        ),
    ]
    scores = [
        Score("harbour-b", "chrf", 38.74, None, "nrefs:1|version:2.4.3", "harbour-a", (31.2, 45.9)),
        Score("harbour-b", "coverage-sentences", 0.778, None, "coverage:passages", "harbour"),
        Score("harbour-a", "mystery", 3.0, True, "mystery:1", "harbour"),
    ]
    failures = [Failure("check", "unit", "harbour-b", "ValueError: no unit <b>here</b>")]
    unchecked = ["Terminology in language 'zh' was not checked: no term base holds it."]
    return report([base, a, b], [first, second], findings, scores, failures, unchecked)


def council(cut: bool = True) -> Report:
    """An English base with one condensed English version: word differences, and a long run left out."""
    lines: list[Line] = [(Role.TITLE, "Council keeps the market hall open")]
    lines += ["The council voted on Monday to keep the old market hall open for nearly two years."]
    lines += [f"Speaker number {i} told the meeting about stall {i} and its history." for i in range(1, 31)]
    lines += ["Traders called it a window of hope for the quarter."]
    base = document("council", "en", lines)
    version = document(
        "council-short",
        "en",
        [
            "The council voted on Monday to keep the old market hall open for around two years.",
            "Traders called it a “window of hope” for the quarter.",
        ],
    )
    middle = " ".join(f"{i}:" for i in range(2, 32))
    alignment = aligned(base, version, f"0: 1:0 {middle} 32:1")
    found = [
        finding(
            alignment,
            base,
            version,
            1,
            "number",
            NEUTRAL,
            "“Nearly” became “around”.",
            ("nearly two", "around two"),
        ),
        finding(
            alignment,
            base,
            version,
            32,
            "quotation",
            MINOR,
            "Words of the base gained quotation marks.",
            ("window of hope", "“window of hope”"),
        ),
    ]
    found += [
        finding(
            alignment,
            base,
            version,
            1 + i,
            "omission",
            MINOR,
            "The passage is not in this version.",
            (f"Speaker number {i} told the meeting about stall {i} and its history.", None),
            **(dict[str, Any](weighty=["a number"], weight=0.5) if i % 10 == 0 else {}),
        )
        for i in range(1, 31)
    ]
    return report([base, version], [alignment], found if cut else [])


def quiet() -> Report:
    """One version, no finding at all."""
    base = document("quiet", "ko", [(Role.TITLE, "도서관 새로 문 열어"), "도서관이 월요일에 문을 열었다."])
    version = document("quiet-en", "en", [(Role.TITLE, "Library opens"), "The library opened on Monday."])
    return report([base, version], [aligned(base, version, "0:0 1:1")])


def many(count: int = 5) -> Report:
    """A Japanese base with many versions in several languages."""
    base = document("many", "ja", ["雨が降った。", "川があふれた。", "けが人はいない。"])
    tongues = ["en", "zh-Hant", "ko", "en", "de", "fr", "en"]
    rain = {"en": "It rained.", "zh-Hant": "下雨了。", "ko": "비가 왔다.", "de": "Es regnete.", "fr": "Il a plu."}
    versions = [document(f"many-{n}", tongues[n], [rain[tongues[n]], f"({n}) + 2"]) for n in range(count)]
    alignments = [aligned(base, v, "0:0 1:1 2:") for v in versions]
    found = [
        finding(
            al, base, v, 2, "omission", MAJOR, "The passage is not in this version.", ("けが人はいない。", None)
        )
        for al, v in zip(alignments, versions, strict=True)
    ]
    return report([base, *versions], alignments, found)


EVIL = (
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=2</script>",
    "<img src=x onerror='window.hacked=3'>{{ 7*7 }}{% raw %}",
    "\u202eright to left override \u2066 isolate without end",
    "A" * 10_000,
    "nul \x00 and lone \ud800 and \x1b[31m",
    "]]> <!-- --> &amp; \"quotes\" 'single'",
    "שלום עולם, hello",
)


def hostile() -> Report:
    """Texts, names and messages that try to run, to hide, or to break the page."""
    evil = "</script><script>window.hacked=4</script>"
    base = document("evil", "en", [(Role.TITLE, EVIL[1]), *EVIL, (Role.FURNITURE, evil)], outlet=evil)
    version = document(
        "evil-b\"'><script>", "en", [evil, *EVIL[:7]], outlet="javascript:alert(1)", path="/tmp/<script>.txt"
    )
    alignment = aligned(base, version, "0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:")
    found = [
        finding(
            alignment,
            base,
            version,
            bead,
            f"check-{bead}",
            MAJOR,
            f"Message {evil} \u202e {EVIL[2]}",
            (base.segments[bead].text[:20], version.segments[bead].text[:20]),
            evil,
            **{evil: [evil, {"k": evil}]},
        )
        for bead in range(8)
    ]
    found.append(
        finding(alignment, base, version, 8, "omission", MAJOR, evil, (EVIL[7], None), weighty=[evil], weight=1)
    )
    failures = [Failure("metric", evil, version.id, evil)]
    scores = [Score(version.id, evil, 1.0, None, evil)]
    return report([base, version], [alignment], found, scores, failures, [evil, "{{ evil }}"])
