"""Photo and agency credits."""

from seedpress.cleaning.residue.family import Family, phrases

_AGENCIES = (
    r"(?:afp|ap|reuters|pti|ani|ians|upi|dpa|xinhua|tass|bloomberg|agenc(?:y|ies)|"
    r"efe|ansa|lusa|gna|nan|pap|apa|sda|ats|anp|belga|ntb|tt|ritzau|kyodo|yonhap|interfax|"
    r"wires?(?: (?:services?|reports))?|(?:the )?associated press|agence france[- ]presse|staff|"
    r"news (?:services|agencies))"
)

FAMILY = Family(
    "credits",
    anywhere=phrases(
        r"(?:with )?(?:additional )?(?:inputs?|reporting|contributions?|material|information) "
        r"(?:from|by) (?:" + _AGENCIES + r")(?:(?:,| and|/) " + _AGENCIES + r")*",
        r"with (?:\w+ )?inputs?(?: from .{1,60})?",
        r"with agency (?:inputs?|reports?)",
        r"(?:avec|mit material (?:von|der)|con información de|com(?: informações da)?|con|"
        r"met) (?:l')?" + _AGENCIES + r"(?:(?:,| et| und| y| e| en|/) (?:l')?" + _AGENCIES + r")*",
        r"[^.]{2,160} contributed(?: reporting)? to this (?:report|article|story)",
        r"this (?:report|story) by .{2,40} was first published .{2,40}",
        r"compiled by .{2,60}; .{0,20}edit(?:ing|ed) by .{2,60}",
        r"image source,? .{2,60}|image caption,?(?: .{2,200})?|show captions?",
        r"\(?agencies\)?",
        r"\((?:additional )?(?:reporting|editing|writing|compiled|translated|edited|written|"
        r"graphic) by .{2,240}\)",
        r"(?:additional )?reporting by .{2,120}[;,] ?(?:writing|editing|additional) .{2,160}",
        r"(?:brought to you|powered|hosted|provided|distributed|published|sponsored|"
        r"presented) by [^.]{0,60}",
        r"(?:photo(?:graph)?s?|image|picture|illustration|pic|photo credit|image credit|image "
        r"source|photo source|featured image|header image|cover image|lead image)(?: "
        r"(?:credit|courtesy|source))?(?: (?:by|of|from))?:? ?[:|/©] ?.{2,120}",
        r"(?:photo(?:graph)?s?|image|picture|illustration)s? (?:by|courtesy(?: of)?|credit|"
        r"source|via|from) [^.]{2,90}\.?",
        r".{5,200}[.)\]] (?:photo(?:graph)?|image|picture|credit|photo credit|image credit|"
        r"photo by|image by|photo courtesy)\b ?(?:by)?:? .{2,60}",
        r"credit: .{2,80}",
        r"(?:image|photo|picture) ?(?:source|credits?)?: .{2,80}",
        r"[^.]{2,60}/(?:getty images|shutterstock|reuters|afp|ap|istock|unsplash)[^.]{0,40}",
        r"(?:getty images|shutterstock|istock(?:photo)?|unsplash|pexels|pixabay|file photo|"
        r"representational image)\b.{0,40}",
        r"photo by .{2,60} on (?:unsplash|pexels|pixabay|flickr)",
        r"(?:article )?sources?:? (?:agencies|reuters|afp|ap|ani|pti|ians)",
        r"reuters/\w+",
    ),
    edge=phrases(
        r"(?:source|resource|via|credit|credits|photos?|image|quelle|fuente|fonte|źródło|bron|"
        r"источник|джерело) ?: .{2,80}",
        r"article sources:?",
        r"image",
        r"images?",
        r"photos?",
        r"(?:— |- )?" + _AGENCIES,
        r".{2,60} is (?:a|an|the) [^.]{0,80}\b(?:trade ?mark|publication|website|newspaper|"
        r"division)\b.{0,80}",
    ),
)
