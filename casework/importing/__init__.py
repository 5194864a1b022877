"""Applications that came by the department's former form: drafts with a link for each family."""
