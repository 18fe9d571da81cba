"""Matinee: a film and series recommender you talk to, on your own machine."""
