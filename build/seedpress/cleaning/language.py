"""Which language an article is written in."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SHORTEST = 60  # characters; below, a guess is worth less than the most frequent language
_SAMPLE = 400
_SURE = 0.5


def detected(text: str) -> str:
    """ISO 639-1 code of the language of `text`; English where it is too short to tell."""
    sample = text[:_SAMPLE]
    if len(sample) < SHORTEST:
        return "en"
    code, confidence = _identifier().classify(sample)
    return str(code) if confidence >= _SURE else "en"


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
