"""An edition's contents as plain values, between file, database and estimation. Knows no database."""
