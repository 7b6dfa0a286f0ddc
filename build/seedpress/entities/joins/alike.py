"""Names of persons that are alike: other spellings and short forms of given name and surname."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA, JaroWinkler

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.joins.near import LARGEST_BLOCK
from seedpress.entities.joins.sounds import edits, heard, skeleton, sound
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph, say
from seedpress.entities.people import Person, bare, same_given
from seedpress.entities.sought import Marks, Sought

_LONG = 5  # letters of a given name of which another spelling is no other name
_OPENING = 3  # letters in which nearly equal given names begin
_COMPANY = 2  # names that articles of both must share
# What two names are, by themselves, and what speaks against two that are the same.
_TORN, _JUNIOR, _SAME, _SECOND, _NEAR = "torn", "junior", "same", "second", "near"
_MIDDLE, _COMMON, _DIFFERENT = "middle", "common", "different"
_NEARLY = 0.7  # how much given names are alike that may be one
_DOMINANT = 4  # times as many articles as a namesake who is called Jr.


def spellings(graph: Graph, lexicon: Lexicon) -> None:
    """`Steve` and `Steven Witkoff`, `Zelensky` and `Zelenskyy`: alike in both parts."""
    graph.meet()
    for what, one, two, *told in graph.searched(alike, lexicon):
        if what == _TORN:
            graph.miss(one, two, "the given name is short for those of several people")
        elif graph.root(one) == graph.root(two):
            continue
        elif what == _JUNIOR:
            if not _is_junior(graph, one, two, *told):
                graph.miss(one, two, "one is called Jr., Sr. or a number")
        elif what == _SAME:
            _join(graph, one, two, *told)
        elif what == _SECOND:
            _join_second(graph, one, two, *told)
        elif not (told and _in_company(graph, one, two)):
            graph.miss(one, two, "the surnames agree, the given names are not forms of one name")


def _skeletons(names: Sequence[str], graph: Graph, lexicon: Lexicon) -> Marks:
    """What is left of each surname's sound without its vowels."""
    people = full_names(graph, lexicon)
    return zip(names, heard([bare(people[name].surname) for name in names])[1], strict=True)


def _alike(_: str, names: list[str], graph: Graph, lexicon: Lexicon) -> Families:
    """Each two of names whose surnames sound alike, after what they are."""
    found: Families = []
    people = full_names(graph, lexicon)
    for part in _parts(names, people):
        torn = _torn(part, people, lexicon) if len(part) > 2 else set()
        for one, two in combinations(part, 2):
            a, b = people[one], people[two]
            if torn and not torn.isdisjoint((one, two)):
                if same_given(a.given, b.given, lexicon):
                    found.append([_TORN, one, two])
            elif a.after != b.after:
                if same_given(a.given, b.given, lexicon):
                    found.append([_JUNIOR, one, two, a.after or b.after])
            elif _sound_alike(a.surname, b.surname) and (told := _compared(a, b, lexicon)):
                found.append([told[0], one, two, *told[1:]])
    return found


alike = Sought(_skeletons, _alike, persons=True)


def _parts(block: list[str], people: dict[str, Person]) -> list[list[str]]:
    """The block itself, or a large one by the given names' first letters and then cut to size."""
    if len(block) <= LARGEST_BLOCK:
        return [block]
    letters: dict[str, list[str]] = defaultdict(list)
    for name in block:
        letters[people[name].given[:1]].append(name)
    return [
        names[i : i + LARGEST_BLOCK]
        for names in letters.values()
        for i in range(0, len(names), LARGEST_BLOCK)
    ]


def _torn(part: list[str], people: dict[str, Person], lexicon: Lexicon) -> set[str]:
    """Names whose given name is short for two others, which are not one: `J. Doe`, `Chris Doe`."""
    by_given: dict[str, list[str]] = defaultdict(list)
    for name in part:
        by_given[people[name].given].append(name)
    torn: set[str] = set()
    for short, names in by_given.items():
        if len(short) > 1 and "-" not in short and short not in lexicon.nicknames:
            continue  # as most: it is short for none
        longer = [g for g in by_given if len(g) > len(short) and same_given(short, g, lexicon)]
        if any(not _is_one(one, two, lexicon) for one, two in combinations(longer, 2)):
            torn.update(names)
    return torn


def _is_one(one: str, two: str, lexicon: Lexicon) -> bool:
    """Whether two given names may be spellings of one."""
    return same_given(one, two, lexicon) or skeleton(one) == skeleton(two)


def _sound_alike(here: str, there: str) -> bool:
    """Whether surnames may be spellings of one."""
    if here == there:
        return True
    here, there = sound(bare(here)), sound(bare(there))
    if here == there:
        return True
    most = edits(here, there)
    return bool(most) and OSA.distance(here, there, score_cutoff=most) <= most


