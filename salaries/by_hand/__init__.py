"""An estimate without a resume: a form in the page's address, and the same explained answer."""
