"""Free links between two texts: candidates by shared words, probabilities from a small trained model, beads."""
