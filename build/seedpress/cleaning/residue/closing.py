"""Lines that close an article: what follows them belongs to the page."""

from seedpress.cleaning.residue.family import matching

CLOSING = matching(
    r"(?:\d+|no|view|read|show|all|view all|latest|reader|recent) (?:comments?|responses?|"
    r"repl(?:y|ies))(?: (?:to|on) .{1,160})?",
    r"comments?(?: \(\d+\))?",
    r"leave (?:a|your) (?:reply|comment|response).{0,60}",
    r"\d+ thoughts? on .{1,160}",
    r"(?:related|recommended|similar|popular|trending|recent|latest|more|other|featured|"
    r"explore(?: more| our)?|further|editor'?s'?|you (?:may|might) also like)"
    r"(?: (?:recent|popular|related|latest|great))? (?:articles?|posts?|stor(?:y|ies)|news|"
    r"headlines|content|reading|reads|picks|products|resources|topics)(?: you (?:may|might) "
    r"(?:like|enjoy|love))?",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)",
    r"recommended(?: (?:for|by) .{2,40})?|picked for you|(?:más )?noticias relacionadas|"
    r"(?:te puede|podría) interesar(?:te)?|mehr zum thema|sur le même sujet",
    r"(?:about|meet) the authors?.{0,40}",
    r"(?:filed under|posted in|tagged(?: (?:as|in|with))?).{1,160}",
    r"share this(?: (?:article|story|post|page|entry|recipe))?",
    r"(?:copyright )?(?:©|\(c\)).{0,120}",
    r"read next|up next|what to read next|keep reading|continue reading",
    r"(?:written|posted) by",
    r"(?:previous|next)(?: (?:post|article|story))?[\W_]+(?:previous|next)(?: (?:post|article|"
    r"story))?",
    r"hosted by|sponsored links?|from around the web|most (?:popular|read|viewed|"
    r"e-?mailed)(?: .{1,40})?",
    r"(?:with )?(?:additional )?(?:agency )?(?:inputs?|reporting|editing|writing)(?: (?:from|"
    r"by) .{2,240})?",
    r"website footer navigation|(?:site )?footer|site ?map",
)
# Lines within an article below which another one is named.
ANNOUNCING = matching(
    r"(?:read|see) (?:also|more|next)|also read|must read|related (?:article|story|reading)|"
    r"recommended (?:article|story|reading)|don't miss|lesen sie auch|auch interessant|zum thema|"
    r"(?:à )?lire (?:aussi|également)|voir aussi|lea también|lee también|te puede interesar|"
    r"leggi anche|veja também|leia (?:também|mais)|lees ook|zobacz (?:także|też|również)|"
    r"czytaj (?:także|też)|читайте также|читайте також"
)
# Headings of what belongs to an article although it looks like a list of links.
SOURCES = matching(
    r"(?:references|notes|footnotes|endnotes|bibliography|works cited|further reading|"
    r"literature|literatur|quellen|références|notas)(?: and (?:notes|references|further "
    r"reading))?",
    r"\[\d{1,3}\] .{1,300}",
    r".{5,160}: https?://\S+",
    r"\d{1,3}\. .{1,200}\b(?:19|20)\d\d\b.{0,80}",
)
