"""The bundled term base: it loads, nests rightly, contradicts nothing, and its words stand apart from others."""

from __future__ import annotations

import csv
import re
from itertools import combinations
from pathlib import Path

import pytest

from aligner.model import Concept, TermStatus
from aligner.plugins import resource
from aligner.terms import bundled, problems, remarks
from aligner.terms.files import tbx, tbx_writer
from aligner.terms.matching import TermIndex

BASE = bundled()
INDEX = TermIndex(BASE)
BY_ID = {concept.id: concept for concept in BASE}
LANGUAGES = ("zh", "ko", "en")

SHARED = {
    ("ko", "공동성명"): {"joint-communique", "joint-statement"},
    ("ko", "전면적 전략 협력 동반자 관계"): {
        "comprehensive-strategic-cooperative-partnership",
        "partnership-of-coordination",
    },
    ("zh", "停战协议"): {"armistice", "ceasefire"},
    ("zh", "停战"): {"armistice", "ceasefire"},
    ("ko", "휴전협정"): {"armistice", "ceasefire"},
    ("ko", "휴전"): {"armistice", "ceasefire"},
}
"""Words that mean two things: the context decides, not the term base."""


def found(text: str, lang: str) -> list[str]:
    """The ids of the concepts that a text has, in order."""
    return [match.concept.id for match in INDEX.find(text, lang)]


def test_its_size_and_origin() -> None:
    assert 200 <= len(BASE) <= 400
    assert {c.origin for c in BASE} == {"china.tbx"}


def test_it_survives_its_own_writer() -> None:
    text = tbx_writer.write(BASE, title="again")
    assert tbx.read(text.encode(), "china.tbx") == BASE


def test_the_file_is_laid_out_as_the_writer_writes_it() -> None:
    """So that a change by hand and one by program look the same in a comparison of versions."""
    path = resource("aligner.terms", "data", "china.tbx")
    text = path.read_text(encoding="utf-8")
    title = re.search("<title>(.*)</title>", text)
    assert title
    assert text == tbx_writer.write(BASE, title=title[1])


def test_only_the_words_named_above_are_shared() -> None:
    assert problems(BASE) == ()
    told = remarks(BASE)
    assert len(told) == len(SHARED)
    assert all(any(f"field {lang}: {word!r} is " in line for line in told) for lang, word in SHARED)
    for (lang, word), concepts in SHARED.items():
        readings = INDEX.readings(word, lang)
        assert [{m.concept.id for m in place} for place in readings] == [concepts]


@pytest.mark.parametrize("concept", BASE, ids=lambda c: str(c.id))
def test_each_concept_is_whole(concept: Concept) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", concept.id)
    assert concept.subject
    assert not concept.note or re.search(r"\w[)\"]?\.$", concept.note)
    for text in (concept.note, concept.source):
        assert text is None or text == " ".join(text.split())
    for language in LANGUAGES:
        terms = concept.in_language(language)
        assert any(t.status.accepted for t in terms), language
        assert sum(t.status is TermStatus.PREFERRED for t in terms) <= 1, language
    assert {t.lang for t in concept.terms} == set(LANGUAGES)


def test_what_is_uncertain_or_without_a_preferred_term_says_so() -> None:
    """A reader must learn why the term base takes no side."""
    silent = [
        c.id
        for c in BASE
        if not c.note
        and (
            c.uncertain or any(not _has_preferred(c, language) for language in LANGUAGES) or c.severity is not None
        )
    ]
    assert silent == []


def _has_preferred(concept: Concept, language: str) -> bool:
    return any(t.status is TermStatus.PREFERRED for t in concept.in_language(language))


def test_related_concepts_name_each_other() -> None:
    one_sided = [(c.id, other) for c in BASE for other in c.related if c.id not in BY_ID[other].related]
    assert one_sided == []
    assert all(c.id not in c.related for c in BASE)


def test_nothing_accepted_is_rejected_elsewhere() -> None:
    """But for related concepts, where the rejected word is the accepted word of the other one."""
    clashes = []
    for one, other in combinations(BASE, 2):
        both = {(t.lang, t.text.lower()): t.status.accepted for t in one.terms}
        differ = [t.text for t in other.terms if both.get((t.lang, t.text.lower())) is (not t.status.accepted)]
        if differ and other.id not in one.related:
            clashes.append((one.id, other.id, differ))
    assert clashes == []


