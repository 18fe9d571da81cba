"""Benchmarks: each beside a peer in the same run, reported as ratios. ``make bench`` runs them all."""
