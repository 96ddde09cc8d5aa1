"""Use cases: one function is one thing a person does. They change, and never commit."""
