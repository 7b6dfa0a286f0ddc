"""Author boxes below an article."""

from seedpress.cleaning.residue.family import Family, matching, phrases

_BOX = (
    r"[^.]{2,60} is (?:a|an|the) [^.]{0,120}\b(?:writer|editor|author|journalist|reporter|blogger|"
    r"contributor|correspondent|photographer|founder|engineer|consultant|director|manager|"
    r"professor|specialist|expert|coach|strategist)\b.{0,300}"
)
# A sentence that introduces somebody, as the box about an author does.
BOX = matching(_BOX)
FAMILY = Family(
    "author box",
    anywhere=phrases(
        r"(?:about|meet) (?:the )?authors?:?(?: .{0,60})?",
        r"(?:view|see|read) (?:all|more) (?:posts|articles|stories) by .{1,60}",
        r"author bio",
        r"more (?:posts )?(?:by|from) (?:this author|the author|.{2,40})",
    ),
    edge=phrases(
        r"written by",
        _BOX,
        r"follow (?:him|her|them|the author)\b.{0,80}",
        r"(?:hi|hello),? i'?(?: a)?m .{1,200}",
        r"posted by .{1,40}",
        r"author",
    ),
)
