"""Claims about development and change."""

from knowledge.readings.reading import Reading, reading, way

_SECOND = (
    r"(?:second (?:person|engineer|developer|reviewer|pair of eyes|member|colleague)|another (?:person|engineer"
    r"|developer|colleague)"
    r"|other than (?:the|its|their) author|someone other than|peer[- ]review\w*|peers?|independent reviewer"
    r"|at least one (?:other )?(?:reviewer|engineer|developer)"
    r"|two[- ]person|four[- ]eyes|colleague|code review|reviewer)"
)
READINGS: tuple[Reading, ...] = (
    reading(
        "software is developed by a documented secure development process",
        way(r"(?:software|code|applications?|developers?|development|changes)",
            r"(?:secure (?:software )?(?:development|coding) (?:standard|life ?cycle|process|policy|procedure"
            r"|methodology|guidelines?)|sdlc|ssdlc|secure sdlc)",
            r"(?:developed|follow\w*|under|according to|governs?|in accordance|based on"
            r"|(?:is|are|has been|have) (?:documented|defined|applied|established|maintained))"),
    ),
    reading(
        "change to production code is reviewed by a second person",
        way(r"(?:changes?|code|commits?|merge requests?|pull requests?)",
            r"(?:review\w*|approv\w+|inspected|checked)",
            _SECOND,
            r"(?:before|prior to|until|merged?|releas\w+|deploy\w*|production|go(?:es)? live|must)"),
        way(r"(?:no|never)(?: code)? (?:changes?|code|commit)", r"(?:until|without|before|unless)", _SECOND,
            r"(?:approv\w+|review\w*)", whole=True),
        against=(r"(?:changes|code) (?:is|are) (?:not|not always) (?:peer[- ])?reviewed",),
        topic=(r"changes?", r"(?:review\w*|approv\w+)"),
    ),
    reading(
        "automatic security checks must pass before a release",
        way(r"(?:pass|must|before|blocks?|stops?|gate|failed|required|prior to|not deployed|deployed)",
            r"(?:releas\w+|deploy\w*|merg\w+|pipelines?|production|build)"),
        items={"static analysis": r"(?:static (?:code |application security )?(?:analysis|testing|checks?)|sast)",
               "dependencies": r"(?:dependenc(?:y|ies)|software composition|sca|libraries|third-party components)",
               "secrets in code": r"secrets?", "dynamic testing": r"(?:dynamic (?:analysis|testing)|dast)",
               "container images": r"(?:images?|containers?|infrastructure code|infrastructure as code)"},
        bound=None,
    ),
    reading(
        "development, test and production environments are separated",
        way(r"development", r"(?:test(?:ing)?|staging|sandbox|non-production|qa)", r"production",
            r"(?:(?:is|are|kept|run|exist)\b.{0,60}?(?:separat\w+|segregat\w+|isolat\w+|distinct|different)"
            r"|separate (?:accounts?|environments|networks)|own accounts?|accounts of (?:its|their) own"
            r"|no network path)"),
    ),
    reading(
        "changes to production are approved and recorded",
        way(r"changes?", r"(?:approv\w+|authori[sz]ed|sign-?off)", r"(?:record\w*|tickets?|documented|logged"
                                                                   r"|tracked|request)",
            r"(?:before|prior to|until|after approval|deploy\w*|implement\w*)"),
        topic=(r"changes?", r"(?:review\w*|approv\w+)"),
    ),
    reading(
        "software bill of materials is available",
        way(r"(?:software bills? of materials?|sboms?)", r"(?:available|provided|published|supplied|delivered|shared)"),
        items={"with each release": r"(?:each|every) (?:release|version)", "on request": r"(?:on|upon) request"},
        bound=None,
    ),
)  # fmt: skip
