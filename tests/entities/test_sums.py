"""Rows of all articles, compared by number."""

from seedpress.entities.sums import among, packed, sum_of, unpacked


def test_rows_of_articles_come_out_in_order_and_tell_whose_they_are():
    articles = [packed([(1, 2), (3, 4)]), packed([]), packed([(5, sum_of("Kyiv"))])]
    numbers, rows = unpacked(articles, 2)
    assert numbers.tolist() == [0, 0, 2]
    assert rows.tolist() == [[1, 2], [3, 4], [5, sum_of("Kyiv")]]


def test_no_article_has_no_rows():
    numbers, rows = unpacked([], 3)
    assert (numbers.tolist(), rows.tolist()) == ([], [])
    assert among(rows[:, 0], [1]).tolist() == []


def test_what_is_wanted_is_found_where_it_stands():
    names = ("Kyiv", "Berg", "Kyiv", "\ud800")
    _, rows = unpacked([packed((sum_of(name),) for name in names)], 1)
    assert among(rows[:, 0], map(sum_of, ("Kyiv", "\ud800"))).tolist() == [0, 2, 3]
    assert among(rows[:, 0], ()).tolist() == []
