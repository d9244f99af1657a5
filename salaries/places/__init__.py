"""US places by the names people give them: cities, metropolitan areas, states, and what is no place.

`resolving.fitting` answers a finished text, `searching.search` one that is still being typed.
"""
