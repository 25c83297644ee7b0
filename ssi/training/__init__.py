"""Practice on described shelters: a case file read and checked (`reading`), and what was given marked (`marking`)."""
