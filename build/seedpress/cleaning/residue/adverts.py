"""Advertisements and calls to act."""

from seedpress.cleaning.residue.family import Family, phrases

FAMILY = Family(
    "adverts",
    anywhere=phrases(
        r"(?:- )?advertise?ments?(?: -)?(?: (?:continue reading|scroll to continue|"
        r"feature).{0,40})?",
        r"advert|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|reklama|"
        r"реклама",
        r"sponsored",
        r"paid (?:content|post|partnership)",
        r"(?:story|article) continues below(?: advertisement)?",
        r"scroll (?:down )?(?:to|for) .{2,40}",
        r"(?:remove|skip) (?:this )?ads?",
        r"ads? by .{2,40}",
        r"report (?:this )?ad",
        r"(?:check|see|view|compare)(?: the)?(?: latest| current| best)? prices?(?: (?:on|at|"
        r"-) .{2,40})?(?:check price.{0,40})?",
        r"check price .{0,80}",
        r"buy (?:now|it now|on amazon|at amazon|from amazon).{0,40}",
        r"(?:book|request|schedule|get|watch|see) (?:a|your|our)?(?: free)? ?(?:demo|quote|"
        r"consultation|free (?:trial|quote|call)|call|trial|info)(?: (?:now|today|here))?",
        r"schedule a free call",
        r"request info(?:rmation)?",
        r"(?:start|try|begin) (?:your|our|a|it)?(?: free)? ?(?:trial|\d+[- ]day trial|for "
        r"free|free|it free)\b.{0,40}",
        r"(?:get|let's get) started(?: (?:now|today|for free|here))?",
        r"let's talk!?",
        r"you need (?:to (?:have|install) )?(?:adobe )?flash player.{0,200}",
        r"please support local business!?",
        r"download (?:now|the app|our app|for free)\b.{0,40}",
        r"available on (?:the )?(?:app store|google play|ios|android)\b.{0,40}",
        r"add to (?:cart|basket|wishlist|calendar)",
        r"shop (?:now|all|the look|here)\b.{0,30}",
    ),
    edge=phrases(
        r"(?:click|tap) (?:on )?(?:here|the image)\b.{0,60}",
        r"contact (?:us|sales)\b.{0,60}",
        r"(?:call|text|phone|visit|e-?mail) (?:us|now|today)\b.{0,60}",
        r"learn more",
        r"find out (?:more|how)",
        r"apply (?:now|today|here)",
        r"(?:order|buy|shop|download|donate|join|register|enquire|enroll)(?: (?:now|today|"
        r"online))?",
        r".{0,60}\bwebinar\b.{0,60}",
        r"(?:limited[- ]time )?offers?",
        r"(?:special )?deals?",
        r".{0,80}\bsave (?:up to )?\d+ ?%.{0,40}",
        r"\d+(?:\.\d+)? (?:rating|stars?|out of \d+).{0,20}",
        r"rating:?.{0,10}",
    ),
)
