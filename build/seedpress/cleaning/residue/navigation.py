"""Navigation: menus, breadcrumbs, tags and categories."""

from seedpress.cleaning.residue.family import Family, phrases

FAMILY = Family(
    "navigation",
    anywhere=phrases(
        r"you are (?:here|in):.{0,120}",
        r"(?:home|start)(?: ?[>»/›|:] ?[^>»/›|]{1,40}){1,6}",
        r"(?:filed under|posted in|tagged(?: (?:as|in|with))?|categor(?:y|ies)|tags)\W.{1,160}",
        r"(?:toggle|open|close|main|show|hide) (?:navigation|menu|search|sidebar)",
        r"skip to .{1,30}",
        r"advanced search",
        r"(?:zurück )?zur startseite|(?:archivado en|temas|etiquetas|tags)\W*|retour à l'accueil|"
        r"voltar ao topo",
        r"search (?:for|this site|the site):?",
        r"site ?map",
        r"website footer navigation",
        r"(?:←|→|‹|›|»)[^«»]{2,120}|.{2,120}(?:←|→)",
        r"this error message is only visible to .{1,60}",
        r"error: no feed found\W*",
        r"loading\W*",
        r"please go to the .{1,40} settings page.{0,60}",
    ),
    edge=phrases(
        r"[^|.!?]{2,30}(?: \| [^|.!?]{2,30}){2,}",
        r"[^>»›«‹]{2,30}(?: ?[»›>] ?[^>»›«‹]{2,30}){2,5}",
        r"(?:home|news|world|world news|business|sports?|politics|opinion|technology|tech|"
        r"science|health|entertainment|arts?|culture|style|lifestyle|travel|jobs?|real estate|"
        r"autos?|classifieds|weather|obituaries|education|local(?: news)?|national|"
        r"international|finance|money|markets?|video|videos|photos|blogs?|podcasts?|events?|"
        r"calendar|community|forums?|shop|store|store locator|merch|games?|music|movies|tv|"
        r"books?|food|recipes?|people|careers?|about(?: us| me| the author)?|contact(?: "
        r"us)?(?: for .{1,20})?|help|faqs?|search|menu|archives?|advertise(?: with us)?|"
        r"press(?: releases)?|pricing|features|solutions|products?|services|resources|company|"
        r"partners?|support|download|sitemap|feed|feeds|rss|explore|discover|general|magazine|"
        r"editorials?|columns?|letters|topics|sections?|categories|tags?|authors?|staff|team|"
        r"our team|meet the team|our story|mission|site sponsors|site index|headlines|"
        r"newsdesk|news desk|news feedback|envelope|filter|title|posts|projects|about|press "
        r"room|investors?|family|kids|fashion|beauty|gift guide|case studies|customers?|"
        r"integrations?|documentation|docs|status|security|trust|blog post)s?",
        r"\W*",
        r"startseite|accueil|inicio|início|lokales|politik|wirtschaft|panorama|kultur|wissen|"
        r"économie|société|"
        r"sociedad|sociedade|cultura|deportes|economía|economia|esportes|cronaca|cultuur|economie|"
        r"binnenland|"
        r"buitenland|kraj|świat|sport|transcript|comentarios|comentários|commentaires|kommentare|"
        r"reacties|komentarze",
        r"topics?: .{2,120}",
        r"[#@]\w+(?:\W+[#@]\w+)*",
        r"posted by .{1,40}",
        r"filed under.{0,200}",
        r"page \d+(?: of \d+)?",
    ),
)
