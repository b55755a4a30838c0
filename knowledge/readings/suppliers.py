"""Claims about sub-processors, suppliers and artificial intelligence."""

from knowledge.readings.reading import Reading, reading, way
from knowledge.specifics import Bound

_MODELS = (
    r"(?:(?:ai |language |machine[- ]learning |statistical )?models?|artificial intelligence|machine learning|llms?)"
)
READINGS: tuple[Reading, ...] = (
    reading(
        "other companies store, process or have access to customer data",
        way(r"(?:uses?|engag\w+|rel(?:y|ies) on|use of|employs?)", r"(?:{SUBS}|subservice organi[sz]ations?)",
            r"(?:for|listed|list|annex|to (?:host|process|store|provide|deliver)|hosting)"),
        others=True,
        alone=True,
    ),
    reading(
        "customers are told of a new sub-processor",
        way(r"(?:{CUSTOMERS})", r"(?:inform\w*|notif\w+|notice|told|tell\w*|announc\w+)", r"{SUBS}",
            r"(?:new|add\w*|addition|replac\w*|chang\w+|engag\w+|appoint\w*|further|another|before|prior)"),
        bound=Bound.AT_LEAST,
        others=True,
    ),
    reading(
        "contracts with sub-processors carry the same security duties",
        way(r"{SUBS}", r"(?:impos\w+|plac\w+|bind\w*|bound|flow\w* down|pass\w* on|contract\w*|written agreement"
                       r"|agree\w*)",
            r"(?:same|no less (?:protective|strict|onerous)|equivalent|at least as|substantially (?:the same"
            r"|similar)|not less)",
            r"(?:duties|obligations?|terms|requirements|measures|protections?|protective)"),
        others=True,
    ),
    reading(
        "security of suppliers that can reach customer data is reviewed",
        way(r"{SUPPLIERS}", r"(?:assess\w*|review\w*|evaluat\w+|audit\w*|re-?assess\w*)",
            r"(?:security|confidential|data|risk\w*|critical|important|assurance)"),
        others=True,
    ),
    reading(
        "last security review of a supplier was completed on",
        way(r"(?:last|latest|most recent)", r"{SUPPLIERS}", r"(?:review|assessment|audit)"),
        others=True,
    ),
    reading(
        "customer data is not used to train or improve models",
        way(r"(?:customers?'?|client|your|user)(?: \w+)? ?(?:data|content|records|information)?|what customers store",
            r"(?:(?:may |must |will |shall |is |are )?(?:not|never)(?: be)? (?:\w+ )?(?:used|entered|trained|fed)"
            r"|never train|do(?:es)? not (?:use|train)|prohibited)",
            r"(?:train\w*|improv\w*|fine-tun\w+|learn\w*)", _MODELS),
        against=(rf"(?:customer|client|user)(?:s'|'s)? (?:data|content) (?:is|are"
                 rf"|may be) (?:also )?used to (?:train|improve|fine-tune) [^.;]{{0,40}}{_MODELS}",),
        bound=None,
    ),
    reading(
        "models that see customer data run",
        way(_MODELS, r"(?:run|runs|hosted|operated|deployed|executed|served)"),
        items={"on systems we run ourselves": r"(?:run (?:\w+ )?ourselves|our own (?:systems|servers"
                                              r"|infrastructure|hardware)|self-hosted|in-house|on-premises?)",
               "own account with a cloud": r"own (?:cloud )?account", "with a model provider":
                   r"(?:model provider|openai|anthropic|third-party api)"},
        bound=None,
    ),
    reading(
        "model provider keeps prompts",
        way(r"(?:prompts?|inputs?|results|completions|outputs?)", r"(?:kept|retain\w*|stored|keeps|deleted)"),
        bound=Bound.AT_MOST,
    ),
    reading(
        "switch off the functions that use artificial intelligence",
        way(r"{CUSTOMERS}|administrators", r"(?:switch\w* off|turn\w* off|disable\w*|opt[- ]out)", _MODELS +
            r"|ai (?:features|functions)"),
        bound=None,
    ),
    reading(
        "tested against prompt injection",
        way(r"prompt injections?", r"(?:test\w*|red[- ]team\w*|checked|evaluat\w+)",
            r"(?:before|prior to|each release|release)"),
        bound=None,
    ),
)  # fmt: skip
