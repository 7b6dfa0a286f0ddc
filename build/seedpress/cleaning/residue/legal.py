"""Copyright lines and legal notices."""

from seedpress.cleaning.residue.family import Family, phrases

FAMILY = Family(
    "copyright",
    anywhere=phrases(
        r"(?:\w+ )?(?:copyright|©|\(c\)|& ?copy;)\W*(?:\(c\)|©|copyright)?\W*(?:19|"
        r"20)\d\d\b.{0,300}",
        r"©.{0,200}",
        r"for immediate release|riproduzione riservata.{0,60}|alle rechte vorbehalten.{0,60}|"
        r"tous droits réservés.{0,60}|"
        r"todos los derechos reservados.{0,60}|todos os direitos reservados.{0,60}|"
        r"wszelkie prawa zastrzeżone.{0,60}",
        r"\(?this story has not been edited by .{2,160}",
        r"copyright (?:©|notice|by|and)\b.{0,200}",
        r".{0,160}\ball rights reserved\b.{0,300}",
        r".{0,80}(?:may|must) not be (?:published|reproduced|copied|broadcast|rewritten|"
        r"redistributed)\b.{0,240}",
        r"(?:any )?(?:reproduction|republication|redistribution|copying)\b.{0,80}\b(?:permission|"
        r"consent|prohibited|forbidden)\b.{0,80}",
        r".{0,60}is a (?:registered )?trade ?mark of .{1,80}",
        r"(?:please )?(?:read|see|view) our (?:terms|privacy|disclaimer|affiliate|cookie).{0,140}",
        r"(?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|"
        r"notice|statement)|disclaimer|legal notice|ad choices|accessibility(?: "
        r"statement)?)(?:[\W_]+(?:and |& )?(?:terms(?: (?:of (?:use|service)|and conditions|& "
        r"conditions))?|privacy(?: (?:policy|notice|statement))?|your comments|contact(?: "
        r"us)?|sitemap|cookies?(?: policy)?|disclaimer|careers|about(?: us)?|help|advertise))*",
        r"(?:website|site|design(?:ed)?|web design|theme|developed) by [^.]{2,60}",
        r"(?:proudly )?powered by [^.]{2,60}",
        r"this (?:article|post|page|site|website|story) (?:may )?contains? (?:affiliate|"
        r"sponsored|paid) .{0,200}",
        r".{0,120}this website uses affiliate links.{0,240}",
        r"(?:this (?:post|article|page) |we |if you |when you |by clicking |each (?:product|"
        r"company) )[^.]{0,160}\b(?:affiliate (?:links?|commission)|earns? (?:us )?an? "
        r"(?:small )?(?:affiliate )?commission|(?:insurance|advertising|retail|affiliate) "
        r"partners|independently (?:selected|reviewed|chosen))\b.{0,240}",
        r"the views expressed .{0,300}(?:author|own|reflect).{0,120}",
        r".{0,200}\bexternal (?:internet )?sites\b.{0,100}not responsible.{0,100}",
    ),
    edge=phrases(
        r"(?:press|news|media) release",
        r".{0,30}copyright.{0,120}",
        r"licen[cs]ing",
        r"legal",
        r"terms",
        r"privacy",
        r"permissions",
        r".{0,80}\b(?:ltd|llc|inc|gmbh)\.?(?: all rights.{0,20})?",
    ),
)
