"""The children's recreation programme: what a campaign says, who may take part, where an application stands."""
