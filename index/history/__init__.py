"""A person's own viewing history: the exports of services, read and linked to a catalogue."""
