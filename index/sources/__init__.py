"""Where titles come from: one module a kind of source."""
