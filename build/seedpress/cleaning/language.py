"""Which language an article is written in."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SHORTEST = 25  # bytes; below, a guess is worth less than the most frequent language
_SAMPLE = 300  # characters
_MOSTLY = 0.7
# Tables and lists of names look a little like many languages, and surely like none.
_SURE = 0.5
# Nigerian Pidgin is served by the rules for English better than by none; so is what is no language.
_AS = {"pcm": "en", "zxx": "en"}


def detected(text: str) -> str:
    """ISO 639-1 code of the language of `text`; English where it is too short to tell."""
    sample = _of_one_script(text[:_SAMPLE])
    if len(sample.encode("utf-8", "replace")) < SHORTEST:
        return "en"
    code, confidence = _identifier().classify(sample)
    return _AS.get(code, str(code)) if confidence >= _SURE else "en"


def _of_one_script(text: str) -> str:
    """`text` without the few words that a text in Latin letters quotes in others."""
    if text.isascii():
        return text
    latin = [ch for ch in text if ch < "\u0250" or not ch.isalpha()]
    return "".join(latin) if len(latin) > _MOSTLY * len(text) else text


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
