"""What people and staff send beside words."""
