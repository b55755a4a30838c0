"""The labels that certificates of management systems give their numbers, names and days."""

from knowledge.facts.forms import Form

_OF_IT = r"(?:\s+of\s+(?:the\s+|this\s+)?(?:certificate|certification|registration|approval))?"
_ISSUE = (
    r"(?:issue[ds]?|issuance|certification|registration|registered|approv(?:al|ed)|certified|grant(?:ed)?|award(?:ed)?)"
)
FORM = Form(
    {
        "number": r"(?:holds\s+)?(?:certificate|certification|registration"
            r"|approval)\s*(?:/\s*policy\s*)?(?:registration\s*|file\s*)?(?:no|nr|number|id|ref(?:erence)?"
            r"|identification|code)(?:\(s\)|s)?\.?(?:\s*[#:])?|certificate\s*#|certificate\s+identification"
            r"|zertifikat[s-]*(?:nr|nummer)\.?|(?:certificate?|certificado|certificato|zertifikat)\s*(?:n[°ºo]\.?"
            r"|num[eé]ro|numero|nr\.?)"
            r"|(?:certificate|registration)\s+reference|(?:cert|reg)\.\s*(?:no|nr|number|id)\.?"
            r"|certificate(?=\s*:?\s+[A-Z0-9./_-]*\d)",
        "issuer": r"(?:certification|certifying|certificating|registration|issuing)\s+(?:body|company|authority|office"
        r"|bureau|organi[sz]ation)"
            r"|(?:issued|certified|granted|awarded|audited\s+and\s+certified|registered)\s+by|registrar|certifier",
        "signer": r"authori[sz]ed\s+by|approved\s+by|for\s+and\s+on\s+behalf\s+of|on\s+behalf\s+of|signed\s+for",
        "subject": r"(?:(?:legal\s+)?name\s+of\s+(?:the\s+)?)?(?:certified\s+|registered\s+"
        r"|assessed\s+)?(?:organi[sz]ation|company"
            r"|client|certificate\s+holder|holder|registrant|entity|customer|licensee)(?:\s+name)?"
            r"|certificate\s+(?:is\s+)?(?:issued|awarded|granted|presented)\s+to|(?:issued|awarded|granted|presented"
            r"|registered)\s+to"
            r"|legal\s+name|holder\s+of\s+(?:the\s+|this\s+)?certificate",
        "scope": r"(?:certified\s+|certification\s+|certificate\s+|registered\s+"
        r"|approved\s+)?scope(?:\s+of\s+(?:the\s+)?(?:certification"
            r"|certificate|registration|approval|assessment|ISMS|PIMS|BCMS|AIMS"
            r"|(?:information\s+security\s+)?management\s+system|activit(?:y|ies)"
            r"|supply))?(?:\s+statement)?|(?:for\s+the\s+)?following\s+(?:activities|scope"
            r"|fields?)(?:\s+of\s+\w+)?|field\s+of\s+application|geltungsbereich"
            r"|(?:in[\s-]scope|certified|covered|registered|approved)\s+(?:products?|services?|activit(?:y|ies)"
            r"|systems?|processes)"
            r"|(?:products?|services?|activit(?:y|ies)|processes|operations)\s+(?:covered|in\s+scope|certified)"
            r"|(?:for|covering|applicable\s+to|in\s+respect\s+of|relating\s+to)(?=[ \t]*:)",
        "initial": rf"(?:date\s+of\s+)?(?:(?:the\s+)?(?:initial|original|first)(?:ly)?|certified"
            rf"|fecha\s+de\s+primera)\s+(?:{_ISSUE}|since)(?:\s+(?:date|on|decision))?|(?:certified"
            rf"|registered)\s+since|date\s+(?:first\s+|initially\s+)?(?:certified|registered|approved)"
            r"|first\s+certified|cycle\s+start(?:\s+date)?|originally\s+(?:certified|registered|issued)(?:\s+on)?",
        "revised": r"(?:date\s+of\s+)?(?:latest|last|current)\s+(?:revision|issued?|amend(?:ed"
            r"|ment)|update)(?:\s+date)?|re-?issued?\s+date(?:\s+of\s+(?:the\s+)?certificate)?"
            r"|date\s+(?:of\s+)?re-?issued?|re-?issued(?:\s+on)?"
            r"|revision\s+date|(?:date\s+of\s+)?(?:last\s+)?re-?certification(?:\s+(?:date|decision))?",
        "surveillance": r"(?:\d(?:st|nd|rd|th)|first|second|next|annual)\s+surveillance(?:\s+audit)?(?:\s+(?:due|date"
        r"|by|on|before))*"
            r"|surveillance(?:\s+audits?)?(?:\s+\d)?\s+(?:due|date|by)|(?:next\s+)?re-?certification(?:\s+(?:audit|due"
            r"|date|by|before))+"
            r"|next\s+(?:audit|assessment|re-?certification)(?:\s+(?:due|date|by|before))*",
        "issued": r"date\s+of\s+(?:the\s+)?certification\s+decision|certification\s+decision(?:\s+date)?"
            r"|granted(?:\s+on)?|date\s+of\s+(?:the\s+|this\s+)?(?:issue|issuance|certification|certificate"
            r"|registration|approval|award)"
            rf"|(?:certificate\s+)?(?:issue|issuance|award|approval)\s+date{_OF_IT}|(?:certificate\s+)?(?:issued"
            rf"|awarded|registered)(?:\s+on)?"
            r"|(?:certification|registration|certificate)\s+date|date\s+(?:issued|granted|awarded|registered)"
            r"|fecha\s+de\s+(?:[uú]ltima\s+)?emisi[oó]n"
            r"|date\s+d[’'][ée]mission|ausstellungsdatum|ausgestellt\s+am|this\s+issue",
        "effective": r"(?:certificate\s+)?(?:valid|effective|validity)(?:\s+(?:from|as\s+of|since|start(?:s)?(?:\s+date)?))+"
            r"|effective\s+date(?:\s+of\s+\w+)?|(?:start|begin(?:ning)?)\s+of\s+(?:the\s+)?validity"
            r"|effective|(?:certificate\s+)?start\s+date|g[üu]ltig\s+ab",
        "expires": rf"(?:certificate\s+|certification\s+|registration\s+|approval\s+)?(?:expir(?:y|ation|es)"
        rf"|valid(?:ity)?\s+(?:until?|til+|to|through"
            rf"|thru|up\s+to)|validity\s+date|validity\s+(?:ends?|expires)|end\s+of\s+(?:the\s+)?validity|lapses"
            rf"|good\s+(?:through|until))(?:\s+(?:date|on))?{_OF_IT}"
            rf"|(?:date\s+of\s+)?(?:certificate\s+)?expir(?:y|ation){_OF_IT}|(?:certificate\s+)?end\s+date"
            r"|fecha\s+de\s+(?:expiraci[oó]n|caducidad)|v[aá]lido\s+hasta|date\s+d[’']expiration"
            r"|valable\s+jusqu[’']au|g[üu]ltig\s+bis|expiry\s+of\s+(?:the\s+)?certificate",
        "soa": r"(?:version\s+of\s+(?:the\s+)?)?statement\s+of\s+applicability(?:\s+\(SoA"
            r"\))?(?:\s+(?:version|reference|issue|revision))?|SoA(?:\s+version)?",
        "accreditation": r"accreditation(?:\s+(?:body|no\.?|number))?|accredited\s+by|accredited",
        "standard": r"(?:certification\s+)?standards?|norm|(?:assessed|certified|audited)\s+(?:against|to)"
        r"|in\s+accordance\s+with|requirements\s+of",
        "site": r"(?:registered\s+|head\s+office\s+|principal\s+|business\s+)?address|(?:certified\s+|main\s+)?(?:site"
            r"|location)s?(?:\s+covered)?|head\s+office|headquarters|premises(?:\s+covered)?",
        "validity": r"valid(?:ity)?(?:\s+period)?|period\s+of\s+validity|certificate\s+(?:is\s+)?valid"
            r"|this\s+certificate\s+is\s+valid|(?:current\s+)?(?:certification|registration|certificate)\s+(?:cycle|period|term)",
        "_other": r"(?:certificate\s+)?(?:version|revision|issue)(?:\s+(?:no|number)\.?)?"
            r"|audit\s+report\s+no\.?|issue\s+no\.?|page|signed|further\s+clarifications?|annex"
            r"|audit\s+dates?|decision\s+date|certificate\s+identity\s+(?:no|number)\.?"
            r"|last\s+day\s+of\s+(?:the\s+)?audit|EA\s+codes?|IAF\s+codes?|technical\s+areas?",
    }
)  # fmt: skip
