"""Discovery: `variants` that no term base lists, and `drafts` of term bases from texts and their versions."""
