"""One conversation: understand, retrieve, rank, compose, verify."""
