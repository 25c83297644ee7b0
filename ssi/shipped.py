"""Where the standards and examples that come with ssi are, installed or in a checkout.

Never reads what is in them. A wheel carries them inside the package, under `ssi/shipped`; a checkout has them beside
the package. The wheel's place is looked at first, because beside an installed package may stand anybody's `examples`.
"""

from pathlib import Path

from ssi.errors import SsiError, fault

PACKAGE = Path(__file__).parent


def standards_folder(package: Path = PACKAGE) -> Path:
    """The folder of `<id>/<version>.toml`. Fault: `shipped-missing`."""
    return _folder("standards", package)


def examples_folder(package: Path = PACKAGE) -> Path:
    """The folder of example programmes and practice cases. Fault: `shipped-missing`."""
    return _folder("examples", package)


def _folder(name: str, package: Path) -> Path:
    places = (package / "shipped" / name, package.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise SsiError(fault("shipped-missing", name=name, place=places[0]))
