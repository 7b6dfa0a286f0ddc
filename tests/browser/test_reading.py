"""Reading and following links: cards, pictures, measure, and the way from context to paragraph."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .conftest import Visit, follow
from .test_access import RULES, first_of

LINK = ".sp-article > .sp-body a[href*='/entities/']"
KINDS = (
    "",
    "articles/",
    "entities/",
    "keywords/",
    "network/",
    "matrix/",
    "timeline/",
    "data/",
    "health/",
    "about/",
)


def an_article_with_names(page: Page) -> None:
    """The article that the most shared name is first seen in."""
    follow(page.locator(".sp-who a").first)
    follow(page.locator(".sp-concordance h3 a").first)
    expect(page.locator(LINK).first).to_be_visible()
    page.wait_for_load_state()  # the script that opens cards stands at the end of the page


def test_a_card_opens_on_focus_and_closes_on_escape(wide: Visit) -> None:
    page = wide.to()
    an_article_with_names(page)
    link = page.locator(LINK).first
    page.keyboard.press("Tab")  # from now on focus is the keyboard's
    link.focus()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    expect(card.locator("b")).not_to_be_empty()
    expect(card.locator("small")).to_have_text(re.compile(r"^\w.* · \d+ articles?$"))
    expect(link).to_have_attribute("aria-describedby", "sp-card")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_a_card_opens_under_the_pointer_and_names_the_page(wide: Visit) -> None:
    page = wide.to()
    an_article_with_names(page)
    link = page.locator(LINK).first
    link.hover()
    name = page.get_by_role("tooltip").locator("b").inner_text()
    page.mouse.move(0, 0)
    expect(page.get_by_role("tooltip")).to_have_count(0)
    follow(link)
    expect(page.locator("h1")).to_have_text(name)


def test_a_line_of_context_leads_to_its_paragraph(visit: Visit) -> None:
    page = visit.to()
    follow(page.locator(".sp-who a").first)
    line = page.locator(".sp-kwic a[href*='#p']").last
    word = line.locator("b").inner_text()
    follow(line)
    target = page.locator(":target")
    expect(target).to_contain_text(word)
    expect(target).to_be_in_viewport()


def test_a_name_it_is_seen_with_leads_to_the_sentence_in_which_the_two_meet(visit: Visit) -> None:
    page = visit.to("entities/volodymyr-zelenskyy/")
    page.locator('.sp-rail a[href$="#with-donald-trump"]').click()
    expect(page.locator(":target")).to_have_text("Donald Trump")
    expect(page.locator(":target")).to_be_in_viewport()
    sentence = page.locator(":target + ul a").first
    expect(sentence.locator("b")).to_have_count(2)
    follow(sentence)
    expect(page.locator(":target")).to_contain_text("Trump")


def test_a_name_in_the_picture_leads_to_its_page(visit: Visit) -> None:
    page = visit.to("network/")
    node = page.locator(".sp-network a:visible").first
    name = (node.text_content() or "").strip()
    follow(node)
    expect(page.locator("h1")).to_have_text(name)


def test_the_picture_fits_the_screen_and_its_names_can_be_read(visit: Visit) -> None:
    page = visit.to("network/")
    drawn = page.locator(".sp-network svg:visible")
    expect(drawn).to_have_count(1)
    sizes = drawn.locator("text").evaluate_all(
        "texts => texts.map(t => t.getBoundingClientRect().height)"
    )
    assert len(sizes) > 30
    assert round(min(sizes)) >= 14  # a line of 11 pixels and more
    inside = "svg => svg.scrollWidth <= svg.parentElement.clientWidth"
    assert drawn.evaluate(inside)


def test_a_time_of_the_timeline_leads_to_its_articles(visit: Visit) -> None:
    page = visit.to("timeline/")
    time = page.locator(".sp-periods tbody a").first
    month = time.inner_text().split(maxsplit=1)[1]
    follow(time)
    expect(page.locator(":target")).to_have_text(month)
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_matrix_scrolls_by_keyboard_and_says_what_it_is(visit: Visit) -> None:
    page = visit.to("matrix/")
    region = page.get_by_role("region", name="Who shares articles with whom")
    region.focus()
    expect(region).to_be_focused()
    first = page.locator(".sp-matrix tbody tr").first
    expect(first.locator("th")).to_have_text(page.locator(".sp-matrix thead th").first.inner_text())
    expect(first.locator("td").first).to_have_class("sp-self")


def test_tab_walks_through_a_whole_article_and_every_stop_is_seen(visit: Visit) -> None:
    page = visit.to("articles/")
    follow(page.get_by_role("link", name="How do you watch a truce?").first)
    page.wait_for_load_state()
    stop = """() => {
        const at = document.activeElement, box = at.getBoundingClientRect();
        const style = getComputedStyle(at);
        return {
            tag: at.tagName, place: at.closest("[class^=sp-]")?.className ?? "",
            // The theme's own switches are hidden inputs whose label shows the focus.
            seen: !at.closest("main article") ||
                (box.width > 0 && box.bottom > 0 && box.top < innerHeight),
            marked: !at.closest("main article") || style.outlineStyle !== "none",
        };
    }"""
    places: list[str] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        at = page.evaluate(stop)
        if at["tag"] == "BODY" and places:
            break
        assert at["seen"], at
        assert at["marked"], at
        places.append(at["place"])
    assert {"sp-body", "sp-rail", "sp-fold sp-made"} <= set(places)


def test_all_can_be_read_without_a_script(scriptless: Visit) -> None:
    page = scriptless.to()
    expect(page.locator(".sp-network text:visible").first).to_be_visible()
    an_article_with_names(page)
    page.locator("details.sp-made summary").click()
    expect(page.locator("details.sp-made code").first).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)


def test_a_citation_can_be_copied(wide: Visit) -> None:
    wide.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = wide.to()
    first_of(page, "articles")
    page.locator("details.sp-cite summary").click()
    page.get_by_role("button", name="Copy").last.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("TY  - NEWS\n")


def test_nothing_is_wider_than_the_screen(visit: Visit) -> None:
    page = visit.to()
    for path in KINDS:
        page.goto(visit.address + path)
        inside = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        assert page.evaluate(inside), path


def test_a_word_without_end_is_cut(visit: Visit) -> None:
    page = visit.to()
    first_of(page, "articles")
    word = "Donaudampfschiffahrtsgesellschaft" * 5
    for place in ("h1", ".sp-chips li", ".sp-body > p", ".sp-rail a", ".sp-card-title a"):
        shown = page.locator(f".sp-article {place}").first
        shown.evaluate("(element, word) => { element.textContent = word; }", word)
        right = shown.evaluate("element => element.getBoundingClientRect().right")
        assert right <= page.evaluate("document.documentElement.clientWidth"), place


def test_names_of_files_are_not_cut_to_shreds(visit: Visit) -> None:
    page = visit.to("health/")
    table = """<table class="sp-table"><thead><tr><th scope="col">Seed</th><th scope="col">What was
        found</th><th scope="col">What can be done</th></tr></thead><tbody><tr><th scope="row">
        harbour.jpg</th><td>%s</td><td>%s</td></tr></tbody></table>""" % (
        ("words " * 90 + f"<code>{'setting_of.' * 30}</code>",) * 2
    )
    index = page.locator(".sp-index").first
    index.evaluate("(index, table) => { index.innerHTML = `<section>${table}</section>`; }", table)
    name = page.get_by_role("rowheader").bounding_box()
    whole = page.locator(".sp-table").bounding_box()
    assert name["width"] > 90
    assert whole["x"] + whole["width"] <= page.evaluate("document.documentElement.clientWidth")


def test_lines_of_an_article_hold_65_to_75_characters(wide: Visit) -> None:
    page = wide.to("articles/")
    follow(page.get_by_role("link", name="How do you watch a truce?").first)
    expect(page.locator(LINK).first).to_be_visible()
    page.wait_for_load_state()
    lengths = page.locator(".sp-article > .sp-body > p").evaluate_all(
        """paragraphs => paragraphs.map(p => {
            const range = document.createRange(); range.selectNodeContents(p);
            const tops = new Set([...range.getClientRects()].map(r => Math.round(r.bottom / 20)));
            const lines = Math.round(p.clientHeight / parseFloat(getComputedStyle(p).lineHeight));
            return tops.size && lines > 3 ? p.textContent.length / (lines - 0.5) : 0;
        }).filter(Boolean)"""
    )
    assert lengths
    assert 62 <= sum(lengths) / len(lengths) <= 78


@pytest.mark.parametrize("path", ["health/", "articles/", "keywords/"])
def test_axe_finds_nothing_on_pictures_and_lists(coloured: Visit, path: str) -> None:
    page = coloured.to(path)
    page.wait_for_timeout(300)  # for transitions of colour
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert [v["id"] for v in found.response["violations"]] == []


def test_the_tabs_are_at_hand_on_every_screen_and_far_down_a_page(visit: Visit) -> None:
    page = visit.to()
    an_article_with_names(page)
    page.mouse.wheel(0, 400)
    wide = page.viewport_size and page.viewport_size["width"] > 1220
    if wide:
        page.mouse.wheel(0, -400)
    else:
        page.locator("label.md-header__button[for=__drawer]").click()
    tab = page.locator(".md-tabs__list a, .md-nav__link").filter(has_text="Timeline")
    tab = tab.locator("visible=true").first
    expect(tab).to_be_in_viewport(ratio=1)
    expect(tab).to_have_css("opacity", "1")
    follow(tab)
    expect(page).to_have_url(re.compile("/timeline/$"))
