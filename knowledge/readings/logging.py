"""Claims about logs and alerts."""

from knowledge.readings.reading import Reading, reading, way
from knowledge.specifics import Bound

_LOGS = r"(?:(?:security |audit |event |access |system )*(?:logs?|events?|log data|records of events|audit trails?))"
_ALWAYS = (
    r"(?:at all hours|at any hour|around the clock|round the clock|24[ /x]*7|24 hours(?: a day)?|day and night"
    r"|every hour of"
    r" (?:the|every) day)"
)
READINGS: tuple[Reading, ...] = (
    reading(
        "events are logged on systems that hold customer data",
        way(r"(?:log(?:ged|s|ging)?|record(?:ed|s))"),
        items={"sign-ins": r"(?:sign-?ins?|log-?ins?|log-?ons?|authentication (?:attempts|events))",
               "actions of administrators": r"(?:(?:privileged|administrat\w+|admin) (?:actions?|activit(?:y|ies)"
                                            r"|operations|commands)|actions of administrators)",
               "access to customer data": r"access to (?:customer|restricted|personal|client"
                                          r"|confidential) (?:data|records)",
               "changes to configuration and rights": r"chang(?:es|e) (?:of|to|in) (?:settings|configurations?"
                                                      r"|permissions|rights|access rights)"},
        bound=None,
    ),
    reading(
        "security logs are kept for",
        way(_LOGS, r"(?:kept|retain(?:ed|s)?|stored|preserved|retention|held|archived|maintained|available)",
            r"(?:security|audit|access|event|logs?|they)"),
        bound=Bound.AT_LEAST,
        barred=r"(?:entry|entries|doors?|visitors?|video|cctv|physical|badges?|(?:debug|chat|build|marketing|web"
               r"|customer) logs?|recordings?)",
    ),
    reading(
        "logs are protected from change and deletion",
        way(_LOGS, r"(?:(?:can |may |must |could |cannot )?(?:neither|not|never|nor)(?: be)? (?:\w+ )?(?:change"
                   r"|alter|modif|delet|edit|tamper)\w*(?: (?:n?or|and) (?:change|alter|modif|delet|edit)\w*)?"
            r"|immutable|append-only|tamper-?(?:proof|evident|resistant)|write-once|worm|cannot be (?:changed"
            r"|altered|modified|edited|deleted))"),
        bound=None,
    ),
    reading(
        "security alerts are watched and acted on (?:around the clock|at any hour|at all hours|24)",
        way(r"(?:alerts?|events?|monitor\w*|alarms?|security operations cent(?:er|re)|soc|detection)", _ALWAYS,
            r"(?:analysts?|watch\w*|monitor\w*|on[- ]call|team|desk|staffed|respond\w*|acknowledg\w*|handled"
            r"|operators?)"),
        bound=None,
    ),
    reading(
        "customers can get the audit log",
        way(r"{CUSTOMERS}", r"(?:audit (?:logs?|trails?)|activity logs?)",
            r"(?:download|export|view|access|retriev|available|query|get|see)\w*"),
        bound=None,
    ),
)  # fmt: skip
