"""Related and read-more teasers."""

from seedpress.cleaning.residue.family import Family, phrases

# A heading after which nothing but teasers follows.
HEADINGS = (
    r"(?:related|recommended|similar|popular|trending|featured|sponsored|latest|recent|more|"
    r"top|further|other|must[ -]read|most (?:read|popular|viewed|e-?mailed|shared|recent))"
    r"(?: (?:articles?|posts?|stor(?:y|ies)|news|headlines?|content|reading|reads?|links?|"
    r"topics?|features?|information|items?|coverage|videos?|products?|resources|from|on|in|for "
    r"you|searches|categories))*"
    r"(?: (?:from|on|in|by|for|you) .{1,60})?:?",
)

FAMILY = Family(
    "teasers",
    anywhere=phrases(
        r"(?:mehr zum thema|lesen sie auch|zum weiterlesen|auch interessant|das könnte (?:sie|"
        r"dich) (?:auch "
        r")?interessieren|weiterlesen|zum thema)(?:: ?.{1,160})?",
        r"(?:lire aussi|à lire aussi|à lire également|lire également|notre dossier|"
        r"sur le même (?:sujet|thème)|lire la suite|voir aussi)(?: "
        r"?: ?.{1,160})?",
        r"(?:lea también|lee también|leer más|te puede interesar|más información|noticias "
        r"relacionadas)(?: ?: ?.{1,160})?",
        r"(?:veja também|leia ainda|zobacz (?:także|też|również)|czytaj (?:także|też)|"
        r"przeczytaj (?:także|też)|läs också|les også|læs også|bekijk ook|vea también|"
        r"mira también|guarda anche|approfondisci|vídeos?|videos?)(?: ?: ?.{1,160})?",
        r"for (?:the latest|more|breaking) .{2,100}\b(?:head to|visit|go to|log on to|download|"
        r"follow|tune in to) .{2,60}",
        r"(?:mirá|mira|ve) también(?: ?: ?.{1,160})?|swipe (?:up|left) .{2,40}|"
        r"discussion about this post",
        r"don'?t miss (?:these|this) (?:stories|articles?|story|videos?)\b.{0,40}",
        r"this (?:article|story|post|piece|column) (?:was|is|has been)? ?(?:originally|"
        r"first)? ?(?:also )?"
        r"(?:re)?(?:published|appeared|appears) (?:originally )?(?:first )?(?:on|in|by|"
        r"at) (?:the )?[^.]{2,80}\."
        r"(?: read the .{0,60})?",
        r"(?:leggi anche|potrebbe interessarti|leia (?:também|mais)|lees (?:ook|meer)|читайте "
        r"также|читайте також)(?: ?: ?.{1,160})?",
        r"(?:you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)|you'll also "
        r"(?:like|love))\b.{0,80}",
        r"(?:more|other) (?:articles|posts|stories|news|reading)(?: you (?:might|may|will|"
        r"'ll) (?:like|enjoy|love)| from .{1,60}| like this)?:?",
        r"(?:also|must|further|now|don't miss)[ -]?read(?:ing)?: .{1,200}",
        r"(?:read|see|watch|listen)(?: also| more| next| now): .{3,200}",
        r"\[?(?:read|see) (?:more|also|next)(?: (?:about|on|at|from|here|of our "
        r"articles).{0,100})?\W*",
        r"read (?:the )?(?:full|rest of the|entire|original|complete)(?: original)? "
        r"(?:article|story|post|review|report|interview|series)(?: (?:here|at|on|in).{0,80})?",
        r"read our full .{1,100} review",
        r"(?:continue|keep) reading(?: .{1,60})?",
        r"» read full story",
        r"related(?: (?:articles?|posts?|stor(?:y|ies)|news|content|links?|topics?|coverage|"
        r"reading|information|videos?|items?)):?",
        r"related(?: (?:articles?|posts?|stor(?:y|ies)))?: .{3,160}",
        r"recommended (?:articles?|posts?|stor(?:y|ies)|reading|for you|videos?):?",
        r"(?:similar|popular|recent|latest|trending) (?:articles?|posts?|stor(?:y|ies)|news):?",
        r"(?:most )?(?:popular|read|viewed|e-?mailed|shared)(?: (?:in|on) .{1,40})",
        r"(?:up|read|watch) next:?",
        r"next up:?.{0,60}",
        r"what to read next",
        r"(?:previous|next|older|newer|prev)(?: (?:post|article|story|entry|page|item|"
        r"reading)s?)?:?(?:[\W_]+(?:next|previous|newer|older|prev)(?: (?:post|article|story|"
        r"entry|page)s?)?)?(?: .{0,3})",
        r"(?:previous|next|older|newer) (?:post|article|story|entry)s?: .{1,160}",
        r"(?:»|view|see|browse|show|explore|load|click for)? ?(?:all|more)(?: (?:all|the|of|"
        r"our))* (?:articles|posts|stories|news|headlines|category news|videos|galleries|"
        r"topics|results|news & insights)\b.{0,40}",
        r"» view more.{0,5}",
        r"(?:show|load|see|view) (?:more|less|all)\W*",
        r"(?:latest|top|breaking|recent|more|world|local|sports?|national) (?:news )?headlines",
        r"editor'?s'? (?:choice|picks?)",
        r"sponsored (?:links?|features?|content|stories|posts?)",
        r"promoted (?:stories|content|links?)",
        r"(?:from|around|across) the web",
        r"you may have missed",
        r"(?:jump|skip) to (?:content|navigation|main content|recipe|comments|footer|"
        r"search)\b.{0,20}",
        r"in (?:this|case you missed) (?:article|it|post|story)",
        r"projects related to this article:?",
        r"no items found\.?",
        r"mentioned in this (?:post|article|story)",
        r"also on .{2,40}",
        r"view article on single page",
        r"more articles you might enjoy",
        r"interested in this topic\?",
        r"more on (?:this|…|\.\.\.).{0,40}",
    ),
    edge=phrases(
        *HEADINGS,
        r"(?:veja mais|saiba mais|leia mais|meer over|meer nieuws|läs mer|les mer|czytaj więcej|"
        r"mehr zu|más sobre|plus d'infos sur) .{1,120}",
        r"click here (?:for|to) (?:more|read|see|view|learn|find|discover|get|subscribe|sign|"
        r"watch|download)\b.{0,120}",
        r"(?:read|see|watch|listen): .{3,200}",
        r"in this (?:article|post|story)",
        r"(?:table of )?contents",
        r"recommended",
        r"related",
        r"trending(?: now)?",
        r"popular",
        r"explore(?: more)?(?: articles)?\W*",
        r"read more\b.{0,80}",
        r"learn more\b.{0,80}",
        r"find out more\b.{0,60}",
        r"view (?:all|more)\b.{0,60}",
        r"more\W*(?:on|from|in)?\W*",
        r"slideshows?",
        r"galler(?:y|ies)",
        r"videos?: .{1,100}",
        r"go to .{1,30} news",
        r"back to .{1,40}",
        r"tags?: .{1,200}",
        r"\d+ min(?:ute)?s?(?: read)?",
        r".{0,40}\d+ min(?:ute)?s? read",
        r"feedback",
    ),
)
