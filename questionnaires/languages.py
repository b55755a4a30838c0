"""Languages by their own names, and the answers to yes or no in those that we speak."""

from collections.abc import Mapping

from questionnaires.kinds import YesNo

NAMES: Mapping[str, str] = {
    "ar": "العربية", "bg": "Български", "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "en": "English",
    "es": "Español", "et": "Eesti", "fi": "Suomi", "fr": "Français", "ga": "Gaeilge", "he": "עברית", "hi": "हिन्दी",
    "hr": "Hrvatski", "hu": "Magyar", "id": "Bahasa Indonesia", "is": "Íslenska", "it": "Italiano", "ja": "日本語",
    "ko": "한국어", "lt": "Lietuvių", "lv": "Latviešu", "nb": "Norsk bokmål", "nl": "Nederlands", "no": "Norsk",
    "pl": "Polski", "pt": "Português", "ro": "Română", "ru": "Русский", "sk": "Slovenčina", "sl": "Slovenščina",
    "sr": "Српски", "sv": "Svenska", "th": "ไทย", "tr": "Türkçe", "uk": "Українська", "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
_YES_NO = {
    "de": ("Ja", "Nein", "Teilweise", "Trifft nicht zu"),
    "es": ("Sí", "No", "En parte", "No procede"),
    "fr": ("Oui", "Non", "En partie", "Sans objet"),
    "it": ("Sì", "No", "In parte", "Non applicabile"),
    "nl": ("Ja", "Nee", "Gedeeltelijk", "Niet van toepassing"),
    "pt": ("Sim", "Não", "Em parte", "Não se aplica"),
}


def language_name(code: str) -> str:
    """Return a language's own name; its code where we do not know it."""
    base, _, region = code.partition("-")
    name = NAMES.get(base)
    return f"{name} ({region})" if name and region else name or code


def yes_no_in(language: str) -> Mapping[YesNo, str] | None:
    """Return the answers to yes or no in a language; None where we do not speak it."""
    words = _YES_NO.get(language.partition("-")[0])
    return dict(zip(YesNo, words, strict=True)) if words else None
