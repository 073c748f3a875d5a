"""The Terms tab in a browser, and reports on one text alone: places, filter, hash, keyboard, width, print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import term_reports as made

if TYPE_CHECKING:
    from chromium import Opened

pytest_plugins = ("chromium",)


def wide(page: Any) -> int:
    found: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found


def shown(page: Any) -> list[str]:
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.use')].filter(u => u.checkVisibility()).map(u => u.id)"
    )
    return found


def test_a_wording_opens_its_places_and_they_lead_to_the_text(opened: Opened) -> None:
    page = opened(made.on_terms(2), "#terms")
    dyke = page.locator(".wording.deprecated >> nth=0")
    assert not dyke.locator(".spots").is_visible()
    dyke.locator("summary").click()
    assert "The dyke will be strengthened" in dyke.locator(".spots").inner_text()
    dyke.locator(".spots a").click()
    page.wait_for_function("!document.getElementById('read').hasAttribute('hidden')")
    assert page.url.endswith("#r2")
    assert page.locator("#r2").is_visible()


def test_the_keyboard_reaches_places(opened: Opened) -> None:
    page = opened(made.on_terms(2), "#terms")
    page.locator(".wording > summary >> nth=0").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.spots') !== null")


def test_the_filter_is_in_the_hash(opened: Opened) -> None:
    report = made.on_terms(1, concepts=3)
    differing = [f"t{n}" for n, use in enumerate(report.usage) if use.differs]
    page = opened(made.on_terms(2, concepts=3), "#terms")
    assert len(shown(page)) == 7
    page.select_option("#which", "rejected")
    assert shown(page) == ["t0", "t1"]
    assert page.url.endswith("#terms~terms=rejected")
    assert page.inner_text("#shown-terms") == "2 concepts"
    page.reload()
    assert page.input_value("#which") == "rejected"
    assert shown(page) == ["t0", "t1"]
    page.goto(page.url.split("#")[0] + "#terms~terms=differs")
    page.reload()
    assert set(shown(page)) >= set(differing)
    page.goto(page.url.split("#")[0] + "#terms~terms=nonsense")
    page.reload()
    assert len(shown(page)) == 7


def test_a_link_to_a_concept_opens_the_fold_and_drops_the_filter(opened: Opened) -> None:
    page = opened(made.on_terms(1, concepts=70), "#terms~terms=rejected")
    assert shown(page) == []
    page.evaluate("location.hash = 't70'")
    page.wait_for_function("document.getElementById('t70').checkVisibility()")
    assert page.input_value("#which") == ""
    assert page.locator("#terms .rest[open]").count() == 1


@pytest.mark.parametrize("width", [390, 900, 1280])
@pytest.mark.parametrize("versions", [1, 2, 5, 12])
def test_only_the_table_scrolls(opened: Opened, versions: int, width: int) -> None:
    page = opened(made.on_terms(versions), "#terms", width=width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert wide(page) <= 0
    inside = page.evaluate("(m => m.scrollWidth - m.clientWidth)(document.querySelector('.matrix'))")
    assert (inside > 0) == (versions >= 5 and width > 760 and (versions > 5 or width < 1280))
    if versions >= 5:
        assert page.get_attribute(".matrix", "tabindex") == "0"


def test_twelve_versions_fit_the_other_tabs_of_a_phone(opened: Opened) -> None:
    page = opened(made.on_terms(12), "#read", width=390)
    assert wide(page) <= 0
    page.evaluate("location.hash = 'first'")
    page.wait_for_function("!document.getElementById('first').hasAttribute('hidden')")
    assert wide(page) <= 0


def test_cards_on_a_phone_name_their_texts(opened: Opened) -> None:
    page = opened(made.on_terms(2), "#terms", width=390)
    assert page.locator("#t0 .tag >> nth=1").is_visible()
    assert not page.locator(".matrix thead").is_visible()
    assert page.locator("#t0 td >> nth=2").inner_text().startswith("Version B")


def test_all_is_there_without_javascript(opened: Opened) -> None:
    page = opened(made.on_terms(2), java_script_enabled=False)
    assert not page.locator("#which").is_visible()
    page.locator(".wording > summary >> nth=0").click()
    assert page.locator(".wording .spots >> nth=0").is_visible()
    assert page.locator("text=Wordings no term base lists").is_visible()


def test_print_has_the_matrix(opened: Opened) -> None:
    for versions in (2, 12):
        page = opened(made.on_terms(versions))
        page.emulate_media(media="print")
        assert page.locator("#t0").is_visible()
        assert not page.locator("#which").is_visible()
        page.set_viewport_size({"width": 700, "height": 1000})
        assert wide(page) <= 0


@pytest.mark.parametrize("width", [390, 1280])
def test_one_text_alone(opened: Opened, width: int) -> None:
    page = opened(made.alone(), width=width)
    for tab in ("first", "read", "terms", "about"):
        page.evaluate("tab => { location.hash = tab }", tab)
        page.wait_for_function("tab => !document.getElementById(tab).hasAttribute('hidden')", arg=tab)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert wide(page) <= 0
    page.evaluate("location.hash = 'read'")
    page.wait_for_function("!document.getElementById('read').hasAttribute('hidden')")
    assert page.locator("#read .row[id]:visible").count() == len(made.alone().base.segments)
    assert page.evaluate("getComputedStyle(document.getElementById('read')).getPropertyValue('--columns')") == "1"
    page.keyboard.press("j")
    assert page.locator(".note[aria-current]").count() == 1


def test_a_finding_between_versions_leads_to_both(opened: Opened) -> None:
    page = opened(made.crossing())
    page.click("#c-between .quote a")
    page.wait_for_function("!document.getElementById('read').hasAttribute('hidden')")
    assert page.url.endswith("#r4")
    assert page.locator("#r4 .mark").count() == 2
    page.click("#r4 .mark >> nth=0")
    assert page.locator("#n-between[aria-current]").is_visible()


def test_a_strangers_entries_do_not_run(opened: Opened) -> None:
    page = opened(made.hostile_terms(), "#terms")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("window.hacked") is None
    assert page.locator("script").count() == 2
