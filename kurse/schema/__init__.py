"""The shape of the content files, as pydantic models: no unknown keys, no guessing of types."""
