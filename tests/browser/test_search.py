"""Searching: from the button or a key to a place in a page, in both engines' sites."""

import re

from playwright.sync_api import Locator, Page, Route, expect

from .conftest import Visit, follow

WORD = "ceasefire"


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search")


def results(page: Page) -> Locator:
    return page.locator(".sp-results > li")


def status(page: Page) -> Locator:
    """What the search says of itself, once it is done."""
    expect(page.locator(".sp-search-found")).to_have_attribute("aria-busy", "false")
    return page.locator(".sp-search-status")


def counted(page: Page) -> int:
    """How many results there are."""
    said = status(page)
    expect(said).to_have_text(re.compile(r"^[\d,]+ results?"))
    return int(said.inner_text().split()[0].replace(",", ""))


def search(page: Page, words: str) -> int:
    field(page).fill(words)
    return counted(page)


def open_filters(page: Page) -> None:
    filters = page.locator(".sp-search-filters")
    if filters.get_attribute("open") is None:
        filters.locator("summary").click()


def choose(group: Locator, number: int) -> None:
    """Check one of the boxes; the list changes its order at once, so hold on to its value."""
    key = group.get_by_role("checkbox").nth(number).get_attribute("data-key")
    group.locator(f'[data-key="{key}"]').check()


def test_a_word_an_entity_the_article_its_entity_and_back(visit: Visit) -> None:
    page = visit.to()
    page.get_by_role("button", name="Search", exact=True).click()
    before = search(page, WORD)
    expect(results(page).locator("mark").first).to_have_text(re.compile(WORD, re.IGNORECASE))

    open_filters(page)
    kinds = page.get_by_role("group", name="Kind")
    kinds.get_by_label(re.compile("^Article")).check()
    group = page.get_by_role("group", name="Who and what")
    choose(group, -1)  # the rarest of those shown
    assert 0 < counted(page) < before

    follow(results(page).first.get_by_role("link"))
    page.wait_for_url(re.compile("/articles/"))
    expect(page.locator("mark.sp-mark").first).to_be_visible()
    assert "h=" not in page.url

    link = page.locator('.sp-body a[href*="entities/"]').first
    follow(link)
    page.wait_for_url(re.compile("/entities/"))
    line = page.locator('.sp-kwic a[href*="#p"]').first
    anchor = line.get_attribute("href").partition("#")[2]
    follow(line)
    page.wait_for_url(re.compile(f"/articles/.*#{anchor}$"))
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_keys_open_walk_and_close(wide: Visit) -> None:
    page = wide.to("about/")
    button = page.get_by_role("button", name="Search", exact=True)
    for key in ("/", "Control+k"):
        button.focus()
        page.keyboard.press(key)
        expect(field(page)).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(button).to_be_focused()
    page.keyboard.press("Space")
    expect(field(page)).to_be_focused()
    page.keyboard.type(WORD)
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.type("/")
    expect(field(page)).to_have_value(f"{WORD}/")
    for _ in range(80):  # Tab stays in the dialog, or leaves for the browser's own bar
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )


def test_the_key_works_where_it_needs_shift(wide: Visit) -> None:
    page = wide.to("about/")  # as on German keyboards
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown',"
        "{key: '/', shiftKey: true, bubbles: true, cancelable: true}))"
    )
    expect(field(page)).to_be_focused()


