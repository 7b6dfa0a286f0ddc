"""Contact lines: telephone numbers, addresses, e-mail and web addresses on a line of their own."""

from seedpress.cleaning.residue.family import Family, phrases

FAMILY = Family(
    "contact",
    anywhere=phrases(
        r"(?:e-?mail|contact|inquiries|enquiries|write to|send|for more "
        r"information)\b.{0,60}\S+@\S+\.\w+.{0,40}",
        r"(?:tel|phone|telephone|fax|call|mobile)\b[.:]? ?[+()\d][\d ()+./-]{6,20}",
    ),
    edge=phrases(
        r"(?:media|press) (?:contacts?|enquiries|inquiries)\W*(?:.{0,60})",
        r"\S+@\S+\.\w+",
        r"\+?[\d ()./-]{7,20}",
        r"(?:https?://|www\.)\S+",
        r".{0,80}\(\d{3}\) \d{3}-\d{4}.{0,80}",
        r"\d{1,5} [^.]{3,60}\b(?:st|street|ave|avenue|rd|road|blvd|dr|drive|suite|floor|lane|"
        r"ln)\b.{0,60}",
        r"(?:service|opening|office|business) hours:?",
        r".{0,60}\d{1,2}(?::\d\d)? ?[ap]m ?[-–] ?\d{1,2}(?::\d\d)? ?[ap]m.{0,80}",
    ),
)
