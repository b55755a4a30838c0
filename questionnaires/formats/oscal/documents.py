"""Which OSCAL document a file holds, and that document as plain values whether it came as JSON, YAML or XML."""

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.json_text import load_json
from questionnaires.formats.oscal.plain import Plain
from questionnaires.formats.oscal.xml import catalog_from_xml, root_of
from questionnaires.formats.source import Source
from questionnaires.written import load_yaml

_MODELS = {
    "catalog": "catalog",
    "profile": "profile",
    "component-definition": "component definition",
    "system-security-plan": "system security plan",
    "assessment-plan": "assessment plan",
    "assessment-results": "file of assessment results",
    "plan-of-action-and-milestones": "plan of action and milestones",
    "mapping-collection": "mapping",
}


def is_oscal(plain: object) -> bool:
    """Tell whether plain values are an OSCAL document of any kind."""
    return _model(plain) != ""


def sentence_for(name: str, plain: object) -> str:
    """Say where a document goes that was handed in as a questionnaire."""
    model = _model(plain)
    if model == "catalog":
        return f"{name} is an OSCAL catalog, not a questionnaire; it is taken in on the page of the standard."
    return _not_supported(name, model)


def catalog_in(source: Source) -> Plain:
    """Return the catalog that the file holds; any other document gets the one sentence for it."""
    text = source.text.lstrip()
    if text.startswith("<"):
        return _catalog_in_xml(source)
    plain = load_json(text) if text.startswith(("{", "[")) else load_yaml(text)
    model = _model(plain)
    if not model or not isinstance(plain, dict):
        raise UnreadableQuestionnaire(f"{source.name} is no OSCAL catalog: it has no “catalog” at its top.")
    if model != "catalog":
        raise UnreadableQuestionnaire(_not_supported(source.name, model))
    catalog: Plain = plain["catalog"]
    return catalog


def _catalog_in_xml(source: Source) -> Plain:
    root = root_of(source.data)
    if root.name == "catalog":
        return catalog_from_xml(root)
    if root.name in _MODELS:
        raise UnreadableQuestionnaire(_not_supported(source.name, root.name))
    raise UnreadableQuestionnaire(f"{source.name} is no OSCAL catalog: it begins with <{root.name[:40]}>.")


def _model(plain: object) -> str:
    if not isinstance(plain, dict):
        return ""
    return next((model for model in _MODELS if isinstance(plain.get(model), dict)), "")


def _not_supported(name: str, model: str) -> str:
    if model == "profile":
        return f"{name} is an OSCAL profile, which is not supported; resolve it into a catalog first and take in that."
    return f"{name} is an OSCAL {_MODELS[model]}; only a catalog can be taken in."
