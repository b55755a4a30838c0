"""Claims about rooms, visitors and media."""

from knowledge.readings.reading import Reading, reading, way

READINGS: tuple[Reading, ...] = (
    reading(
        "entry to the rooms that hold the service's equipment",
        way(r"(?:entry|physical access|access|entered)", r"(?:data cent(?:er|re)s?|server rooms?|halls?|rooms"
                                                         r"|facilit(?:y|ies)|cages?)",
            r"(?:authori[sz]ed|limited|restrict\w+|controlled|badge|card)", r"(?:log(?:ged|s)?|record\w*)"),
        bound=None,
    ),
    reading(
        "audit report of the hosting provider is obtained and reviewed",
        way(r"(?:assurance reports?|audit reports?|soc (?:2|1|ii) reports?|attestations?|certificates?)",
            r"(?:hosting providers?|critical suppliers?|cloud providers?|subservice organi[sz]ations?"
            r"|infrastructure providers?|data cent(?:er|re) providers?|suppliers?)",
            r"(?:read|review\w*|obtain\w*|assess\w*|evaluat\w+|checked)"),
        others=True,
    ),
    reading(
        "visitors to offices are signed in and escorted",
        way(r"(?:visitors?|guests?)", r"(?:regist\w+|sign(?:ed)? in|log(?:ged)?|recorded|badge\w*)",
            r"(?:escort\w*|accompan\w+|supervised)"),
        bound=None,
    ),
    reading(
        "storage media that held customer data are destroyed or wiped",
        way(r"(?:media|drives?|disks?|devices?|equipment|hardware)", r"(?:destroy\w*|destruction|wip(?:ed|ing|es)"
                                                                     r"|shred\w*|degauss\w*|erased|saniti[sz]\w+)",
            r"(?:before|prior to|on disposal|at (?:the )?end of life|disposal|disposed)",
            r"(?:certif\w+|nist|record|recogni[sz]ed|standard|method|800-88|shred\w*|verified)"),
        bound=None,
    ),
)  # fmt: skip
