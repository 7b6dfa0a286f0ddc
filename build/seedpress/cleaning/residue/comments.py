"""Comment forms and comment counts."""

from seedpress.cleaning.residue.family import Family, phrases

FAMILY = Family(
    "comments",
    anywhere=phrases(
        r"(?:kommentar|kommentare|antwort) (?:schreiben|hinterlassen|abgeben|verfassen)|"
        r"kommentare? \(\d+\)|\d+ kommentare?",
        r"(?:laisser|ajouter|écrire|poster) un commentaire|commentaires? \(\d+\)|\d+ commentaires?",
        r"(?:dejar?|deja|escribir|publicar|añadir) un comentario|deja una respuesta|\d+ "
        r"comentarios?",
        r"(?:lascia|scrivi) un commento|\d+ commenti|deixe um comentário|(?:laat een|plaats "
        r"een) reactie.{0,20}",
        r"(?:оставить|добавить) комментарий|\d+ комментари(?:й|я|ев)|(?:залишити|додати) коментар",
        r"leave (?:a|your) (?:reply|comment|response)(?: (?:to .{1,60} )?cancel reply)?",
        r"cancel reply",
        r"no comments? yet\b.{0,80}",
        r"your email address will not be published.{0,80}",
        r"required fields are marked.{0,10}",
        r"(?:you must be |please )?log(?:ged)? in (?:or (?:register|sign up) )?to (?:post a |"
        r"leave a |add a )?(?:comment|reply|post).{0,30}",
        r"sign in to (?:comment|reply|leave a comment).{0,20}",
        r"\d+ (?:comments?|repl(?:y|ies)|responses?)(?: (?:to|on) .{1,160})?",
        r"\d+ thoughts? on .{1,160}",
        r"(?:no|view|read|show|see|load|all|view all|read all|show all|hide|post)(?: \d+)?(?: "
        r"more)? comments?(?: \(\d+\))?",
        r"comments? \(\d+\)",
        r"comments? (?:are|is) (?:now )?(?:closed|disabled|off)\b.{0,60}",
        r"(?:post|add|write|submit|leave) (?:a|your|the first) (?:comment|reply)\b.{0,30}",
        r"be the first to (?:comment|reply|leave a comment|share your thoughts)\b.{0,40}",
        r"join the (?:conversation|discussion)",
        r"start the (?:conversation|discussion)",
        r"have your say(?: on this (?:story|article))?",
        r"what do you think\? (?:let us know|leave a comment|tell us|share).{0,80}",
        r"(?:tell us|let us know) what you think\b.{0,60}",
        r"save my name,? (?:and )?email.{0,100}",
        r"notify me (?:of|by|when|via).{0,80}",
        r"this site uses akismet.{0,100}",
        r"sort(?:ed)? by:? .{3,40}",
        r"(?:inline feedbacks?|most voted|newest oldest|oldest newest|newest first|oldest "
        r"first|notify of)",
        r"comment by .{1,60}\d{1,2}:\d\d.{0,10}",
        r".{1,40} says:",
        r"(?:your (?:name|nickname|comment|message|email(?: address)?)|name|email|website) "
        r"?(?:\(.{1,30}\)|\*)",
        r"\(?enter the verification code.{0,60}",
        r"image verification",
        r"report (?:this )?(?:comment|abuse)",
        r"(?:correction/)?comments?\? contact us.{0,40}",
        r"some comments posted here .{0,300}",
        r"what is trackback\?",
        r"trackbacks?(?:/pingbacks?)?(?: \(\d+\))?",
    ),
    edge=phrases(
        r"(?:reader )?comments?",
        r"discussion",
        r"repl(?:y|ies)",
        r"responses?",
        r"message",
        r"your (?:name|nickname|comment|message|email)",
        r"name",
        r"submit(?: comment)?",
        r"website",
        r"subscribe notify of",
    ),
)
