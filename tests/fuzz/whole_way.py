"""Any bytes as a seed, the whole way to a page: `python -m tests.fuzz.whole_way FOLDER`.

Inputs that lead further are kept in FOLDER, which starts with our payloads; arguments such as
`-max_total_time=600` are libFuzzer's. What fails is written to `crash-…`, and belongs into
`tests/hostile/payloads.jsonl` once it is mended.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["seedpress"]):
    from tests.hostile.payloads import payloads
    from tests.hostile.whole_way import check

SUFFIXES = (".txt", ".md")


def one(data: bytes) -> None:
    """Check one input; its first byte chooses the format."""
    if data:
        check(data[1:], SUFFIXES[data[0] % len(SUFFIXES)])


def main() -> None:
    """Run until told to stop."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for payload in payloads():
        data = payload.text.encode("utf-8", "surrogatepass")
        for number in range(len(SUFFIXES)):
            (folder / f"{payload.id}-{number}").write_bytes(bytes([number]) + data)
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
