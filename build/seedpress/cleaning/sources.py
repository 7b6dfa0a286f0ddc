"""Names of outlets: who published an article, as it is written in bylines and titles."""

import re

# Agencies and outlets whose names do not say what they are.
KNOWN = frozenset(
    "afp|ap|reuters|ani|pti|ians|upi|dpa|efe|ansa|tass|interfax|xinhua|kyodo|yonhap|anadolu|"
    "irna|mena|"
    "bloomberg|bbc|cnn|cnbc|npr|pbs|nbc|abc|cbs|msnbc|dw|rfi|rt|nhk|kbs|cbc|sbs|itv|rte|al jazeera|"
    "al arabiya|euronews|france 24|deutsche welle|axios|politico|the hill|vox|vice|wired|forbes|"
    "fortune|time|newsweek|the economist|the guardian|the independent|the intercept|le monde|"
    "le figaro|die zeit|der spiegel|el país|la repubblica|haaretz|the atlantic|the conversation|"
    "ukrinform|ukrainska pravda|meduza|novaya gazeta|caixin|nikkei|punch|vanguard|graphic online|"
    "newswise|pr newswire|business wire|globenewswire|интерфакс|тасс|риа новости|укрінформ|"
    "lusa|pap|nos|anp|ats|apa|belga|gna|nan|ntb|ritzau|stt|cna|spa|wam|the canadian press|g1|"
    "npr news|bbc news|sky news|fox news|zeit online|le parisien|libération|la croix|l'équipe|"
    "clarín|la nación|el mundo|o globo|público|estadão|il sole 24 ore|la stampa|nrc|de volkskrant|"
    "gazeta wyborcza|onet|the verge|propublica|the economic times|"
    "agence france-presse|associated press|the associated press|press association|pa media".split(
        "|"
    )
)
_TELLING = (
    r"news(?:wire|paper|letter|week|day|room|desk)?|times|post|herald|tribune|courier|gazette|"
    r"journal|chronicle|"
    r"guardian|independent|observer|telegraph|mirror|express|mail|sun|star|globe|standard|press|"
    r"weekly|daily|monthly|review|magazine|today|online|radio|tv|fm|am|media|network|agency|"
    r"broadcasting|dispatch|bulletin|register|record|sentinel|monitor|examiner|inquirer|enquirer|"
    r"reporter|leader|citizen|voice|world|digest|report|insider|wire|channel|argus|advertiser|"
    r"zeitung|tageblatt|tagblatt|nachrichten|morgenpost|abendblatt|anzeiger|télégramme|figaro|"
    r"dépêche|parisien|diario|periódico|heraldo|correo|noticias|jornal|folha|correio|notícias|"
    r"corriere|gazzetta|messaggero|giornale|nieuws|dagblad|courant|dziennik|lantern|"
    r"rundschau|kurier|presse|jazeera|pravda|gazeta|nation|ledger|"
    r"mercury|echo|business|blog|ghana|africa"
)
_OUTLET = re.compile(
    rf"(?:.* )?(?:{_TELLING})(?: .*)?|\S+\.(?:com|org|net|co|io|news|uk|de|fr|gh|ng|in)(?:\.\w\w)?",
    re.IGNORECASE,
)
_SHAPE = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ]|\d|the |al |le |la |el |der |die |das )[^\W_]?[^|·•<>{}\[\]!?;:]{1,48}"
)


def is_outlet(text: str) -> bool:
    """Whether `text` is surely the name of an outlet."""
    folded = text.casefold().strip()
    first, _, rest = text.strip().partition(" ")
    # `BBC Norfolk`, `g1 Campinas`
    loud = first != first.title() and len(rest.split()) <= 2
    if folded in KNOWN or (loud and first.casefold() in KNOWN):
        return True
    return looks_named(text) and len(folded.split()) <= 6 and bool(_OUTLET.fullmatch(folded))


def looks_named(text: str) -> bool:
    """Whether `text` could be a name: short, its words capitalised, no sentence in it."""
    words = text.split()
    if not words or len(words) > 7 or len(text) > 60 or not _SHAPE.fullmatch(text):
        return False
    small = sum(word[:1].islower() for word in words)
    return small * 3 <= len(words) and any(ch.isalpha() for ch in text)
