"""The children's recreation programme: campaigns, and the way of an application through them."""
