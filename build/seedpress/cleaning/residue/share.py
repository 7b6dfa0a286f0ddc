"""Share, follow and print bars."""

from seedpress.cleaning.residue.family import Family, listed, phrases

NETWORKS = (
    "facebook",
    "twitter",
    "x / twitter",
    "x (twitter)",
    "pinterest",
    "whatsapp",
    "linkedin",
    "reddit",
    "telegram",
    "tumblr",
    "instagram",
    "youtube",
    "tiktok",
    "snapchat",
    "flipboard",
    "pocket",
    "messenger",
    "threads",
    "bluesky",
    "mastodon",
    "digg",
    "digg this",
    "digg it",
    "del.icio.us",
    "delicious",
    "mixx",
    "newsvine",
    "stumbleupon",
    "stumble upon",
    "technorati",
    "fark",
    "furl",
    "my web",
    "yahoo! my web",
    "google bookmarks",
    "google+",
    "google plus",
    "vk",
    "vkontakte",
    "odnoklassniki",
    "viber",
    "line",
    "wechat",
    "weibo",
    "spotify",
    "discord",
    "soundcloud",
    "rss",
    "rss feed",
    "email",
    "e-mail",
    "copy link",
    "copy url",
    "mail",
    "pin",
    "pin it",
    "print",
    "bookmark",
    "tweet",
    "share",
    "save",
    "buffer",
    "xing",
    "medium",
    "propeller",
    "slashdot",
    "fb",
    "ig",
    "x",
    "link",
    "sms",
    "skype",
    "nextdoor",
    "parler",
    "gab",
    "gettr",
    "kwoff",
)
_NET = listed(NETWORKS)
_ACT = (
    r"(?:click (?:here )?to )?(?:share|tweet|pin|post|save|e-?mail|print|send|recommend|digg|"
    r"follow|bookmark|like|add|forward)"
    r"(?: us| me| it| this)?(?: (?:article|story|post|page|link|entry|news|content|with "
    r"(?:your )?friends))?"
)

