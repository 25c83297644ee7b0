"""`ssi demo`: being written."""


def run() -> None:
    """Walk an example year."""
