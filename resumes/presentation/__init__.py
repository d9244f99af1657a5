"""What a page shows: facts and an estimate become typed view models. Templates only lay them out."""
