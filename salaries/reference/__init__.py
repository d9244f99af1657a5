"""Public reference data: wages by area, US places and their metropolitan areas, posted and reported salaries.

`ORIGINS.toml` says where each table comes from and under which licence.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
