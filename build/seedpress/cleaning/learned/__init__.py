"""Small learned models: what they see, how they are evaluated, and their weights."""
