"""What is given to articles that use another's keyword, and what is not."""

from seedpress.keywords.rarity import rarity
from seedpress.keywords.spread import FAIR, worth_giving


def test_a_few_articles_make_no_keyword_of_what_very_many_mention() -> None:
    many = [["owner", "ferri"]] * FAIR * 2 + [["owner"]]
    rare = rarity(many)
    assert worth_giving({"owner": 2, "ferri": 2, "bridg": 1}, rare) == {"ferri": 2, "bridg": 1}
    assert worth_giving({"owner": 3}, rare) == {"owner": 3}


def test_an_idea_counts_by_its_rarest_word() -> None:
    rare = rarity([["owner"]] * FAIR * 9 + [["ferri", "owner"]])
    assert worth_giving({"ferri owner": 1, "owner": 1}, rare) == {"ferri owner": 1}
