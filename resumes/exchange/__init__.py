"""Taking a resume's reading along: all of it as JSON and back again, as JSON Resume, and as a link to its estimate."""
