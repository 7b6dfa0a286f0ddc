"""Newsletter, registration, consent and donation texts."""

from seedpress.cleaning.residue.family import Family, phrases

FAMILY = Family(
    "subscribe",
    anywhere=phrases(
        r"(?:recibir|recibe|recevoir) (?:la |nuestra |notre )?newsletters?.{0,40}|"
        r"підписуйтесь(?: на .{1,60})?|i would like to be emailed about .{2,120}|"
        r"thanks for reading .{2,60} subscribe .{2,100}",
        r"je m'abonne(?: .{1,40})?|l'actualité .{2,40} téléchargez .{2,60}|"
        r"emportez l'actualité .{2,120}|"
        r"téléchargez (?:l'application|notre application)\b.{0,60}",
        r"suscríbe(?:te|ase) para .{2,60}|subscre(?:ver|va)(?: a| à)? (?:nossa )?newsletter.{0,40}|"
        r"zapisz się (?:na|do) .{2,60}|meld je aan voor .{2,60}|schrijf je in voor .{2,60}",
        r"unsubscribe(?:[\W_]+(?:manage|update|change|view|privacy|preferences|your|e-?mail|"
        r"settings))*",
        r"(?:newsletter|jetzt) (?:abonnieren|bestellen|anmelden)|zum newsletter anmelden|"
        r"(?:s'abonner|abonnez-vous|inscrivez-vous)(?: à .{1,60})?",
        r"(?:suscríbe(?:te|ase)|inscríbete|apúntate)(?: (?:a|al|gratis) .{1,60})?|"
        r"iscriviti(?: alla .{1,40})?|assine(?: a .{1,40})?|"
        r"подпи(?:сывайтесь|шитесь)(?: на .{1,60})?",
        r"(?:please )?(?:sign[ -]?up|signup|subscribe|register)(?: now| today| here| free| "
        r"below)*(?: (?:for|to) (?:our|the|my|breaking|free|daily|weekly|this)\b.{0,140})?",
        r"subscribe(?: now| today)?[:!]?",
        r"(?:subscribe|sign up) (?:here|via|by|with) .{0,80}",
        r"(?:get|receive) .{0,80}\b(?:in|to|into|straight to|delivered to) your (?:inbox|"
        r"e-?mail|mailbox)\b.{0,60}",
        r"(?:get|receive|try|read|join) (?:our|the|a)(?: free)?(?: (?:daily|weekly|morning|evening|"
        r"monthly|e-?mail))* newsletters?\b.{0,140}",
        r"(?:like|love|enjoy(?:ed|ing)?|liked) (?:what you(?:'re| are|'ve| have)? (?:read|reading|"
        r"see|seeing)|this (?:article|story|post|piece))\?.{0,200}",
        r"(?:please )?support (?:independent|our|quality|local) journalism\b.{0,120}",
        r"(?:get|receive) (?:updates|our newsletter|the latest|breaking news|daily|weekly|the "
        r"free)\b.{0,100}",
        r"join (?:our|the|over|more than|thousands)\b.{0,60}(?:newsletter|mailing list|"
        r"subscribers|inbox|professionals)\b.{0,80}",
        r"by (?:entering|submitting|providing|clicking|signing|subscribing|continuing|"
        r"registering)\b.{0,200}(?:terms|privacy|consent|agree|cookies?)\b.{0,200}",
        r"(?:thanks|thank you) for (?:subscribing|signing up|registering)\b.{0,120}",
        r"(?:awesome|great|success),? you'?(?: a)?re subscribed\b.{0,20}",
        r".{0,60}we already have this email\b.{0,40}",
        r"(?:never|don't) miss (?:a|an|out on) (?:story|post|update|article|beat|thing|"
        r"issue)\b.{0,80}",
        r"(?:this|our) (?:site|website|page) uses cookies\b.{0,300}",
        r"we (?:and our partners )?use cookies\b.{0,300}",
        r"(?:accept|reject|manage|allow|decline)(?: all)? (?:cookies|preferences)",
        r"cookie (?:policy|settings|preferences|notice|consent).{0,20}",
        r"(?:do not sell|your privacy choices|privacy / do not sell).{0,60}",
        r"(?:already (?:a|have an?) (?:member|subscriber|account)\?.{0,60})",
        r"(?:log|sign) ?in(?: (?:/|or|\||to)?.{0,30}(?:register|sign up|subscribe|account|"
        r"continue.{0,20}))",
        r"login register",
        r"you are (?:now )?signed (?:in|out)",
        r"trying to save your favou?rites\?.{0,60}",
        r"(?:create|make) (?:a|an|your)(?: free)? account\b.{0,40}",
        r"enter your e-?mail(?: address)?\b.{0,60}",
        r"(?:your )?e-?mail address:?\*?",
        r"unsubscribe (?:at any time|anytime|here)\b.{0,30}",
        r"you can unsubscribe\b.{0,60}",
        r"(?:support|donate to) (?:our work|us|independent journalism|this site)\b.{0,80}",
        r"(?:did you (?:like|enjoy) this (?:article|post)\?).{0,80}",
        r"(?:you can )?buy me a coffee.?",
        r"subscribe \(rss\)",
        r"subscribe (?:to|via) (?:rss|e-?mail).{0,20}",
    ),
    edge=phrases(
        r"newsletters?",
        r"sign in",
        r"log ?in",
        r"sign up",
        r"register",
        r"join(?: now| us)?",
        r"subscribe.{0,20}",
        r"stay (?:up[ -]to[ -]date|informed|connected|in touch|tuned)\b.{0,60}",
        r"my account",
        r"account",
        r"i agree\b.{0,60}",
        r"(?:e-?mail )?newsletter sign-?up",
        r"submit",
        r"donate(?: now)?",
        r"members?(?: only)?",
        r".{0,60}\bfree (?:daily |weekly )?(?:e-?mail )?newsletter\b.{0,80}",
    ),
)
