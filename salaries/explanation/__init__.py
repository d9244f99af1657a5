"""An estimate told to people: reasons, steps, pictures and words that need no resume."""
