"""Texts in Latin letters from before Unicode."""

import pytest

from seedpress.readers.decode import decode

TEXTS = {
    "English with one odd letter": (
        "cp1252",
        "A naïve reading of the menu said that the bridge would be mended in May.",
    ),
    "English of a Macintosh": (
        "mac_roman",
        "A naïve reading of the café’s “Élysée” menu said that the old bridge would be mended.",
    ),
    "German": (
        "cp1252",
        "Der Rat beschloss, die alte Brücke zu reparieren. Größere Schäden müssen zuerst fort.",
    ),
    "Portuguese": (
        "cp1252",
        "O conselho votou na terça-feira a reparação da ponte. Não há solução mais rápida, disse.",
    ),
    "French with euros": (
        "iso8859_15",
        "Le conseil a voté la réparation du pont pour 300 €, où l'élève s'était noyé, cœur.",
    ),
    "Polish": (
        "cp1250",
        "Rada miasta postanowiła we wtorek naprawić stary most na rzece, kończąc dwa lata sporów.",
    ),
    "Czech": (
        "cp1250",
        "Rada města v úterý rozhodla opravit starý most přes řeku a ukončila dva roky sporů.",
    ),
    "Turkish": (
        "cp1254",
        "Belediye meclisi salı günü nehir üzerindeki eski köprüyü onarmaya karar verdi.",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("times", [1, 20])
def test_the_language_tells_the_encoding(name, times):
    encoding, words = TEXTS[name]
    text = "\n".join([words] * times)
    assert decode(text.encode(encoding)) == (text, (f"decoded as {encoding}",))
