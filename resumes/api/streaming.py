"""An upload over the size limit is cut while it streams in."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase

from resumes.views.quota import SizeLimit

P = ParamSpec("P")
Run = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def size_limited(run: Run[P]) -> Run[P]:
    """Set the limit before anything reads the body."""

    @wraps(run)
    def limited(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        request.upload_handlers.insert(0, SizeLimit(request))
        return run(request, *args, **kwargs)

    return limited
