"""HTTP: read the input, call one use case or query, answer."""
