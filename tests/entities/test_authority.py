"""Reading the authority file, and that the join obeys it."""

import pytest

from seedpress.entities import load_authority
from seedpress.errors import AuthorityError
from seedpress.model import Authority, AuthorityEntity, Judgement, KeywordAuthority
from tests.entities.corpora import by_name, found, resolved, spellings

WHOLE = """\
# the editors' file
entities:
  - name: Kyiv
    kind: place
    aliases: [Kiev, No]
    qid: Q1899
    note: as we spell it
    keep: yes
  - name: 1984
same:
  - [Donald Trump, The Donald]
not_same:
  - [Ohio, Ohio State]
never: [null, Reuters Photo]
keywords:
  prefer: {ceasefire: [cease-fire, truce]}
  ban: [news]
  pin: {a.txt: [peace]}
"""

WRONG = {
    "an unknown key": ("entity:\n", "line 1: found `entity`, allowed is entities, same"),
    "an unknown kind": ("entities:\n  - name: A\n    kind: city\n", "line 3: found kind `city`"),
    "no name": ("entities:\n  - kind: place\n", "line 2: found an entity without `name`"),
    "an empty name": ("never:\n  - A\n  - ''\n", "line 3: found nothing, allowed is a text"),
    "three names": ("same:\n  - [A, B, C]\n", "line 2: found 3 names, allowed is two"),
    "a text for a list": ("same: A\n", "line 1: found a text, allowed is a list"),
    "a wrong identifier": ("entities:\n  - name: A\n    qid: 7\n", "line 3: found `7`"),
    "a wrong flag": ("entities:\n  - name: A\n    keep: maybe\n", "line 3: found `maybe`"),
    "a key twice": ("never: [A]\nnever: [B]\n", "line 2: found `never` a second time"),
    "a list at the top": ("- A\n", "line 1: found a list"),
    "no YAML": ("same: [A\n", "not readable as YAML"),
    "a circle": ("same:\n  - [A, B]\n  - [B, A]\n", "line 3: `B` and `A` are made part of each"),
    "a wide circle": (
        "same:\n  - [Ada, Bo]\n  - [Bo, Cy]\n  - [Cy, Ada]\n",
        "line 4: `Cy` and `Ada` are made part of each",
    ),
    "two homes": ("same:\n  - [Ada, Bo]\n  - [Cy, Bo]\n", "line 3: `Bo` is made part of `Cy`"),
    "same and not": (
        "same:\n  - [Ada, Bo]\nnot_same:\n  - [Bo, Ada]\n",
        "line 4: `Bo` and `Ada` are called not the same",
    ),
    "never and described": (
        "entities:\n  - name: Ada\nnever: [Ada]\n",
        "line 3: `Ada` is never an entity, but line 2",
    ),
}


def read(tmp_path, text):
    path = tmp_path / "authority.yml"
    path.write_text(text, "utf-8")
    return load_authority(path)


def test_the_whole_file(tmp_path):
    assert read(tmp_path, WHOLE) == Authority(
        entities=(
            AuthorityEntity("Kyiv", "place", ("Kiev", "No"), "Q1899", "as we spell it", True, 3),
            AuthorityEntity("1984", line=9),
        ),
        same=(Judgement("Donald Trump", "The Donald", 11),),
        not_same=(Judgement("Ohio", "Ohio State", 13),),
        never=(("null", 14), ("Reuters Photo", 14)),
        keywords=KeywordAuthority(
            prefer=(("ceasefire", ("cease-fire", "truce")),),
            ban=("news",),
            pin=(("a.txt", ("peace",)),),
            lines=(("prefer: ceasefire", 16), ("ban: news", 17), ("pin: a.txt", 18)),
        ),
        file="authority.yml",
    )


def test_no_file_is_an_empty_authority(tmp_path):
    assert load_authority(tmp_path / "authority.yml") == Authority()


@pytest.mark.parametrize("text", ["", "# only a comment\n", "entities:\nsame: []\n"])
def test_an_empty_file_says_nothing(tmp_path, text):
    assert read(tmp_path, text) == Authority(file="authority.yml")


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG.keys())
def test_wrong_entries_are_errors_with_their_line(tmp_path, text, message):
    with pytest.raises(AuthorityError) as error:
        read(tmp_path, text)
    assert message in str(error.value)
    assert str(error.value).startswith("authority.yml")


