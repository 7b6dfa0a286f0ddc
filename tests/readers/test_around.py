"""Nothing of a web page is lost: what is not in its article is in the ledger."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.cleaning import clean
from seedpress.model import Seed
from seedpress.readers.around import RULE, around
from seedpress.readers.html import article

BODY = "".join(
    f"<p>The council voted on {day} to mend the <b>bridge</b> over the river, ending a dispute of "
    f"{number} years about who should pay for it and how long it would take.</p>"
    for number, day in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday"), 2)
)
PAGE = (
    "<html><head><title>Council mends bridge</title><style>p {}</style></head><body>\n"
    "<nav><a href='/'>Home</a> <a href='/n'>News</a></nav><!-- a note -->\n"
    f"<article><h1>Council mends bridge</h1>{BODY}</article>\n"
    "<aside>Most read<ul><li>Ferry late</li><li>Mill for sale</li></ul></aside>\n"
    "<script>var hidden = 1</script><footer>Printed in the valley<br>since 1903</footer>"
    "</body></html>"
)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def test_what_stands_around_an_article_is_told_with_its_line() -> None:
    (seed,) = article("a.html", PAGE.encode(), "")
    assert isinstance(seed, Seed)
    assert [(gone.line, gone.text) for gone in seed.around] == [
        (2, "Home News"),
        (4, "Most read"),
        (4, "Ferry late"),
        (4, "Mill for sale"),
        (5, "Printed in the valley"),
        (5, "since 1903"),
    ]


def test_the_ledger_of_the_article_holds_it() -> None:
    (seed,) = article("a.html", PAGE.encode(), "")
    assert isinstance(seed, Seed)
    cleaned = clean(seed)
    assert {gone.text for gone in cleaned.removed if gone.rule == RULE} == {
        gone.text for gone in seed.around
    }
    kept = " ".join((cleaned.text, cleaned.fields.title, *(g.text for g in cleaned.removed)))
    visible = re.sub(r"(?s)<(style|script|title).*?</\1>|<!--.*?-->|<[^>]*>", " ", PAGE)
    assert not set(words(visible)) - set(words(kept))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abc <>/&;é\n", max_size=12), max_size=8))
def test_any_page_is_walked(pieces: list[str]) -> None:
    page = f"<html><body><div>{'</p><p>'.join(pieces)}</div></body></html>"
    for gone in around(page.encode(), "", None):
        assert gone.text.strip()
        assert gone.line > 0
