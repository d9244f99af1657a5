"""The guide's tables as files: exported with natural keys, read back with words for what is wrong, all or nothing."""
