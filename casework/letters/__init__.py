"""What is told: kinds of letters and screens, their policies, and the data each shows at sending."""
