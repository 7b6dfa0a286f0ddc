import pytest

from seedpress.errors import SettingsError
from seedpress.settings import load


def config(tmp_path, text):
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, "utf-8")
    return path


def test_defaults_then_file_then_command_line(tmp_path):
    path = config(
        tmp_path,
        "site_name: Mine\ndocs_dir: pages\n"
        "extra:\n  seedpress:\n    keywords: {shown: 3, count: 9}\n",
    )
    settings = load(path, {"keywords": {"count": 4}})
    assert (settings.name, settings.docs) == ("Mine", "pages")
    assert (settings.keywords.shown, settings.keywords.count) == (3, 4)
    assert settings.entities.min_articles == 2
    assert settings.seeds_folder == tmp_path / "seeds"


def test_tags_that_only_mkdocs_knows_are_left_alone(tmp_path):
    text = "site_name: A\nplugins:\n  - x: !!python/name:os.system\nsite_url: !ENV [URL, 'x']\n"
    assert load(config(tmp_path, text)).name == "A"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extra: {seedpress: {keyword: {}}}", r"unknown setting `keyword`; known are .*keywords"),
        ("extra: {seedpress: {keywords: {shwon: 1}}}", r"keywords: unknown setting `shwon`.*shown"),
        ("extra: {seedpress: {keywords: {shown: many}}}", r"shown: found 'many', expected int"),
        ("extra: {seedpress: {keywords: {shown: -1}}}", r"found -1, expected 0 or more"),
        ("extra: {seedpress: {keywords: {shown: true}}}", r"found True, expected int"),
        (
            "extra: {seedpress: {search: {shard: 0}}}",
            r"yml: .*search.shard: found 0, expected 1",
        ),
        ("extra: {seedpress: {pages: {per_index: 0}}}", r"per_index: found 0, expected 1 or more"),
        ("extra: {seedpress: {limits: {seed_bytes: 0}}}", r"seed_bytes: found 0, expected 1 or"),
        ("extra: {seedpress: {limits: {archive_ratio: -2}}}", r"found -2, expected 1 or more"),
        ("extra: {seedpress: {limits: {seed_seconds: -1}}}", r"found -1, expected 0 or more"),
        (
            "extra: {seedpress: {limits: {seed_seconds: 99999999999}}}",
            r"limits.seed_seconds: found 99999999999, expected 1000000000 or less",
        ),
        (
            "extra: {seedpress: {pages: {related: 1000000000000000}}}",
            r"expected 1000000000000 or",
        ),
        ("extra: {seedpress: {limits: {seed_megabytes: .inf}}}", r"found inf, expected int"),
        ("extra: {seedpres: {}}", r"mkdocs.yml: extra: found `seedpres`, expected `seedpress`"),
        ("extra: {generator: false, Seed-Press: {}}", r"found `Seed-Press`, expected `seedpress`"),
        ("extra: {seepdress: }", r"found `seepdress`"),
        ("seedpress: {search: {}}", r"yml: found `seedpress` at the top, .* below `extra:`"),
        ("extra: {seedpress: {keywords: {min_articles: 0}}}", r"found 0, expected 1 or more"),
        ("extra: {seedpress: {entities: {min_articles: 0}}}", r"found 0, expected 1 or more"),
        ("extra: {seedpress: {pages: {feed_articles: 0}}}", r"found 0, expected 1 or more"),
        ("extra: {seedpress: {search: 0}}", r"search: found int, expected settings"),
        ("extra: {seedpress: false}", r"extra.seedpress: found bool, expected settings"),
        ("extra: {seedpress: [1]}", r"found list, expected settings"),
        ("extra: {seedpress: {docs: x}}", r"unknown setting `docs`"),
        ("a: [", "not readable as YAML"),
        ("- a", "found list"),
    ],
)
def test_errors_name_the_place_what_was_found_and_what_is_allowed(tmp_path, text, said):
    with pytest.raises(SettingsError, match=said):
        load(config(tmp_path, text))


def test_zero_is_said_where_it_means_none(tmp_path):
    text = """extra: {seedpress: {
        keywords: {shown: 0, count: 0}, pages: {related: 0, context: 0},
        data: {packed_above: 0}, limits: {seed_seconds: 0, seed_megabytes: 0}}}"""
    settings = load(config(tmp_path, text))
    assert (settings.keywords.count, settings.data.packed_above) == (0, 0)
    assert (settings.pages.related, settings.limits.seed_seconds) == (0, 0)


@pytest.mark.parametrize(
    "extra",
    [
        "{}",
        "",
        "[seedpres]",
        "{generator: false, 1: 2}",
        "{seedpress: }",
        "{seedpress: {}, seedpres: {}}",
    ],
)
def test_names_of_others_are_left_alone(tmp_path, extra):
    assert load(config(tmp_path, f"extra: {extra}")).search.shard == 2000


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(SettingsError, match="seedpress new"):
        load(tmp_path / "mkdocs.yml")
