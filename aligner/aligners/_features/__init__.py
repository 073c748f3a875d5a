"""What the trained scorer looks at: one file per group of features of a bead."""
