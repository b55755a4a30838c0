"""Pages on which questionnaires are written."""

from litestar.types import ControllerRouterHandler

from portal.assessments.authoring.outline_routes import ROUTES as OUTLINE
from portal.assessments.authoring.preview_routes import ROUTES as PREVIEW
from portal.assessments.authoring.question_routes import ROUTES as QUESTION
from portal.assessments.authoring.tip_routes import ROUTES as TIP
from portal.assessments.authoring.translation_routes import ROUTES as TRANSLATION

ROUTES: list[ControllerRouterHandler] = [*OUTLINE, *QUESTION, *PREVIEW, *TRANSLATION, *TIP]
