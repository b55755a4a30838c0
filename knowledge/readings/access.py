"""Claims about access: accounts, sign-in, leavers and reviews."""

from knowledge.readings.reading import Reading, reading, way

MFA = (
    r"(?:multi-?factor(?: authentication)?|mfa|2fa|two-?factor(?: authentication)?|second factor|two-step verification"
    r"|(?:hardware|security|fido2?) (?:security )?keys?|passkeys?|strong authentication)"
)
_REVIEWED = (
    r"(?:review(?:s|ed|ing)?|recertif\w+|confirm(?:s|ed)?(?: or withdraw)?|re-?validat\w+|attest\w*"
    r"|checked|verif(?:y|ies|ied))"
)
_RIGHTS = r"(?:access(?: rights)?|rights|permissions|entitlements|roles?|accounts?|privileges)"
_LEAVERS = (
    r"(?:leavers?|terminated (?:employees?|users?|staff|personnel|workers?)|departing (?:employees?|staff)"
    r"|terminations?"
    r"|(?:employees?|staff|people|person|personnel) (?:who )?(?:leaves?|leaving|depart\w*)|former employees?"
    r"|off-?board\w+)"
)
READINGS: tuple[Reading, ...] = (
    reading(
        "every person uses an individual account",
        way(r"(?:each|every) (?:person|user|employee|individual|member of staff|staff member|engineer)|everyone"
            r"|everybody|all"
            r" (?:users|staff|employees|personnel)",
            r"(?:one|own|unique|individual|personal|named|single) (?:user )?(?:identit(?:y|ies)|accounts?|ids?"
            r"|log-?ins?|user ?names?"
            r"|identifiers?)"),
        way(r"(?:shared|generic|group) (?:user )?(?:accounts?|log-?ins?|ids?)|accounts? shared .{0,30}?"
            r"|sharing (?:of )?accounts?",
            r"(?:(?:is|are|be) (?:not (?:allowed|permitted|used)|forbidden|prohibited|banned)|do not exist"
            r"|never used)", whole=True),
        way(r"(?:no|without) (?:shared|generic) accounts?", whole=True),
        against=(r"(?:shared|generic) accounts? (?:is|are) (?:used|in use|allowed|permitted)",),
    ),
    reading(
        "authentication is required for all administrative access",
        way(MFA, r"(?:required|must|enforced|mandatory|needs?|demands?|only|requires?|sign(?:s)? in|protected by"
                 r"|compulsory|obligatory)",
            r"(?:{ADMINS}|production|privileged|cloud consoles?)"),
        way(MFA, r"(?:only (?:through|via|by|with|after|over)|(?:cannot|never|no) .{1,60}? without"
                 r"|not possible without)",
            r"(?:production|administrative|privileged|live environment)", whole=True),
        against=(rf"{MFA} (?:is|are) (?:not|not yet) (?:required|enforced|used|enabled|mandatory)"
                 r"[^.]{0,60}(?:administrat\w+|production|privileged)",),
    ),
    reading(
        "administrators must use this second factor",
        way(r"{ADMINS}|{STAFF}|all administrative access", r"(?:must|sign(?:s)? in|required|demands?|use|enforced"
                                                           r"|requires?|authenticate)"),
        items={"hardware security key": r"(?:(?:hardware|fido2?|physical) (?:security )?(?:keys?|tokens?)"
                                        r"|security keys?|yubikeys?|passkeys?)",
               "push message": r"push (?:messages?|notifications?|approvals?)",
               "one-time code from an app": r"(?:authenticator app|totp|codes? from an app|one-time (?:code"
                                            r"|password)s?)",
               "text message": r"(?:sms|text messages?)"},
        bound=None,
    ),
    reading(
        "authentication is required of all staff for remote access and e-mail",
        way(MFA, r"(?:{STAFF})", r"(?:remote access|vpn|everywhere|every sign-?in|all (?:systems|sign-?ins|access"
                                 r"|applications))",
            r"(?:e-?mail|everywhere|every sign-?in|all (?:systems|sign-?ins|applications))", whole=False),
    ),
    reading(
        "access of terminated employees is removed",
        way(_LEAVERS, r"(?:access|accounts?|rights|credentials|permissions)",
            r"(?:remov\w+|revok\w+|disabl\w+|withdraw\w*|deactivat\w+|deprovision\w*|clos(?:ed|es)|end(?:s|ed)?"
            r"|terminat\w+)"),
        topic=(_LEAVERS, r"(?:access|accounts?|tasks?|rights|tickets?|remov\w+|clos(?:ed|es)|revok\w+|disabl\w+)"),
    ),
    reading(
        "access to customer data is granted only after the approval",
        way(r"access", r"(?:approv\w+|authori[sz]ed|authori[sz]ation|permission of)",
            r"(?:owners?|line managers?|manager|data owner|supervisors?)",
            r"(?:grant\w*|given|gives?|needs?|requires?|requested|basis of|only)"),
        barred=r"(?:access|entry) to (?:the )?(?:\w+ )?(?:buildings?|offices?|premises|rooms?|sites?|car park)",
    ),
    reading(
        "administrators use separate accounts",
        way(r"(?:administrators?|admins?|privileged users?|engineers?)",
            r"(?:second|separate|dedicated|distinct|additional|own|different) (?:administrative |privileged "
            r"|admin |user )?(?:accounts?|identit(?:y|ies)|ids?|log-?ins?)",
            r"(?:privileged|administrat\w+|admin|elevated)(?: (?:work|tasks?|activit(?:y|ies)|access|duties"
            r"|rights|purposes))?"),
    ),
    reading(
        "privileged access rights are reviewed",
        way(r"(?:privileged|administrative|admin|administrator) (?:access(?: rights)?|roles?|accounts?|users?"
            r"|rights|permissions)"
            r"(?: (?:is|are) (?:limited|restricted) to [^.;,]{3,80})?", _REVIEWED),
    ),
    reading(
        "last review of user access rights was completed",
        way(r"(?:last|latest|most recent)", _RIGHTS, _REVIEWED),
    ),
    reading(
        "sign in with these single sign-on standards",
        way(r"(?:single sign-?on|sso|sign in|log in|federat\w+|accounts? can be managed)"),
        items={"SAML": r"saml(?: ?2(?:\.0)?)?", "OpenID": r"(?:open ?id(?: connect)?|oidc)", "SCIM": r"scim"},
        bound=None,
    ),
)  # fmt: skip
