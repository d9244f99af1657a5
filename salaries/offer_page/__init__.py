"""The check of an offer: forms in the page's address, for oneself and for one or two offers; nothing is stored."""
