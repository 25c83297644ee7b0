"""What differs between two standards, piece by piece: the criteria, and what stands around them."""
