"""Verify: sentence by sentence, each title named is a pick and each fact the catalogue's."""
