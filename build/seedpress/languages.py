"""The model that tells languages apart, loaded once for all who ask it, and only then."""

from functools import cache
from typing import Any


def classified(text: str) -> tuple[str, float]:
    """ISO 639-1 code of the likeliest language of `text`, and how sure that is, from 0 to 1."""
    code, confidence = _identifier().classify(text)
    return str(code), confidence


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second with its model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
