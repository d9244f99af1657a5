"""Advice from the resume itself: its strongest lines, what would complete the others, and a sheet for the pay talk."""