def test_fifty_thousand_lines(tmp_path):
    lines = "".join(f"  - [Person {n}, Man {n}]\n" for n in range(50_000))
    authority = read(tmp_path, "same:\n" + lines)
    assert (len(authority.same), authority.same[-1].line) == (50_000, 50_001)
    assert "Anna Berg" in by_name(resolved("They met Anna Berg.", authority=authority))


def test_a_chain_of_fifty_thousand(tmp_path):
    lines = "".join(f"  - [Person {n}, Person {n + 1}]\n" for n in range(50_000))
    assert len(read(tmp_path, "same:\n" + lines).same) == 50_000
    with pytest.raises(AuthorityError, match="in a circle"):
        read(tmp_path, f"same:\n{lines}  - [Person 50000, Person 0]\n")


def test_a_chain_of_same_is_one_entity():
    authority = Authority(same=(Judgement("Anna Berg", "Ann Hill"), Judgement("Ann Hill", "Bea")))
    entities = by_name(resolved("They met Anna Berg, Ann Hill and Bea.", authority=authority))
    assert spellings(entities["Anna Berg"]) == ["Ann Hill", "Anna Berg", "Bea"]


def test_a_cycle_of_same_is_one_entity():
    pairs = (("Anna Berg", "Ann Hill"), ("Ann Hill", "Bea Lund"), ("Bea Lund", "Anna Berg"))
    authority = Authority(same=tuple(Judgement(*pair) for pair in pairs))
    (entity,) = resolved("They met Anna Berg, Ann Hill and Bea Lund.", authority=authority).entities
    assert spellings(entity) == ["Ann Hill", "Anna Berg", "Bea Lund"]


def test_not_same_wins_over_every_rule():
    texts = ("They met Vladimir Putin. Putin left.", "They went to Kiev.", "They went to Kyiv.")
    authority = Authority(
        not_same=(Judgement("Putin", "Vladimir Putin"), Judgement("Kiev", "Kyiv"))
    )
    entities = by_name(resolved(*texts, authority=authority))
    assert {"Putin", "Vladimir Putin", "Kiev", "Kyiv"} <= entities.keys()
    assert any("not_same" in miss.why for miss in entities["Kiev"].near_misses)


@pytest.mark.parametrize("pair", [("Null", "Jonas Null"), ("Jonas Null", "Null")])
def test_what_the_editor_joined_draws_in_nothing_of_another_kind(pair):
    texts = (
        "They met Jonas Null, and Null said he knew.",
        "Shares of Null Corp. fell after Null Corp. said that it lost money.",
    )
    resolution = resolved(*texts, authority=Authority(same=(Judgement(*pair),)))
    entities = by_name(resolution)
    assert spellings(entities[pair[0]]) == ["Jonas Null", "Null"]
    firm = entities["Null Corp."]
    assert firm.kind == "organisation"
    assert any("another kind" in miss.why for miss in firm.near_misses)


def test_never_is_no_entity():
    authority = Authority(never=(("Oslo", 1),))
    resolution = resolved("They went to Oslo with Anna Berg.", authority=authority)
    assert [entity.name for entity in resolution.entities] == ["Anna Berg"]


def test_the_editor_names_types_and_keeps():
    wanted = AuthorityEntity("Kyjiw", "organisation", ("Kyiv",), "Q1899", "so spelled", True, 2)
    (entity,) = resolved("They went to Kyiv.", authority=Authority((wanted,))).entities
    assert (entity.name, entity.kind, entity.page) == ("Kyjiw", "organisation", True)
    assert (entity.qid, entity.note) == ("Q1899", "so spelled")
    assert entity.reasons[0].rule == "the editor says so"


def test_the_editor_makes_a_common_word_a_name():
    assert found("They asked the Government again.") == []
    authority = Authority((AuthorityEntity("Government", line=2),))
    assert by_name(resolved("They asked the Government again.", authority=authority))


def test_lines_that_no_seed_uses_are_problems():
    authority = Authority(
        (AuthorityEntity("Atlantis", line=2), AuthorityEntity("Oslo", line=3)),
        never=(("Anna Berg", 5), ("Nobody Known", 6)),
        file="authority.yml",
    )
    problems = resolved("They went to Oslo with Anna Berg.", authority=authority).problems
    assert [(p.seed, p.line) for p in problems] == [("authority.yml", 2), ("authority.yml", 6)]
    assert "Atlantis" in problems[0].reason
