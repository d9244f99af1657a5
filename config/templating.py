"""How templates are found and loaded: kept in memory, except where they are being worked on."""

from pathlib import Path
from typing import Any

FROM_DISK = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]


def templates_of(folder: Path, *, debug: bool) -> list[dict[str, Any]]:
    """Return the setting of the template engine; with `debug` every page reads its templates anew."""
    loaders: list[Any] = FROM_DISK if debug else [("django.template.loaders.cached.Loader", FROM_DISK)]
    return [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [folder],
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ],
                "builtins": ["template_partials.templatetags.partials"],
                "loaders": [("template_partials.loader.Loader", loaders)],
            },
        }
    ]
