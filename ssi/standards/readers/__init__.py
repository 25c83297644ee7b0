"""What a standard and its texts are read back from besides their own TOML, one file a format. Never writes anything."""
