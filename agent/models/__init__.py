"""Chat models: the embedded one, the user's Ollama server, and which of them speaks."""
