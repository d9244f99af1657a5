"""Template filters of the guide's figures."""
