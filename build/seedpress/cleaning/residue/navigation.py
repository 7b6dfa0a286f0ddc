"""Navigation: menus, breadcrumbs, tags and categories."""

from seedpress.cleaning.residue.family import Family, phrases

FAMILY = Family(
    "navigation",
    anywhere=phrases(
        r"you are (?:here|in):.{0,120}",
        r"(?:home|start)(?: ?[>»/›|:] ?[^>»/›|]{1,40}){1,6}",
        r"[^|.!?]{2,30}(?: \| [^|.!?]{2,30}){2,}",
        r"[^>»›]{2,30}(?: ?[»›] ?[^>»›]{2,30}){1,5}",
        r"(?:filed under|posted in|tagged(?: (?:as|in|with))?|categor(?:y|ies)|tags)\W.{1,160}",
        r"(?:toggle|open|close|main|show|hide) (?:navigation|menu|search|sidebar)",
        r"skip to .{1,30}",
        r"advanced search",
        r"search (?:for|this site|the site):?",
        r"site ?map",
        r"website footer navigation",
        r"(?:←|→|‹|›|«|»).{2,120}|.{2,120}(?:←|→)",
        r"this error message is only visible to .{1,60}",
        r"error: no feed found\W*",
        r"loading\W*",
        r"please go to the .{1,40} settings page.{0,60}",
    ),
    edge=phrases(
        r"(?:home|news|world|world news|business|sports?|politics|opinion|technology|tech|science|health|entertainment|arts?|culture|style|lifestyle|travel|jobs?|real estate|autos?|classifieds|weather|obituaries|education|local(?: news)?|national|international|finance|money|markets?|video|videos|photos|blogs?|podcasts?|events?|calendar|community|forums?|shop|store|store locator|merch|games?|music|movies|tv|books?|food|recipes?|people|careers?|about(?: us| me| the author)?|contact(?: us)?(?: for .{1,20})?|help|faqs?|search|menu|archives?|advertise(?: with us)?|press(?: releases)?|pricing|features|solutions|products?|services|resources|company|partners?|support|download|sitemap|feed|feeds|rss|explore|discover|general|magazine|editorials?|columns?|letters|topics|sections?|categories|tags?|authors?|staff|team|our team|meet the team|our story|mission|site sponsors|site index|headlines|newsdesk|news desk|news feedback|envelope|filter|title|posts|projects|about|press room|investors?|family|kids|fashion|beauty|gift guide|case studies|customers?|integrations?|documentation|docs|status|security|trust|blog post)s?",
        r"\W*",
        r"[#@]\w+(?:\W+[#@]\w+)*",
        r"posted by .{1,40}",
        r"filed under.{0,200}",
        r"page \d+(?: of \d+)?",
    ),
)
