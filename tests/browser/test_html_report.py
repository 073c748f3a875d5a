"""The page in a browser: tabs, keys, hash, review, filters; without JavaScript; printed; narrow; under attack."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html_reports as made
import pytest

from aligner.model import Severity

if TYPE_CHECKING:
    from chromium import Opened

pytest_plugins = ("chromium",)

SHOWN = "id => document.getElementById(id).firstElementChild.checkVisibility()"


def shown(page: Any, *names: str) -> list[bool]:
    return [page.evaluate(SHOWN, name) for name in names]


def current(page: Any) -> str | None:
    element = page.query_selector("[aria-current=true]")
    return element.get_attribute("id") if element else None


def wide(page: Any) -> int:
    found: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found


def press(page: Any, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_one_tab_at_a_time(opened: Opened) -> None:
    page = opened(made.harbour())
    assert shown(page, "first", "read", "about") == [True, False, False]
    page.click("text=About")
    assert shown(page, "first", "read", "about") == [False, False, True]
    assert page.url.endswith("#about")
    page.go_back()
    assert shown(page, "first", "read", "about") == [True, False, False]


def test_a_link_opens_tab_finding_and_filters(opened: Opened) -> None:
    finding = made.harbour().findings[2]
    page = opened(made.harbour(), f"#n-{finding.id}~severity=25&state=open&without=a")
    assert shown(page, "first", "read") == [False, True]
    assert current(page) == f"n-{finding.id}"
    assert page.input_value("#severity") == "25"
    assert page.locator("#read .col[data-column=a]:visible").count() == 0
    notes = page.locator("#read .note:visible")
    assert notes.count() == 2
    assert all("critical" in notes.nth(n).get_attribute("class") for n in range(2))


def test_keys_move_through_findings(opened: Opened) -> None:
    page = opened(made.harbour())
    cards = [c.get_attribute("id") for c in page.query_selector_all(".card")]
    press(page, "jj")
    assert current(page) == cards[1]
    assert page.url.endswith(f"#{cards[1]}")
    press(page, "k")
    assert current(page) == cards[0]
    assert page.evaluate("document.activeElement.id") == cards[0]
    press(page, "k")
    assert current(page) == cards[0]


def test_keys_move_through_passages(opened: Opened) -> None:
    page = opened(made.harbour(), "#read")
    press(page, "nnn")
    assert page.locator(".row.here .no").inner_text() == "3"
    press(page, "p")
    assert page.locator(".row.here .no").inner_text() == "1–2"
    press(page, "j")
    assert current(page) is not None


def test_accept_dismiss_and_reload(opened: Opened) -> None:
    page = opened(made.harbour())
    first, second, third = [c.get_attribute("id") for c in page.query_selector_all(".card")][:3]
    press(page, "jajd")
    assert current(page) == third
    assert page.inner_text("#progress") == "2 of 8 reviewed"
    page.reload()
    states = [page.get_attribute(f"#{card}", "data-state") for card in (first, second, third)]
    assert states == ["accepted", "dismissed", ""]
    assert page.inner_text(f"#{first} .state") == "Accepted"
    note = second.replace("c-", "n-")
    assert page.get_attribute(f"#{note}", "data-state") == "dismissed"
    page.click(f"#{first} [data-do=accept]")
    assert page.get_attribute(f"#{first}", "data-state") == ""


def test_a_comment_is_kept_as_text(opened: Opened) -> None:
    page = opened(made.harbour())
    press(page, "jc")
    page.keyboard.type("ask <b>the desk</b> a j d")
    page.click("text=Save comment")
    page.reload()
    card = page.query_selector(".card")
    assert card.query_selector(".comment").inner_text() == "ask <b>the desk</b> a j d"
    assert card.query_selector(".comment b") is None


def test_a_review_goes_out_and_comes_back(opened: Opened, tmp_path: Path) -> None:
    page = opened(made.harbour())
    press(page, "jajd")
    page.click("nav >> text=Read")
    with page.expect_download() as waiting:
        page.click("#export")
    file = tmp_path / "review.json"
    waiting.value.save_as(file)
    review = json.loads(file.read_text(encoding="utf-8"))
    assert review["schema"] == "aligner-review/1"
    assert sorted(e["state"] for e in review["entries"]) == ["accepted", "dismissed"]
    assert {e["finding"] for e in review["entries"]} <= {f.id for f in made.harbour().findings}

    page.evaluate("localStorage.clear()")
    page.reload()
    assert page.inner_text("#progress") == "0 of 8 reviewed"
    page.set_input_files("#file", file)
    page.wait_for_function("document.getElementById('progress').textContent.startsWith('2')")
    assert page.inner_text("#toast") == "Review read: 2 findings"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no json", "no review"),
        ('{"schema":"aligner-review/1","entries":[{"finding":1}]}', "no review"),
        ('{"schema":"aligner-review/1","key":"other","entries":[]}', "other texts"),
    ],
)
def test_a_wrong_review_is_refused(opened: Opened, tmp_path: Path, content: str, said: str) -> None:
    page = opened(made.harbour(), "#read")
    file = tmp_path / "wrong.json"
    file.write_text(content, encoding="utf-8")
    page.set_input_files("#file", file)
    page.wait_for_function("document.getElementById('toast').textContent")
    assert said in page.inner_text("#toast")
    assert page.inner_text("#progress") == "0 of 8 reviewed"


def test_search_finds_passages_and_opens_folds(opened: Opened) -> None:
    page = opened(made.council())
    press(page, "/")
    page.keyboard.type("stall 17")
    assert page.locator("#read .row[id]:visible").count() == 1
    assert page.inner_text("#hits") == "One passage"
    assert "q=stall+17" in page.url
    page.keyboard.press("Escape")
    assert page.input_value("#q") == ""


def test_the_browsers_own_search_finds_what_is_folded(opened: Opened) -> None:
    page = opened(made.council())
    assert page.evaluate("getComputedStyle(document.getElementById('read')).contentVisibility") == "hidden"
    fold = page.locator("#read .fold")
    assert fold.get_attribute("open") is None
    assert "stall 17" in fold.evaluate("e => e.textContent")


def test_a_link_into_a_fold_opens_it(opened: Opened) -> None:
    page = opened(made.council())
    page.click(".passages a >> nth=0")
    assert page.locator("#read .fold[open]").count() == 1
    assert page.locator("#read .row:target").is_visible()


def test_filters_narrow_and_are_dropped_for_a_link(opened: Opened) -> None:
    page = opened(made.harbour(), "#read~rows=marked&severity=25")
    assert page.locator("#read .row[id]:visible").count() == 2
    minor = next(f for f in made.harbour().findings if f.check == "name" and f.document == "harbour-b")
    page.evaluate("id => { location.hash = id }", f"n-{minor.id}")
    page.wait_for_selector(f"#n-{minor.id}[aria-current=true]")
    assert page.input_value("#severity") == ""


def test_word_differences_can_be_switched_off(opened: Opened) -> None:
    page = opened(made.council(), "#read")
    underlined = "getComputedStyle(document.querySelector('#read .diff')).textDecorationLine"
    assert page.evaluate(underlined) == "underline"
    page.uncheck("#words")
    assert page.evaluate(underlined) == "none"
    assert page.url.endswith("~words=off")


def test_a_mark_leads_to_its_note(opened: Opened) -> None:
    page = opened(made.harbour(), "#read")
    page.click(".mark.critical >> nth=0")
    assert current(page) == "n-" + made.harbour().findings[2].id
    assert page.locator(".note[aria-current] [data-do=accept]").is_visible()


def test_the_list_of_keys(opened: Opened) -> None:
    page = opened(made.harbour())
    press(page, "?")
    assert page.locator("#keys").is_visible()
    press(page, "j")
    assert current(page) is None
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()


def test_modified_keys_belong_to_the_browser(opened: Opened) -> None:
    page = opened(made.harbour())
    page.keyboard.press("Control+j")
    assert current(page) is None


def test_everything_is_there_without_javascript(opened: Opened) -> None:
    page = opened(made.harbour(), java_script_enabled=False)
    for part in ("Read these first", "Left out of Version B", "Shop owners on the quay", "Limits of the method"):
        assert page.locator(f"text={part} >> nth=0").is_visible()
    for fold in page.locator(".quiet > summary").all():
        fold.click()
    assert page.locator(".note:visible").count() == len(made.harbour().findings)
    assert page.locator("button:visible").count() == 0


def test_print_shows_the_first_screen_and_no_controls(opened: Opened) -> None:
    page = opened(made.harbour(), "#read")
    press(page, "j")
    page.click("nav >> text=First look")
    press(page, "jd")
    page.click("nav >> text=Read")
    page.emulate_media(media="print")
    assert page.locator(".sentence >> nth=0").is_visible()
    assert page.locator(".card:visible").count() == 6
    for control in (".tabs", "#filters", ".tools", "#read .row"):
        assert page.locator(f"{control}:visible").count() == 0
    assert page.locator("text=The name is spelt otherwise >> nth=0").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["harbour", "council", "many", "hostile", "quiet"])
def test_nothing_is_wider_than_the_window(opened: Opened, name: str, width: int) -> None:
    page = opened(getattr(made, name)(), width=width)
    for tab in ("first", "read", "about"):
        page.evaluate("tab => { location.hash = tab }", tab)
        page.wait_for_function("tab => !document.getElementById(tab).hasAttribute('hidden')", arg=tab)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert wide(page) <= 0


def test_seven_versions_fit(opened: Opened) -> None:
    page = opened(made.many(7), "#read")
    assert wide(page) <= 0
    assert page.locator(".heads .col:visible").count() == 8


def test_hostile_text_is_not_run(opened: Opened) -> None:
    page = opened(made.hostile())
    for tab in ("read", "about", "first"):
        page.evaluate("tab => { location.hash = tab }", tab)
    press(page, "jajdjc")
    page.keyboard.type("</script><img src=x onerror=window.hacked=5>")
    page.click("text=Save comment")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 2
    assert "</script><script>window.hacked=2</script>" in page.inner_text("h1")


def test_injected_code_is_stopped_by_the_policy(opened: Opened, tmp_path: Path) -> None:
    page = opened(made.quiet())
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    file = tmp_path / "report.html"
    evil = "<script>window.hacked=1</script><img src=x onerror=window.hacked=2>"
    file.write_text(file.read_text(encoding="utf-8").replace("</h1>", f"</h1>{evil}"), encoding="utf-8", newline="")
    context = page.context.browser.new_context()
    broken = context.new_page()
    broken.goto(file.as_uri())
    assert broken.evaluate("window.hacked") is None
    context.close()


def test_the_page_is_whole_in_both_themes(opened: Opened) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = opened(made.harbour(), color_scheme=scheme)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds[0] != grounds[1]


def test_notes_fold_behind_a_count_and_open_for_a_link(opened: Opened) -> None:
    note = next(f for f in made.harbour().findings if f.severity is Severity.NEUTRAL)
    page = opened(made.harbour(), "#read")
    assert not page.locator(f"#n-{note.id}").is_visible()
    page.click(f"#read .mark[href='#n-{note.id}'] >> nth=0")
    assert current(page) == f"n-{note.id}"
    assert page.locator(f"#n-{note.id}").is_visible()
    page.select_option("#severity", "1")
    assert page.locator(".quiet:visible").count() == 0
