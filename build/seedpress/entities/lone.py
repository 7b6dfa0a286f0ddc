"""Keys of given names that stand for another person in each article, with the article's number."""


def lone(name: str, number: int) -> str:
    """The key of such a name in the article with this number."""
    return f"{name} {number}#"


def number_of(key: str) -> int | None:
    """The number of the article whose name this is; None where it is any article's."""
    number = key[:-1].rpartition(" ")[2] if key[-1] == "#" else ""
    return int(number) if number.isdecimal() else None


def unnumbered(key: str, mark: str) -> str:
    """The key with a mark of the article for its number, which may soon be another one's."""
    return f"{key[:-1].rpartition(' ')[0]} {mark}#"
