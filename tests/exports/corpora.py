"""A small corpus with hostile words in every field."""

from seedpress.model import (
    Alias,
    Article,
    Block,
    Company,
    Corpus,
    Entity,
    Entry,
    Fields,
    Keyword,
    Mention,
    Related,
    Removal,
    SharedKeyword,
)

TEXT = "Kyiv & <b>Moscow</b>\n\n=cmd()|'calc'!A1 \x0b😀"
HOSTILE = '=HYPERLINK("x")\x00<script>alert(1)</script>'


def corpus() -> Corpus:
    entry = Entry(
        id="a1",
        slug="title-1",
        seed="a/b.txt",
        sha256="00",
        article=Article(
            Fields(title=HOSTILE, byline="@a", source="+s", date="2025-03-14", language="en"),
            (
                Block("paragraph", "Kyiv & <b>Moscow</b>", start=0),
                Block("paragraph", "=cmd()|'calc'!A1 \x0b😀", start=22),
            ),
            TEXT,
            (Removal(3, "Leave a Reply", "comments"),),
        ),
        keywords=(Keyword("truce", 0.5, slug="truce"), Keyword("Kyiv", 0.25, entity="place:kyiv")),
        mentions=(
            Mention(0, 4, "Kyiv", "place", entity="place:kyiv"),
            Mention(10, 16, "script", "other", in_title=True, entity="other:x"),
        ),
        related=(Related("a2", 0.5, ("place:kyiv",), ("truce",)),),
    )
    other = Entry("a2", "t-2", "c.txt", "01", Article(Fields(title="T"), (), ""), (), ())
    return Corpus(
        entries=(entry, other),
        entities=(
            Entity("other:x", HOSTILE, "other", (Alias(HOSTILE, 1),), ("a1",), 1),
            Entity("place:kyiv", "Kyiv", "place", (), ("a1", "a2"), 2, page=True, slug="kyiv"),
            Entity("place:m", "M\x00", "place", (), ("a1", "a2"), 2, page=True, slug="m"),
        ),
        keywords=(
            SharedKeyword(
                "truce", "=truce()", ("a1", "a2"), (Alias("=truce()", 2), Alias("truce", 1))
            ),
        ),
        company={
            "place:kyiv": (Company("place:m", 2),),
            "place:m": (Company("place:kyiv", 2),),
        },
    )
