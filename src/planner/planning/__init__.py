"""What a person can do: the facade that both front ends use, and what it needs from outside."""
