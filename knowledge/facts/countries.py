"""Knows the countries that addresses end with and locations name."""

import re

_NAMES = r"""
Argentina|Australia|Austria|Bahrain|Belgium|Brazil|Bulgaria|Canada|Chile|China|Colombia|Costa Rica|Croatia|Cyprus
|Czech Republic|Czechia|Denmark|Egypt|Estonia|European Union|EU|EEA|Finland|France|Germany|Greece|Hong Kong|Hungary
|Iceland|India|Indonesia|Ireland|Israel|Italy|Japan|Kenya|Latvia|Liechtenstein|Lithuania|Luxembourg|Malaysia|Malta
|Mexico|Netherlands|The Netherlands|New Zealand|Nigeria|Norway|Pakistan|Peru|Philippines|Poland|Portugal|Qatar|Romania
|Saudi Arabia|Serbia|Singapore|Slovakia|Slovenia|South Africa|South Korea|Republic of Korea|Spain|Sweden|Switzerland
|Taiwan|Thailand|Turkey|T[üu]rkiye|Ukraine|United Arab Emirates|UAE|United Kingdom|Great Britain|England|Scotland
|Wales|Northern Ireland|UK|United States of America|United States|U\.S\.A?\.|USA|US|Uruguay|Vietnam|Deutschland
|Schweiz|[ÖO]sterreich|Global|Worldwide
"""
_PLAIN = [name.strip() for name in _NAMES.replace("\n", "").split("|")]
_WORDS = "|".join(
    name.replace(" ", r"\s+") for name in (*_PLAIN, *(n.upper() for n in _PLAIN if len(n) > 4 and n.isascii()))
)
COUNTRY = rf"(?:{_WORDS})"
AT_END = re.compile(rf"(?:{COUNTRY})(?:\s*(?:,|/|;|&|and)\s*(?:{COUNTRY}))*(?:\s*\([^()]{{2,40}}\))?\.?$")
IN_TEXT = re.compile(rf"(?<!\w){COUNTRY}(?!\w)")