def _compared(a: Person, b: Person, lexicon: Lexicon) -> list[str]:
    """What there is to say of names whose surnames sound alike, as of one pair in six."""
    same, alike = same_given(a.given, b.given, lexicon), _likeness(a, b)
    close = alike > 0.75 and a.given[:1] == b.given[:1] and skeleton(a.given) == skeleton(b.given)
    if same or (close and not _both_known(a, b, lexicon)):
        other = [_DIFFERENT] if bare(a.surname) != bare(b.surname) else []
        return [_SAME, *(_other(a, b, lexicon) if same else ()), *other]
    if a.surname == b.surname and (rule := _second(a, b) or _second(b, a)):
        return [_SECOND, rule]
    if alike > _NEARLY:
        return [_NEAR, _NEAR] if _may_be_misspelt(a, b, lexicon) else [_NEAR]
    return []


def _join(graph: Graph, one: str, two: str, *told: str) -> None:
    """Join two names that are alike, unless what was `told` of them shows that they are others'."""
    if _MIDDLE in told and not graph.in_common(one, two):
        graph.miss(one, two, "the middle names differ, and their articles share no other names")
    elif _COMMON in told and not graph.meets(one, two):
        graph.miss(one, two, "the surname is common, and their articles share no other names")
    elif _DIFFERENT in told and not graph.meets(one, two):
        graph.miss(one, two, "the surnames differ, and their articles share no other names")
    else:
        small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
        evidence = f"{graph.nodes[small].name} and {graph.nodes[large].name}"
        graph.join(small, large, "another spelling or short form of the same name", evidence)


def _likeness(a: Person, b: Person) -> float:
    """How much two given names are alike; syllables after a family name wholly or not at all."""
    if a.reversed or b.reversed:
        return 1.0 if _plain(a.given) == _plain(b.given) else 0.0
    return JaroWinkler.normalized_similarity(a.given, b.given)


def _other(a: Person, b: Person, lexicon: Lexicon) -> Iterator[str]:
    """Why names may be two people's: `James P.` and `James F.`, `G. David` and `Gail`.

    Or a short form, or an initial, with a surname that many people bear.
    """
    if a.middle and b.middle:
        apart = a.middle[0][0] != b.middle[0][0]
    else:
        initial, whole = sorted((a, b), key=lambda each: len(each.given))
        called = initial.middle and len(initial.middle[0].rstrip(".")) > 1
        apart = bool(called) and len(initial.given) == 1 < len(whole.given)
    if apart:
        yield _MIDDLE
    if a.given != b.given and a.surname in lexicon.common_surnames:
        yield _COMMON


def _second(a: Person, b: Person) -> str:
    """How the given name of `b` may be a second one of `a`: `B.J.` and `Jusuf`; else nothing."""
    if b.given in a.middle:
        return "the given name is a second one of the other"  # Mohammed Ajmal Kasab, Ajmal Kasab
    initials = len(a.given) == 1 and len(a.middle) == 1 and len(a.middle[0].rstrip(".")) == 1
    second = initials and not b.middle and len(b.given) > 1 and a.middle[0][0] == b.given[0]
    return "the given name is the second of the initials" if second else ""


def _join_second(graph: Graph, one: str, two: str, rule: str) -> None:
    """Join two such names where their articles share others."""
    others = graph.in_common(one, two)
    if len(others) >= _COMPANY:
        graph.join(one, two, rule, say(others))
    else:
        graph.miss(one, two, rule)


def _is_junior(graph: Graph, one: str, two: str, after: str) -> bool:
    """Join `John Roberts` and `John Roberts Jr.`, in one story that has both in no article."""
    here, there = graph.articles(one), graph.articles(two)
    few, many = sorted((len(here), len(there)))
    others = graph.in_common(one, two)  # none where an article has both
    if after not in ("jr", "ii", "iii") or len(others) < _COMPANY or many > _DOMINANT * few:
        return False
    return graph.join(one, two, "the same name with Jr. beside the same others", say(others))


def _in_company(graph: Graph, one: str, two: str) -> bool:
    """Join names that are nearly alike, `Carly` and `Carleton`, where articles share others."""
    others = graph.in_common(one, two)
    if not others:
        return False
    small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
    return graph.join(small, large, "nearly the same name beside the same others", say(others))


def _may_be_misspelt(a: Person, b: Person, lexicon: Lexicon) -> bool:
    """Whether given names are nearly alike, and not two that are well known."""
    opening = a.given[:_OPENING] == b.given[:_OPENING] or _is_misspelt(a.given, b.given)
    return opening and not (a.reversed or b.reversed or _both_known(a, b, lexicon))


def _is_misspelt(one: str, two: str) -> bool:
    """Whether long given names differ in one letter after the first: `Adolfo`, `Aldolfo`."""
    long = min(len(one), len(two)) > _LONG and one[0] == two[0]
    return long and OSA.distance(one, two) == 1


def _plain(given: str) -> str:
    """A given name of syllables without what divides them: `dae-jung`, `dae jung`."""
    return given.replace("-", "").replace(" ", "").replace("'", "")


def _both_known(a: Person, b: Person, lexicon: Lexicon) -> bool:
    """Whether both given names are well known: then they are two (`Maria`, `Mario`)."""
    known = lexicon.first_names
    if sound(a.given) == sound(b.given):
        return False  # Luis, Luiz
    if min(len(a.given), len(b.given)) >= _LONG and a.given[-1] == b.given[-1]:
        return False  # Yasser, Yasir
    return a.given.title() in known and b.given.title() in known
