"""What the checks `terminology` and `term-consistency` share: where terms stand, and how differences are told."""
