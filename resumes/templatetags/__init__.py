"""Template filters of resumes."""
