"""Claims about cryptography: transport, backups and keys."""

from knowledge.readings.reading import Reading, reading, way
from knowledge.specifics import Bound

_KEYS = r"(?:(?:encryption |cryptographic |data |data encryption |master |root |wrapping )?keys?)"
READINGS: tuple[Reading, ...] = (
    reading(
        "oldest TLS version accepted by public endpoints",
        way(r"(?:connections?|endpoints?|traffic|gateway|browsers?|load balancers?|interfaces?|websites?"
            r"|transport|apis?)",
            r"(?:only|or (?:later|higher|newer|above|greater)|at least|minimum|oldest|refus\w+|reject\w*|disabled"
            r"|and (?:above|later|higher))",
            r"tls(?: v?1\.[0-3]\+?)?"),
        bound=Bound.AT_LEAST,
    ),
    reading(
        "encrypted in transit between internal systems",
        way(r"(?:internal (?:traffic|communications?|connections?|systems?|network)|between (?:our |its |the "
            r"|internal )*(?:services|systems|components"
            r"|servers|micro-?services|hosts|nodes|data cent(?:er|re)s)|service-to-service"
            r"|services authenticate each other"
            r"|send to one another|east-west)",
            r"(?:encrypt(?:s|ed|ion)?|tls|mtls|ipsec|wireguard)"),
        against=(r"(?:internal traffic|(?:traffic|communications?|connections?) between (?:our |the "
                 r"|its )?(?:internal )?(?:services|systems|components|servers))"
                 r" (?:is|are) (?:currently )?(?:not|not yet|un)[ ]?(?:currently )?encrypted",
                 r"(?:internal traffic|(?:traffic|communications?) between (?:our |the |its )?(?:services|systems"
                 r"|servers)) (?:is|are) unencrypted"),
        bound=None,
    ),
    reading(
        "backups of customer data are encrypted",
        way(r"{BACKUPS}", r"(?:back-?ups?|backed up|database|data|customer|region|nightly|copied)",
            r"(?:encrypted|encryption|encrypts?)"),
        against=(r"back-?ups? (?:of [a-z ]+ )?(?:is|are) (?:not|not yet|currently not) encrypted",
            r"unencrypted back-?ups"),
    ),
    reading(
        "keys that protect customer data are kept",
        way(_KEYS, r"(?:kept|stored|held|created|wrapped|live|reside|managed|protected|generated|hold)"),
        items={"hardware security module": r"(?:hardware security modules?|hsms?)",
               "key management service": r"(?:key management (?:service|system)s?|kms|key vault|key service)",
               "secrets vault": r"(?:secrets? (?:vault|manager|store)|vault we run|hashicorp vault)",
               "files or configuration": r"(?:files?|configuration)"},
        barred=r"(?:back-?ups?|customer's own|customer[- ]managed|signing keys?|api keys?)",
        bound=None,
    ),
    reading(
        "use encryption keys that they manage themselves",
        way(r"{CUSTOMERS}", r"(?:(?:bring|manage|use|hold|control|supply|provide)s?)(?: and (?:manage|control))?",
            r"(?:(?:their|its|your|the customer's) own (?:encryption )?keys?"
            r"|customer[- ]managed (?:encryption )?keys?|byok)"),
        against=(r"(?:keys that customers manage(?: themselves)?|customer[- ]managed (?:encryption )?keys?"
                 r"|bring your own key|byok)"
                 r" (?:is|are) (?:not|currently not) (?:supported|available|offered|possible)",),
        bound=None,
    ),
    reading(
        "keys that protect customer data are rotated",
        way(_KEYS, r"(?:rotat\w+|replac\w+|renew\w*|chang(?:ed|es)|roll(?:ed|s) over|re-?issued)"),
    ),
)  # fmt: skip
