"""The menu of life: from what a person needs to a service, a page or a human."""
