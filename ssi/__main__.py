"""`python -m ssi` is `ssi`."""

from ssi.cli import main

main()
