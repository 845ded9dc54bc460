"""The nouns that every stage speaks in. Frozen where they are claims; no I/O, no spaCy, no SQL."""
