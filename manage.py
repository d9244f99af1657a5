#!/usr/bin/env python
"""Run an administrative command of Bandwise."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if sys.argv[1:2] == ["analyze"]:
        from resumes import sandbox

        sandbox.warm()  # parsers and lexicons are loaded in a process of their own while Django is loaded in this one
    execute_from_command_line(sys.argv)
