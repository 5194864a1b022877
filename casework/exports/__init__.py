"""Files that leads take out of campaigns: asked for with a reason, gathered in portions, made while they are sent."""
