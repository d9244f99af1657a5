"""The pages of resumes: thin views over deeds and presentation."""
