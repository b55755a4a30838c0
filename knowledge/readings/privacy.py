"""Claims about personal data and agreements on it."""

from knowledge.readings.reading import Reading, reading, way
from knowledge.specifics import Bound

READINGS: tuple[Reading, ...] = (
    reading(
        "signs a data processing agreement that meets Article 28",
        way(r"(?:article|art\.?) 28", r"(?:gdpr|general data protection regulation|2016/679|data protection)",
            r"(?:agreement|terms|addendum|contract|parties|processor)"),
        bound=None,
    ),
    reading(
        "record is kept of the processing carried out for customers",
        way(r"(?:records? of (?:the )?(?:categories of )?processing|article 30|processing register"
            r"|register of processing)",
            r"(?:kept|keeps?|maintain\w*|held|holds?|up to date)"),
        bound=None,
    ),
    reading(
        "requests concerning one person's data are carried out within",
        way(r"(?:requests?|instructions?|rights)", r"(?:delet\w+|correct\w*|export\w*|access|eras\w+|rectif\w+"
                                                   r"|data subjects?|individuals?)",
            r"(?:person|data subjects?|individuals?|data)", r"(?:carr(?:y|ies|ied) out|answer\w*|respond\w*"
                                                            r"|complet\w+|fulfil\w*|acted|handled|processed"
                                                            r"|honou?r\w*)"),
        bound=Bound.AT_MOST,
    ),
    reading(
        "personal data leaves the European Economic Area on this ground",
        way(r"(?:transfer\w*|outside|third countr(?:y|ies)|leaves)", r"(?:european economic area|eea|eu|union"
                                                                     r"|third countr(?:y|ies))"),
        items={"adequacy": r"adequacy", "standard contractual clauses": r"standard contractual clauses",
               "with a transfer assessment": r"transfer (?:impact )?assessment", "binding corporate":
                   r"binding corporate rules"},
        bound=None,
    ),
    reading(
        "signs a business associate agreement",
        way(r"(?:business associate (?:agreement|addendum|contract)|baa)",
            r"(?:sign\w*|enter\w*|execut\w+|between|agree\w*)"),
        bound=None,
    ),
)  # fmt: skip
