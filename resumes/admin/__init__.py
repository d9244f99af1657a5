"""Resumes for staff: how reading goes and what went wrong, never what a resume says."""

from resumes.admin import api_key, lexicon, marks, resume

__all__ = ["api_key", "lexicon", "marks", "resume"]
