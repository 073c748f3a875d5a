"""Term bases: load them, and find their terms in texts."""
