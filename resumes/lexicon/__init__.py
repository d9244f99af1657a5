"""What staff change of the skills and employers that are looked for: kept, checked, tried out, put to use."""
