"""The guide in the admin: whole editions in the guide's order, and each table on its own."""

from salaries.admin.edition import EditionAdmin
from salaries.admin.tables import FigureAdmin

__all__ = ["EditionAdmin", "FigureAdmin"]