FAMILY = Family(
    "share",
    anywhere=phrases(
        r"(?:auf|via|per|bei) (?:facebook|twitter|x|whatsapp|e-?mail|telegram|linkedin|"
        r"bluesky)(?: \(?twitter\)?)? "
        r"(?:teilen|versenden)|"
        r"(?:artikel |beitrag )?(?:teilen|drucken|merken|versenden)(?: (?:auf|per|via) "
        r".{1,30})?|per e-mail (?:teilen|senden)",
        r"(?:partager|imprimer)(?: (?:sur|par|cet article|l'article) ?.{0,40})?|(?:compartir|"
        r"imprimir)(?: (?:en|por|esta noticia) ?.{0,40})?",
        r"(?:condividi|stampa)(?: (?:su|questo articolo) ?.{0,40})?|(?:compartilhar|"
        r"partilhar)(?: .{1,30})?|поделиться(?: .{1,30})?|поділитися(?: .{1,30})?",
        r"deel (?:dit |het )?(?:artikel|bericht)\W*|del (?:artikeln|artikkelen|artiklen)\W*|"
        r"dela(?: .{1,30})?|del|paylaş(?: .{1,30})?|jaa(?: .{1,30})?|"
        r"udostępnij(?: .{1,30})?|podziel się(?: .{1,30})?|réagir à cet article|"
        r"partilhe(?: .{1,30})?",
        r"gift (?:this )?article|(?:view|open|read) (?:this (?:email|"
        r"newsletter) )?in (?:your )?browser|"
        r"was this (?:e-?mail|newsletter) forwarded to you\?.{0,60}|story saved|"
        r"you can find this story in my bookmarks.{0,60}|end of (?:article|story)",
        r"follow .{2,60} on (?:facebook|twitter|x|instagram|tiktok|threads|youtube|linkedin|"
        r"whatsapp|"
        r"telegram|bluesky|mastodon)\b.{0,160}",
        r"share(?:d)? (?:this|on|via|the|it|with)\b(?: (?:article|story|post|page|entry|news|"
        r"recipe|love|with (?:your )?friends))?(?: (?:on|via|with):?.{0,60})?:?",
        rf"(?:share|follow|tweet|pin|post|save|send|like)(?: this| us)? (?:(?:on|to|via|with|"
        rf"by) )?{_NET}(?:[\W_]+(?:(?:follow|share|on|and|or|via) )*{_NET})*(?: \d+)?",
        rf"(?:sharing is caring|(?:share|follow|find|like)(?: this| us)?(?: (?:article|story|post|"
        rf"page))?(?: (?:on|via|to))?)?[\W_]*{_NET}(?:[\W_]+(?:(?:follow|share|on|and|or|via) )*"
        rf"{_NET})+",
        r"sharing is caring",
        r"(?:copy|copied|get) (?:the )?(?:link|url)(?: copied)?(?: to (?:the )?clipboard)?",
        r"link copied.{0,20}",
        r"listen to (?:this|the) (?:article|story|post)(?: \(?.{1,20}\)?)?",
        r"follow @\w+(?: (?:on|for|to) .{1,60})?",
        r"(?:comparte|compartí|compártelo|difunde)(?: (?:en|por|esta?|este|la|el) .{1,40})?|"
        r"síguenos(?: en .{1,60})?|(?:suivez|rejoignez)-nous(?: sur .{1,60})?|"
        r"folgen sie uns(?: auf .{1,60})?|seguici(?: su .{1,60})?|siga-nos(?: .{1,60})?",
        rf"{_NET} \(opens in (?:a )?new (?:window|tab)\)",
        rf"{_ACT} (?:on|to|via|by|with) .{{1,40}}\(opens in (?:a )?new (?:window|tab)\).{{0,30}}",
        r"(?:click to )?(?:e-?mail|send)(?: this)?(?: (?:article|story|page|link|post))? to "
        r"(?:a |your )?friends?",
        r"(?:print|printable|printer)[ -]?(?:friendly)?(?: (?:version|page|format|this|"
        r"article|story|this (?:page|story|article)))",
        r"e-?mail (?:this|article|story|page)(?: (?:article|story|page|to a "
        r"friend))?\b(?:.{0,40}print.{0,40})?",
        r"(?:text|font) size:?(?: .{0,20})?",
        r"(?:normal|large|small|larger|smaller) (?:font|text)",
        r"(?:view|read) (?:this )?(?:article|story)? ?(?:on|as) (?:a )?single page",
        r"bookmark with:?",
        r"bookmark (?:this|and share).{0,20}",
        r"(?:follow|like|find|join) (?:us|me|our page)(?: (?:on|at|and) .{1,60})?",
        r"like our page",
        r"follow @\w+",
        r"(?:post|add) to (?:del\.icio\.us|newsvine|facebook|kwoff|digg|twitter|favou?rites|"
        r"cart|my .{1,20})",
        r"digg (?:this|it)(?:del\.icio\.us)?.{0,40}",
        r"(?:be the first of your friends to )?like this(?: post| page)?:?(?: like loading\.*)?",
        r"like loading\.*",
        r"e-mail \| print",
        r"print[\W_]+e-?mail.{0,60}",
        r"print[\W_]+save.{0,60}",
        r"(?:» )?e-mail to a friend.{0,60}",
        r"return to top",
        r"back to (?:the )?top(?: of (?:the )?page)?",
        r"top \| back.{0,60}",
    ),
    edge=phrases(
        _NET,
        r"follow",
        r"shares?",
        r"\d+ shares?",
        r"sharing",
        r"send",
        r"copied!?",
        r"link copied.{0,20}",
        r"e-?mail (?:a )?friend",
        r"favou?rite",
        r"listen",
        r"gift",
        r"save(?: for later)?",
        r"(?:e-?mail|print|share|save)(?: (?:article|story|this))+.{0,60}",
    ),
)
