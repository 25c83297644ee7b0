"""`ssi standard list`."""


def run() -> None:
    """The standards that are at hand."""
    from ssi.acts.standards import is_version
    from ssi.shipped import standards_folder

    for path in sorted(standards_folder().glob("*/*.toml")):
        if is_version(path.stem):
            print(path.parent.name, path.stem)
