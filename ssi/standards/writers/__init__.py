"""What a standard becomes for other programs and readers: one file a format. Never changes what it says."""
