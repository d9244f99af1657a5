"""What if: the estimate of a changed person beside one's own; nothing of it is stored until the visitor says so."""