def test_every_term_is_found_by_itself() -> None:
    """No guard shuts out its own term, and no other term takes its place."""
    lost = [
        (c.id, t.text)
        for c in BASE
        for t in c.terms
        if not t.context
        and not any(
            m.concept.id == c.id and m.term.text == t.text
            for place in INDEX.readings(t.text, t.lang)
            for m in place
        )
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("lang", "text", "concepts"),
    [
        ("zh", "中美三个联合公报", ["three-communiques"]),
        ("zh", "维护核心利益和重大关切", ["core-interests-concerns"]),
        ("zh", "中共中央总书记", ["general-secretary"]),
        ("zh", "中共中央", ["cpc-central-committee"]),
        ("zh", "两岸关系", ["cross-strait-relations"]),
        ("zh", "朝鲜半岛无核化", ["denuclearization-peninsula"]),
        ("zh", "朝鲜战争", ["korean-war"]),
        ("zh", "朝鲜族", ["ethnic-koreans"]),
        ("zh", "第十五个五年规划", ["plan-15"]),
        ("zh", "习近平新时代中国特色社会主义思想", ["xi-thought"]),
        ("zh", "中华人民共和国", ["prc"]),
        ("zh", "中英联合声明", ["sino-british-declaration"]),
        ("zh", "美国国务院", ["us-state-department"]),
        ("zh", "大韩民国临时政府", ["provisional-government"]),
        ("zh", "台湾地区领导人", ["taiwan-leader"]),
        ("zh", "台湾海峡和平与稳定", ["strait-peace"]),
        ("zh", "尊重一个中国的立场", ["one-china-position"]),
        ("zh", "臺灣海峽和平與穩定", ["strait-peace"]),
        ("zh", "乙支自由护盾", ["ulchi-freedom-shield"]),
        ("zh", "关税同盟", ["customs-union"]),
        ("zh", "全面禁止核试验条约", ["test-ban-treaty"]),
        ("zh", "民主权利", ["democratic-rights"]),
        ("ko", "미중 3대 코뮈니케", ["three-communiques"]),
        ("ko", "핵심 이익과 중대 관심사", ["core-interests-concerns"]),
        ("ko", "양안 관계", ["cross-strait-relations"]),
        ("ko", "북한 비핵화", ["denuclearization-dprk"]),
        ("ko", "한국전쟁", ["korean-war"]),
        ("ko", "제15차 5개년 계획", ["plan-15"]),
        ("ko", "대한민국 임시정부", ["provisional-government"]),
        ("ko", "대만해협의 평화와 안정", ["strait-peace"]),
        ("ko", "동중국해와 남중국해", ["east-china-sea", "south-china-sea"]),
        ("ko", "한미상호방위조약", ["mutual-defense-treaty"]),
        ("en", "the People's Republic of China", ["prc"]),
        ("en", "the Republic of Korea", ["rok"]),
        ("en", "the comprehensive strategic partnership of coordination", ["partnership-of-coordination"]),
        ("en", "an all-weather strategic cooperative partnership", ["all-weather-partnership"]),
        ("en", "peace and stability across the Taiwan Strait", ["strait-peace"]),
        ("en", "denuclearization of the Korean Peninsula", ["denuclearization-peninsula"]),
        ("en", "the War to Resist US Aggression and Aid Korea", ["resist-us-aid-korea"]),
        ("en", "the Sino-British Joint Declaration", ["sino-british-declaration"]),
        ("en", "opposition to “Taiwan independence”", ["opposes-taiwan-independence"]),
        ("en", "Politburo Standing Committee", ["politburo-standing-committee"]),
        ("en", "the 15th Five-Year Plan", ["plan-15"]),
        ("en", "Qinghai-Tibet Plateau", ["qinghai-tibet"]),
    ],
)
def test_the_longest_term_is_the_one_that_counts(lang: str, text: str, concepts: list[str]) -> None:
    assert found(text, lang) == concepts


