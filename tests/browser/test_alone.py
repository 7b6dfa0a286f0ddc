"""The reader is alone: a visit asks no other host, and leaves nothing behind but the colour choice.

The fixtures assert that no other host was asked and that the console stayed empty.
"""

from playwright.sync_api import expect

from tests.browser.conftest import Visit, follow

KEPT = """async () => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  cookie: document.cookie,
  databases: (await indexedDB.databases()).map(database => database.name),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  caches: await caches.keys(),
})"""


def test_only_the_colour_choice_is_kept(wide: Visit) -> None:
    page = wide.to()
    nothing = page.evaluate(KEPT)
    follow(page.locator(".sp-card-title a").first)
    page.keyboard.press("/")
    page.keyboard.type("truce")
    expect(page.locator(".sp-search mark").first).to_be_visible()
    assert page.evaluate(KEPT) == nothing
    page = wide.to("about/")
    page.locator("form.md-header__option label:visible").click()
    page.wait_for_function("localStorage.length > 0")
    kept = page.evaluate(KEPT)
    assert [key.rpartition(".")[2] for key in kept["local"]] == ["__palette"]
    assert {**kept, "local": []} == {**nothing, "local": []}
    assert not any(kept[name] for name in kept if name != "local")


def test_links_to_elsewhere_tell_nobody_where_the_reader_came_from(wide: Visit) -> None:
    page = wide.to()
    assert page.locator('head meta[name="referrer"]').get_attribute("content") == "no-referrer"
    assert page.evaluate("document.referrer") == ""
