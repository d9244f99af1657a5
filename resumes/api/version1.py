"""Version 1 of the API. What a later version would change for programs gets an address of its own."""

from ninja import NinjaAPI

from resumes.api import of_guide, of_resumes
from resumes.api.access import Key
from resumes.api.handling import handle
from resumes.api.pace import CallsAMinute

DESCRIPTION = (
    "Send a resume, get the experience tier, the specialization and the base salary range that the salary guide gives "
    "for it, each number with its source. Everything is US dollars, dates are ISO 8601, times are UTC."
)

api = NinjaAPI(
    title="Bandwise",
    version="1.0.0",
    description=DESCRIPTION,
    openapi_url=None,
    docs_url=None,
    urls_namespace="api:v1",
    auth=Key(),
    throttle=CallsAMinute(),
    servers=[{"url": "/"}],
)
handle(api)
api.add_router("/resumes", of_resumes.router)
api.add_router("", of_guide.router)
