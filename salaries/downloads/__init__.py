"""The guide's data to take away: an edition whole as JSON with its hash, and each table as CSV."""
