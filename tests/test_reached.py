"""What an analysis may depend on is found by imports, and nothing that it runs is missing."""

import json
import subprocess
import sys

from seedpress.analyse import _BUT
from seedpress.reached import reached

from .conftest import ROOT

# Prints the files of ours whose functions run while seeds are analysed.
_RUN = """
import json, sys
from pathlib import Path
from seedpress import analyse, readers, settings

given = settings.load(Path(sys.argv[1]) / "mkdocs.yml")
files = readers.find(given.seeds_folder, given.limits)[0]
package = Path(analyse.__file__).parent
ran = set()


def note(frame, event, _):
    if event == "call":
        ran.add(frame.f_code.co_filename)


sys.setprofile(note)
for file in files:
    analyse.survey(file, given)
    assert analyse.analyse(file, given, frozenset()).whole
sys.setprofile(None)
ours = [Path(file) for file in ran if Path(file).is_relative_to(package)]
print(json.dumps([file.relative_to(package).as_posix() for file in ours]))
"""


def test_what_runs_in_an_analysis_is_reached() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, ROOT], capture_output=True, text=True, check=True
    )
    ran = {path for path in json.loads(done.stdout) if not path.startswith("settings/")}
    assert len(ran) > 60
    assert ran <= reached("seedpress.analyse", _BUT).keys()


def test_of_a_package_only_what_is_named_is_reached() -> None:
    files = reached("seedpress.analyse", _BUT).keys()
    assert {"entities/builtin.py", "entities/words/titles.txt", "bounds.py"} <= files
    assert not {"entities/__init__.py", "entities/resolve.py", "pipeline.py"} & files
    assert not [
        path for path in files if path.startswith(("entities/joins/", "exports/", "settings/"))
    ]


def test_a_package_that_is_named_is_reached_with_what_it_imports() -> None:
    files = reached("seedpress.entities")
    assert {
        "entities/__init__.py",
        "entities/resolve.py",
        "entities/joins/forms.py",
    } <= files.keys()
    assert [*files] == sorted(files)


def test_what_is_no_module_reaches_nothing() -> None:
    assert reached("seedpress.nothing") == {}
