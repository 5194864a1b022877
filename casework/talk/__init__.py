"""What is said between caseworkers and people beside plain answers: held, taken back, answered by a sign."""