@pytest.mark.parametrize(
    ("lang", "concept", "others", "own"),
    [
        ("zh", "human-rights", ["公民的个人权利"], "人权问题"),
        ("zh", "internal-affairs", ["国内政治局势"], "内政和外交的分工"),
        ("zh", "sovereignty", ["企业的自主权扩大"], "主权不容侵犯"),
        ("zh", "tariff", ["有关税收的规定"], "提高关税"),
        ("zh", "treaty", ["一条约三公里长的路", "一条约3公里长的路"], "双方签署条约"),
        ("zh", "thaad", ["叙利亚总统阿萨德"], "部署萨德系统"),
        ("zh", "sea-of-japan", ["日本海上自卫队的舰只"], "导弹落入日本海"),
        ("zh", "east-china-sea", ["山东海域的渔船"], "东海油气田"),
        ("zh", "south-china-sea", ["在中南海举行会谈", "越南海军"], "南海问题"),
        ("zh", "rok", ["韩国瑜出席活动"], "韩国总统"),
        ("zh", "dprk", ["会说朝鲜语"], "朝鲜发射导弹"),
        ("zh", "reunification", ["统一标准和口径"], "两岸和平统一进程之外，祖国统一是目标"),
        ("zh", "cross-strait", ["长江两岸的城市"], "两岸交流"),
        ("zh", "unification-ministry", ["统一部署警力"], "韩国统一部表示"),
        ("zh", "foreign-minister", ["对外长期开放"], "两国外长通电话"),
        ("zh", "special-envoy", ["一项独特使命"], "总统特使抵达"),
        ("zh", "prc-state-council", ["美国国务院发言人"], "国务院常务会议"),
        ("ko", "internal-affairs", ["장관에 내정된 인사", "신임 사장 내정자로 알려졌다"], "내정에 관여하지 않는다"),
        ("ko", "official-visit", ["비공식 방문이었다"], "공식 방문이었다"),
        ("ko", "median-line", ["중간선거 결과"], "대만해협의 중간선을 넘었다"),
        ("ko", "reunification", ["남북통일과 중국의 역할"], "중국은 대만과의 통일을 말했다"),
        ("ko", "sea-of-japan", ["동해안 산불"], "동해로 발사했다"),
        ("ko", "partner", ["파트너십을 강화했다"], "파트너로 본다"),
        ("ko", "ally", ["비동맹국 회의"], "동맹국과 협의했다"),
        ("en", "cheong-wa-dae", ["a blue house by the sea"], "said the Blue House"),
        ("en", "recognizes-government", ["she recognized the song"], "recognized it as the sole legal government"),
        (
            "en",
            "reunification",
            ["German reunification in 1990, China said"],
            "reunification of Taiwan with the mainland",
        ),
        ("en", "fukushima-treated", ["treated water from the plant in Ohio"], "treated water from Fukushima"),
        ("en", "quad", ["the quad of the college"], "the leaders of the Quad"),
        ("en", "two-sessions", ["two sessions of talks"], "the two sessions in Beijing"),
    ],
)
def test_words_that_look_alike_stand_apart(lang: str, concept: str, others: list[str], own: str) -> None:
    assert [text for text in others if concept in found(text, lang)] == []
    assert concept in found(own, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The party leader went to Seoul for the summit; both sides met the press on the mainland."),
        ("en", "She is the president of a trade association and a partner in a law firm."),
        ("ko", "그는 본토에서 열린 회의에 참석한 지도자이다."),
        ("zh", "他在大陆工作，双方领导人在北京会面，新时代的青年。"),
    ],
)
def test_common_words_are_left_out(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_nesting_of_the_facts(shared: Path) -> None:
    """The inner term of a listed pair is not found inside the outer one, where the term base has the outer one."""
    with (shared / "terms" / "nesting.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    seen = 0
    for row in rows:
        matches = INDEX.find(row["outer"], row["lang"])
        whole = [m for m in matches if m.span.stop - m.span.start == len(row["outer"])]
        seen += bool(whole)
        assert not whole or len(matches) == 1, row
    assert seen >= 60


def test_the_facts_are_there(shared: Path) -> None:
    """Each concept of the facts has an entry, but for common words and names of persons and places."""
    left_out = {"new_era", "lee_jae_myung", "xinjiang"}
    with (shared / "terms" / "concepts.csv").open(encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["concept_id"] not in left_out]
    around = {"recognize_acknowledge": "唯一合法政府", "prc": "中华人民共和国", "reunification": "台湾"}
    missing = [
        r["concept_id"]
        for r in rows
        if not any(found(f"{term}{around.get(r['concept_id'], '')}", "zh") for term in r["zh"].split("|"))
    ]
    assert set(missing) <= {"china_rok_order", "china_us_order"}


def test_no_sentence_of_the_first_texts_stands_in_it(shared: Path) -> None:
    text = resource("aligner.terms", "data", "china.tbx").read_text(encoding="utf-8").lower()
    seeds = "\n".join(p.read_text(encoding="utf-8") for p in sorted((shared / "seeds").iterdir()))
    sentences = {s.strip().lower() for s in re.split(r"[.!?\n]", seeds) if len(s.split()) >= 8}
    assert sentences
    assert not [s for s in sentences if s in text]


def test_severity_and_doubt_are_rare() -> None:
    """The default of the checks is right nearly everywhere; what is uncertain is little."""
    assert sum(c.severity is not None for c in BASE) <= len(BASE) // 20
    assert sum(c.uncertain for c in BASE) <= len(BASE) // 10
