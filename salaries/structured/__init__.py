"""The guide's figures as schema.org describes such things, for programs that read pages. Pure: addresses come in."""
