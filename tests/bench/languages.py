"""Print how well and how fast libraries tell the language of texts of several lengths.

    PYTHONPATH=build python tests/bench/languages.py [lingua]

py3langid is what seedpress uses; `lingua-language-detector` is measured beside it where it is
installed. The sentences of languages.txt are taken alone, five at a time, and repeated to 1,000
words; those that mislead are told apart.
"""

import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SENTENCES = Path(__file__).parent / "languages.txt"
Detector = Callable[[str], str]


def detectors() -> Iterator[tuple[str, Detector]]:
    from seedpress.cleaning.language import detected

    yield "seedpress", detected
    from py3langid import classify

    yield "py3langid alone", lambda text: str(classify(text)[0])
    if "lingua" in sys.argv:
        from lingua import LanguageDetectorBuilder

        for name, builder in (
            ("lingua", LanguageDetectorBuilder.from_all_spoken_languages()),
            (
                "lingua, low accuracy",
                LanguageDetectorBuilder.from_all_spoken_languages().with_low_accuracy_mode(),
            ),
        ):
            detector = builder.build()

            def tell(text: str, detector: object = detector) -> str:
                found = detector.detect_language_of(text)  # type: ignore[attr-defined]
                return found.iso_code_639_1.name.lower() if found else ""

            yield name, tell


def texts() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(name of a length, (language, text) ...)."""
    usual, misleading = SENTENCES.read_text("utf-8").split("# English that misleads")
    pairs = [
        (code, sentence)
        for line in usual.split("\n")
        if not line.startswith("#") and line
        for code, _, sentence in [line.partition("\t")]
    ]
    yield "one sentence", pairs
    paragraphs = [
        (pairs[i][0], " ".join(sentence for _, sentence in pairs[i : i + 5]))
        for i in range(0, len(pairs), 5)
    ]
    yield "a paragraph", paragraphs
    yield "1,000 words", [(code, f"{text}\n" * 18) for code, text in paragraphs]
    hard = [line.partition("\t") for line in misleading.split("\n")[1:] if line]
    yield "misleading", [(code, sentence) for code, _, sentence in hard]


def main() -> None:
    for name, tell in detectors():
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.process_time()
        tell("The first text loads the models, which takes a while. Le premier texte aussi.")
        loading = time.process_time() - started
        print(f"{name} (loads in {loading:.2f} s)")
        for length, pairs in texts():
            started = time.process_time()
            wrong = [(code, found) for code, text in pairs if (found := tell(text)) != code]
            spent = 1000 * (time.process_time() - started) / len(pairs)
            right = len(pairs) - len(wrong)
            told = ", ".join(f"{code} as {found or '-'}" for code, found in wrong[:8])
            print(
                f"  {length:13} {right:3} of {len(pairs):3} right, {spent:7.2f} ms a text  {told}"
            )
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        print(f"  {'memory':13} {grown:.0f} MB more")


if __name__ == "__main__":
    main()
