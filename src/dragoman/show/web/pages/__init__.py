"""One file for each screen: its page as a documented dataclass, and the function that fills it."""
