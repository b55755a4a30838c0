"""What known claims are about at heart, for hearing it denied: the claim, its thing, its doing, what else must be named."""

_CLEAR = (
    r"(?:is|are|was|were|keeps?|kept|stor(?:es?|ed)|written|sent|held|travels?|exchanges?) (?:[\w-]+ ){0,5}?"
    r"(?:unencrypted|(?:in|as) (?:the )?(?:clear|plain)(?:[ -]?text)?|without encryption|not encrypted)"
)
# Of each claim: its thing; its doing, beside the usual verbs (with "!" it alone, where the thing is no practice itself);
# what a sentence must name too; other words that deny it.
HEARTS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "security policy has been approved",
        "(?:information )?security policy|policy|management",
        "!approved|adopted|endorsed",
        "policy",
        "(?:not|never) (?:been )?approved",
    ),
    (
        "a named person is accountable",
        "",
        "",
        "security",
        "no (?:single |one |named )?(?:person|individual|one|role|officer) (?:is |holds? |"
        r"has )?(?:\w+ )?(?:accountable|responsible|overall responsibility)|(?:role|post|"
        "position)[^.]{0,60} (?:is|has been|remains?) (?:vacant|unfilled|open)",
    ),
    (
        "documented risk assessments",
        "(?:documented |formal )?risk assessments?",
        "been made",
        "",
        "",
    ),
    (
        "scope of the independent attestations",
        "",
        "",
        "module|component|app(?:lication)?|region|part|feature|interface|subsidiary",
        "(?:outside(?: of)?|not (?:included|covered|contained) (?:in|by)|excluded from|not (?:within|"
        "part of)|beyond) (?:the )?(?:scope|report|certificate)",
    ),
    (
        "exceptions to security policies are recorded",
        "",
        "",
        "exceptions?|deviations?",
        "not (?:recorded|documented|registered|logged|written down)|(?:verbally|orally|informally)|"
        "without (?:an? )?(?:expiry|end|expiration)(?: date)?|(?:do not|never) expire",
    ),
    (
        "background of staff is checked",
        "(?:background|criminal record|pre-employment) (?:checks?|screenings?|verifications?)|screening",
        "screened|checked",
        "",
        "(?:staff|employees|contractors)[^.]{0,60} (?:are|is) not (?:screened|vetted|checked)",
    ),
    (
        "signed a confidentiality agreement",
        "(?:confidentiality|non-disclosure) (?:agreements?|undertakings?|clauses?)|ndas?",
        "signed",
        "",
        "",
    ),
    (
        "all staff complete security awareness training",
        "(?:security )?awareness (?:training|course|programme|program)|security training",
        "given|repeated|refreshed|take|complete[d]?|attend(?:ed)?",
        "",
        "training[^.]{0,80} (?:not|never) (?:repeated|refreshed)",
    ),
    (
        "security training made for their role",
        "(?:role-(?:based|specific)|specialist|particular|security) (?:security )?training",
        "receive[d]?",
        "roles?|developers?|engineers?|administrators?",
        "",
    ),
    (
        "uses an individual account",
        "(?:individual|personal|named|own) accounts?",
        "",
        "",
        r"(?:shares?|sharing|through one|one|single) (?:a |one |an )?(?:\w+ )?(?:common|generic|shared|"
        "joint|group|team) (?:accounts?|log-?ins?|credentials?)|shared? (?:a |one |"
        r"an )?(?:\w+ )?(?:accounts?|log-?ins?|passwords?)",
    ),
    (
        "for all administrative access to the production",
        "multi-?factor(?: authentication)?|mfa|2fa|two-?factor(?: authentication)?|second factors?",
        "enforced|in use there",
        r"administrat\w+|production|privileged|admins?",
        "",
    ),
    (
        "of all staff for remote access and e-mail",
        "multi-?factor(?: authentication)?|mfa|2fa|two-?factor(?: authentication)?|second factors?",
        "enforced",
        "e-?mail|vpn|remote|mail",
        "with (?:a |their )?passwords? (?:only|alone)",
    ),
    (
        "access to customer data is granted only after",
        "(?:approvals?|authori[sz]ations?|consent)",
        "asked for|recorded|given",
        "access|permissions?|rights|grants?",
        "(?:themselves|self) (?:access|permissions?|rights)",
    ),
    (
        "administrators use separate accounts",
        r"(?:separate|second|dedicated|distinct) (?:\w+ )?(?:accounts?|identit(?:y|ies))",
        "",
        "",
        r"(?:same|normal|everyday|regular|usual) (?:\w+ )?accounts? (?:for|to do) (?:privileged|"
        r"administrat\w+)",
    ),
    (
        "single sign-on standards",
        "single sign-?on|sso|federated (?:login|sign-?in)",
        "",
        "",
        "",
    ),
    (
        "encrypted at rest in all data stores",
        "encryption(?: at rest)?",
        "encrypted|switched on|turned on",
        "data|databases?|stores?|warehouse|index|volumes?|rest",
        _CLEAR,
    ),
    (
        "kept logically separate from the data of other customers",
        "(?:logical )?(?:separation|segregation|isolation)",
        "separated|segregated|isolated",
        "customers?|tenants?|clients?",
        "",
    ),
    (
        "restrict their data to one region",
        "(?:restrictions?|limitation|choice)[^.]{0,25} regions?|regions?|data residency",
        "!agreed|restricted|limited|chosen",
        "region|residency",
        "",
    ),
    (
        "disks of all laptops",
        "laptops?|notebooks?",
        "!encrypted",
        "laptops?|notebooks?",
        "(?:is|are|was|were) (?:without (?:disk |full-disk )?encryption|unencrypted)|"
        "encryption[^.]{0,30} (?:laptops|notebooks) of [^.]{3,40} only",
    ),
    (
        "encrypted in transit between internal systems",
        "",
        "",
        "internal|private network|between (?:our|the) (?:own )?(?:systems|services)|inside",
        _CLEAR,
    ),
    (
        "backups of customer data are encrypted",
        "backups?",
        "!encrypted",
        "back-?ups?",
        _CLEAR,
    ),
    (
        "use encryption keys that they manage themselves",
        "(?:customer|client|self)-managed (?:encryption )?keys?|bring[ -]your[ -]own[ -]keys?|byok|"
        "own (?:encryption )?keys?",
        "",
        "",
        "",
    ),
    (
        "keys that protect customer data are rotated",
        "keys?",
        "!rotated|renewed|replaced|changed",
        "keys?",
        "",
    ),
    (
        "documented secure development process",
        "(?:documented |formal |written )?(?:process|policy|standard|life ?cycle) (?:for|"
        "of) secure (?:software )?development|secure (?:software )?development (?:process|policy|"
        "life ?cycle)|sdlc",
        "",
        "",
        "",
    ),
    (
        "reviewed by a second person before release",
        r"(?:code |peer )?reviews?(?: by a (?:second|other) \w+)?",
        "reviewed",
        "code|changes?|merge",
        "(?:merge|release|deploy)[^.]{0,20} (?:their|its) own (?:changes|code)",
    ),
    (
        "automatic security checks must pass",
        r"(?:automat\w+ )?(?:security )?(?:checks?|scans?|tests?)",
        "subject to|block",
        "releases?",
        "(?:do|does) not (?:block|stop|prevent|hold up) (?:a |the )?releases?",
    ),
    (
        "development, test and production environments are separated",
        r"separat\w+ (?:test|development|staging|production)?\s*(?:environments?|systems?)?",
        "separated",
        r"environments?|servers?|test\w*",
        r"(?:share|on) (?:one|the same|a single) environment|test\w*[^.]{0,30} on (?:the )?(?:production|"
        "live) (?:servers?|systems?|environment)",
    ),
    (
        "changes to production are approved",
        "(?:approvals?|authori[sz]ations?|consent)",
        "approved|recorded",
        "changes?|modifications?",
        "",
    ),
    (
        "software bill of materials",
        "(?:software )?bills? of materials|sboms?",
        "part of|generated|published?|publish|ship(?:ped)?",
        "",
        "",
    ),
    (
        "independent party carries out a penetration test",
        "penetration tests?|pen-?tests?|(?:outside|external|independent) (?:firm|party|company|testers?)",
        "involved|engaged|commissioned",
        "penetration|pen-?tests?",
        "by our own (?:engineers|staff|team|employees) only",
    ),
    (
        "report vulnerabilities through a public channel",
        "public (?:channel|way|contact|address)|(?:vulnerability |responsible )?disclosure (?:programme|"
        "program|policy)|bug bounty(?: programme| program)?",
        "",
        "",
        "",
    ),
    (
        "malware protection runs on all",
        "(?:malware|virus|endpoint) protection|anti-?(?:malware|virus)",
        "equipped|running|active",
        "",
        "servers?[^.]{0,60} (?:have|has) none",
    ),
    (
        "logs are protected from change",
        "",
        "",
        "logs?|log entries",
        r"(?:administrators?|admins?|operators?)[^.]{0,50} (?:can|may|are able to) (?:\w+ )?(?:edit|"
        "change|delete|alter|modify|remove|purge)",
    ),
    (
        "alerts are watched and acted on around the clock",
        "",
        "",
        r"alerts?|alarms?|monitor\w*",
        "(?:business|office|working) hours only|only (?:during|in|within) (?:business|office|"
        "working) hours|(?:nobody|no one|no-one) (?:looks|watches|monitors|reacts|responds)|"
        "on (?:weekdays|working days) between",
    ),
    (
        "customers can get the audit log",
        "audit (?:logs?|trails?)|activity logs?",
        "obtained|exported|accessible|downloaded|shared",
        "",
        "",
    ),
    (
        "written incident response plan",
        "(?:written |documented )?(?:incident(?: response)? (?:plan|procedure)|plan for incidents)",
        "",
        "",
        "",
    ),
    (
        "documented business continuity and disaster recovery plan",
        "(?:documented |written )?(?:business continuity|disaster recovery|continuity|recovery)(?: (?:or|"
        r"and) [\w ]{3,20}?)? plans?",
        "",
        "",
        "",
    ),
    (
        "restores from backup are tested",
        r"restor\w+(?: tests?)?|recover(?:y|ies)(?: from backup)?",
        "tested|exercised|verified|rehearsed",
        r"restor\w+|back-?ups?",
        "not (?:been )?tested",
    ),
    (
        "copy of the backups is kept out of reach",
        "",
        "",
        "back-?ups?",
        r"no cop(?:y|ies) of (?:the )?back-?ups?[^.]{0,40}(?:apart|separate\w*|offline|elsewhere|outside)|"
        "all back-?ups? (?:are|is) (?:kept|stored|held) in the (?:same|production)",
    ),
    (
        "entry to the rooms that hold",
        "(?:entry|entries|access|doors?|rooms?)",
        "!locked|restricted|limited|logged|recorded|controlled",
        r"rooms?|cages?|racks?|data cent\w+",
        "",
    ),
    (
        "audit report of the hosting provider is obtained",
        "(?:audit|soc(?: 2)?|assurance) reports?",
        "!obtained|reviewed|requested|read",
        r"host\w*|provider|data cent\w+",
        "not (?:reviewed|read|looked at) again",
    ),
    (
        "visitors to offices are signed in",
        "visitors?|escorts?",
        "!signed in|registered|escorted|accompanied|logged",
        "visitors?|guests?",
        "without (?:an? )?(?:escort|sign-?in|registration)",
    ),
    (
        "storage media that held customer data",
        "(?:storage )?media|disks?|drives?|devices?",
        "!wiped|erased|destroyed|shredded|sanitised|sanitized",
        "media|disks?|drives?",
        "",
    ),
    (
        "record is kept of the processing",
        "records? of (?:the )?processing|processing records?|register of processing",
        "",
        "",
        "",
    ),
    (
        "signs a business associate agreement",
        "business associate agreements?|baas?",
        "sign|signed|enter into",
        "",
        "",
    ),
    (
        "sub-processors carry the same security duties",
        "(?:same |security )?(?:security )?(?:duties|obligations|requirements|terms)",
        "!contain|carry|include|impose",
        "(?:contracts?|agreements?) with",
        "",
    ),
    (
        "security of suppliers that can reach customer data is reviewed",
        "suppliers?|reviews?",
        "!reviewed|repeated",
        "suppliers?|vendors?",
        "not (?:reviewed |repeated )?(?:again|thereafter|afterwards)",
    ),
    (
        "uses artificial intelligence on customer data",
        "artificial intelligence|machine learning|ai",
        "use",
        "",
        "",
    ),
    (
        "customers can switch off the functions",
        "",
        "",
        "artificial intelligence|ai|model|assistant",
        "cannot be (?:switched off|turned off|disabled|deactivated)|(?:no way|not possible) to (?:switch|turn|disable)",
    ),
    (
        "tested against prompt injection",
        "tests? (?:against|for) (?:prompt injection|data leaks?)",
        "",
        "",
        "not tested (?:against|for)",
    ),
    (
        "a person reviews model decisions",
        "(?:human|manual) (?:review|oversight)",
        "",
        "decisions?|outcomes?",
        "no (?:person|human|one|employee) (?:reviews?|checks?|looks)|without (?:any )?human (?:review|"
        "involvement|oversight)",
    ),
)
