"""Resumes for staff: how reading goes and what went wrong, never what a resume says."""

from resumes.admin import lexicon, marks, resume

__all__ = ["lexicon", "marks", "resume"]