def test_enter_opens_the_search_page_with_its_state(visit: Visit) -> None:
    page = visit.to("about/")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    found = search(page, WORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/search/\?q={WORD}$"))
    assert counted(page) == found


def test_the_address_holds_what_is_searched_for(wide: Visit) -> None:
    page = wide.to(f"search/?q={WORD}&kind=Article&sort=newest")
    expect(field(page)).to_have_value(WORD)
    expect(page.get_by_role("checkbox", name=re.compile("^Article"))).to_be_checked()
    expect(page.get_by_role("combobox", name="Sort")).to_have_value("newest")
    some = counted(page)
    page.get_by_role("checkbox", name=re.compile("^Article")).uncheck()
    page.get_by_role("combobox", name="Sort").select_option("relevance")
    expect(page).to_have_url(re.compile(rf"/search/\?q={WORD}$"))
    assert counted(page) >= some
    field(page).fill("trump putin")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=trump\+putin"))
    page.reload()
    expect(field(page)).to_have_value("trump putin")
    assert counted(page) > 0


def test_several_words_narrow_and_a_phrase_narrows_more(wide: Visit) -> None:
    page = wide.to("search/")
    one = search(page, "ceasefire")
    two = search(page, "ceasefire proposal")
    phrase = search(page, '"ceasefire proposal"')
    assert one > two >= phrase
    assert search(page, "“ceasefire proposal”") == search(page, "« ceasefire proposal »") == phrase


def test_what_is_typed_during_a_search_is_what_is_found(wide: Visit) -> None:
    page = wide.to("search/")
    wanted = search(page, "ceasefire proposal")
    search(page, "nato")
    page.evaluate(  # an earlier search ends between a key and the search that it starts
        """() => {
          const field = document.querySelector(".sp-search-form input");
          const type = (words) => {
            field.value = words;
            field.dispatchEvent(new Event("input"));
          };
          window.seen = [];
          const said = document.querySelector(".sp-search-status");
          new MutationObserver(() => window.seen.push(said.textContent)).observe(said, {
            childList: true,
          });
          type("ceasefire");
          field.form.requestSubmit();
          type("ceasefire proposal");
        }"""
    )
    assert counted(page) == wanted
    assert not any("“ceasefire”" in said for said in page.evaluate("window.seen"))


def test_a_filter_chosen_while_typing_keeps_the_words(wide: Visit) -> None:
    page = wide.to("search/?kind=Article")
    counted(page)
    page.evaluate(
        f"""() => {{
          const field = document.querySelector(".sp-search-form input");
          field.value = "{WORD}";
          field.dispatchEvent(new Event("input"));
          document.querySelector(".sp-facets input:not(:checked)").click();
        }}"""
    )
    expect(page).to_have_url(re.compile(rf"q={WORD}"))
    expect(field(page)).to_have_value(WORD)
    assert counted(page) > 0


def test_newest_first_is_in_order_of_dates(wide: Visit) -> None:
    page = wide.to(f"search/?q={WORD}&sort=newest")
    count = counted(page)
    about = page.locator(".sp-result-about")
    expect(about).to_have_count(min(count, 20))
    days = [int(re.search(r"(\d+) March 2025", text)[1]) for text in about.all_inner_texts()]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 1


def test_choosing_two_outlets_widens_and_two_names_narrows(wide: Visit) -> None:
    page = wide.to("search/?kind=Article")
    everything = counted(page)
    for name, widens in (("Outlet", True), ("Who and what", False)):
        group = page.get_by_role("group", name=name)
        choose(group, -1)
        one = counted(page)
        choose(group, 1)
        expect(group.locator("input:checked")).to_have_count(2)
        two = counted(page)
        assert (one < two < everything) if widens else (two <= one < everything)
        page.get_by_role("button", name="Clear filters").click()
        page.get_by_role("checkbox", name=re.compile("^Article")).check()
        assert counted(page) == everything


def test_a_name_leads_to_its_own_page_first_by_any_spelling(wide: Visit) -> None:
    page = wide.to("search/")
    for spelling in ("Kyiv", "Kiev"):
        search(page, spelling)
        first = results(page).first
        expect(first.get_by_role("link")).to_have_text("Kyiv")
        expect(first.get_by_role("link")).to_have_attribute("href", re.compile("/entities/kyiv/"))


def test_another_spelling_finds_the_name_and_the_articles_that_write_it_otherwise(
    visit: Visit,
) -> None:
    page = visit.to("search/")
    for spelling, kind, name in (("Kiev", "Place", "Kyiv"), ("volodimir", "Person", "Zelenskyy")):
        assert search(page, spelling) > 3
        about = page.locator(".sp-result-about").all_inner_texts()
        assert about[0] == kind
        expect(results(page).first).to_contain_text(name)
        assert any(text.startswith("Article") for text in about[1:])


def test_what_bears_the_very_name_comes_before_all_others(wide: Visit) -> None:
    for kind in ("entities", "keywords"):
        page = wide.to(f"{kind}/")
        names = page.locator(".sp-columns a").all_inner_texts()[:4]
        assert len(names) == 4
        wide.to("search/")
        for name in names:
            search(page, name.lower())
            expect(results(page).first.get_by_role("link")).to_have_text(name)


def test_lists_of_names_are_no_results(wide: Visit) -> None:
    page = wide.to("search/")
    search(page, "Donald Trump")
    about = page.locator(".sp-result-about")
    expect(about).to_have_count(results(page).count())  # every result says what kind it is


def ask_and_hold(page: Page) -> Route:
    """Press the key that opens the search, and hold back the script that it needs."""
    held: list[Route] = []
    page.route("**/assets/search/dialog.js", lambda route: held.append(route))
    page.keyboard.press("/")
    for _ in range(500):
        if held:
            return held[0]
        page.wait_for_timeout(20)
    raise AssertionError("nothing was fetched")


def test_no_key_is_lost_while_the_search_is_fetched(wide: Visit) -> None:
    page = wide.to("articles/")
    dialog = ask_and_hold(page)
    page.keyboard.type("ceasefirre")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.keyboard.type("e")
    assert page.get_by_role("dialog").count() == 0
    dialog.continue_()
    expect(field(page)).to_have_value("ceasefire")
    expect(field(page)).to_be_focused()
    assert counted(page) > 0


def test_escape_while_the_search_is_fetched_keeps_it_away(wide: Visit) -> None:
    page = wide.to("articles/")
    dialog = ask_and_hold(page)
    page.keyboard.type("cease")
    page.keyboard.press("Escape")
    dialog.continue_()
    page.locator(".sp-search-open").focus()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")


def test_nothing_found_says_what_to_try(visit: Visit) -> None:
    page = visit.to("search/")
    field(page).fill("xylophonist")
    expect(status(page)).to_contain_text("Nothing found for “xylophonist”")
    expect(results(page)).to_have_count(0)


def test_without_words_the_filters_browse(visit: Visit) -> None:
    page = visit.to("search/")
    expect(status(page)).to_contain_text("Type words")
    open_filters(page)
    page.get_by_role("checkbox", name=re.compile("^Keyword")).check()
    assert counted(page) > 0
    about = page.locator(".sp-result-about")
    assert set(about.all_inner_texts()) == {"Keyword"}


def test_the_button_works_on_the_page_of_a_wrong_address(wide: Visit) -> None:
    page = wide.to("404.html")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    assert search(page, WORD) > 0


def test_without_scripts_the_button_leads_to_a_page_that_says_so(scriptless: Visit) -> None:
    page = scriptless.to("about/")
    page.locator(".sp-search-open").click()
    page.wait_for_url(re.compile("/search/$"))
    # Chromium with scripts switched off in this way shows no `noscript`: look into the source.
    assert re.search(r"<noscript>\s*<p>The search needs JavaScript", page.content())
    expect(page.locator(".sp-search-absent")).to_be_hidden()


def test_the_plain_site_has_the_themes_own_search(wide: Visit) -> None:
    page = wide.to("about/")
    assert page.locator(".sp-search-open").count() == 0
    page.keyboard.press("/")
    # The theme looks at keys, not at what the field holds: words must be typed.
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type(WORD)
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=20_000)


def test_the_plain_sites_search_page_points_to_the_themes_search(wide: Visit) -> None:
    page = wide.to("search/")
    expect(page.locator(".sp-search-absent")).to_be_visible()
