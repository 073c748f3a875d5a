"""Trains the scorer of beads on alignments made by hand.

    python -m aligner.training GOLD_DIR... [--held-out] [--by-set] [-o FILE]

Every document is aligned by the base aligner, together with the others of its set, alone, and alone without a
dictionary; the weights are fitted on all of these at once. Two runs on the same texts give the same file.
"""
