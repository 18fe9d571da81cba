"""The catalogue: titles, sources, embeddings, the LanceDB store and its search."""
