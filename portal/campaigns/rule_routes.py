"""The pages of who is due again, of the rules that choose questionnaires, and of the months between two assessments."""

from uuid import UUID, uuid4

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.campaigns import ruling
from portal.campaigns.forms import CadenceForm, MoveForm, ProposedForm, RuleForm
from portal.campaigns.proposing import draft_proposed
from portal.campaigns.rule_pages import due_page, rule_page, rules_page
from portal.core.dates import plural
from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of

READ, SEND, EDIT = [allows(Can.read_evidence)], [allows(Can.assess)], [allows(Can.edit_standard)]
_RULES, _RULE, _DUE = "campaigns/rules.html", "campaigns/rule.html", "campaigns/due.html"


@get("/campaigns/due", guards=READ, include_in_schema=False)
async def due(request: PortalRequest, page: int = 1) -> Response[str]:
    """Show who is due again."""
    return render(request, _DUE, await due_page(principal_of(request), min(page, 1_000_000)))


@post("/campaigns/due", guards=SEND, include_in_schema=False)
async def propose(request: PortalRequest, page: int = 1) -> Response[str] | Redirect:
    """Make campaigns of what is ticked; nothing is sent yet."""
    given, who = await entered(request), principal_of(request)
    try:
        form = parse(ProposedForm, given)
        made = await draft_proposed(who, form.plan, None if form.all else form.marks)
    except InvalidForm as error:
        return render(request, _DUE, await due_page(who, min(page, 1_000_000), given, error.errors), 422)
    if len(made) == 1:
        return go(f"/campaigns/{made[0].id}", "These are the vendors. Nothing is sent yet.")
    return go("/campaigns", f"{plural(len(made), 'campaign waits', 'campaigns wait')} to be looked at and sent.")


@get("/campaigns/rules", guards=READ, include_in_schema=False)
async def rules(request: PortalRequest, vendor: str = "") -> Response[str]:
    """Show the rules, and what one vendor gets by them."""
    return render(request, _RULES, await rules_page(principal_of(request), vendor))


@get("/campaigns/rules/new", guards=EDIT, include_in_schema=False)
async def new_rule(request: PortalRequest) -> Response[str]:
    """Show the form of a new rule."""
    return render(request, _RULE, await rule_page(None))


@post("/campaigns/rules/new", guards=EDIT, include_in_schema=False)
async def add_rule(request: PortalRequest) -> Response[str] | Redirect:
    """Add a rule."""
    given = await entered(request)
    try:
        await ruling.add_rule(principal_of(request), parse(RuleForm, given).rule(uuid4()))
    except InvalidForm as error:
        return render(request, _RULE, await rule_page(None, given, error.errors), 422)
    return go("/campaigns/rules", "The rule stands behind the others. Move it up if it is to count before them.")


@get("/campaigns/rules/{rule_id:uuid}", guards=EDIT, include_in_schema=False)
async def rule(request: PortalRequest, rule_id: UUID) -> Response[str]:
    """Show the form of a rule."""
    return render(request, _RULE, await rule_page(rule_id))


@post("/campaigns/rules/{rule_id:uuid}", guards=EDIT, include_in_schema=False)
async def change_rule(request: PortalRequest, rule_id: UUID) -> Response[str] | Redirect:
    """Change a rule."""
    given = await entered(request)
    try:
        await ruling.change_rule(principal_of(request), parse(RuleForm, given).rule(rule_id))
    except InvalidForm as error:
        return render(request, _RULE, await rule_page(rule_id, given, error.errors), 422)
    return go("/campaigns/rules", "The rule is changed.")


@post("/campaigns/rules/{rule_id:uuid}/drop", guards=EDIT, include_in_schema=False)
async def drop_rule(request: PortalRequest, rule_id: UUID) -> Redirect:
    """Take a rule away."""
    await ruling.drop_rule(principal_of(request), rule_id)
    return go("/campaigns/rules", "The rule is gone.")


@post("/campaigns/rules/{rule_id:uuid}/move", guards=EDIT, include_in_schema=False)
async def move_rule(request: PortalRequest, rule_id: UUID) -> Redirect:
    """Move a rule up or down."""
    form = parse(MoveForm, await entered(request))
    await ruling.move_rule(principal_of(request), rule_id, form.up)
    return go("/campaigns/rules", "The rules are in another order.")


@post("/campaigns/cadence", guards=EDIT, include_in_schema=False)
async def cadence(request: PortalRequest) -> Response[str] | Redirect:
    """Say after how many months each tier is assessed again."""
    given, who = await entered(request), principal_of(request)
    try:
        await ruling.set_months(who, parse(CadenceForm, given).months)
    except InvalidForm as error:
        typed = {name: values[-1] for name, values in given.items()}
        return render(request, _RULES, await rules_page(who, "", error.errors, typed), 422)
    return go("/campaigns/rules", "The months are set.")


ROUTES: list[ControllerRouterHandler] = [
    due, propose, rules, new_rule, add_rule, rule, change_rule, drop_rule, move_rule, cadence,
]  # fmt: skip
