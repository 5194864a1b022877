"""Reads the catalogue's files: the shipped ones, each replaceable by a file of the same name in CATALOGUE_DIR."""

from pathlib import Path

from rules.catalogue import FILES, Catalogue, CatalogueError, parse
from rules.catalogue.places import OTHER_NAMES, PLACES

SHIPPED = Path(__file__).resolve().parent.parent / "catalogue"


def load_catalogue(directory: Path | None = None) -> Catalogue:
    """The catalogue of the shipped folder, with the files of `directory` in place of those it has.

    CatalogueError (one line: file, entry, field) if the folder is missing, holds a file that is no part of the
    catalogue (a misspelt name would silently change nothing), can't be read, or is wrong inside.
    """
    folders = dict.fromkeys(FILES, SHIPPED)
    if directory is not None:
        folders |= dict.fromkeys(_overriding(directory), directory)
    catalogue = parse({name: _read(folder, name) for name, folder in folders.items()})
    if {PLACES, OTHER_NAMES} & {name for name, folder in folders.items() if folder != SHIPPED}:
        # The shipped ones are tested and read when they are needed; a fault in others must show now.
        _ = catalogue.places.book
    return catalogue


def _overriding(directory: Path) -> list[str]:
    if not directory.is_dir():
        raise CatalogueError("CATALOGUE_DIR", "", "", "is not a folder")
    names = sorted(path.name for path in directory.iterdir() if path.suffix in {".toml", ".csv"})
    for name in names:
        if name not in FILES:
            raise CatalogueError(name, "", "", f"is no file of the catalogue; known are {', '.join(FILES)}")
    return names


def _read(folder: Path, name: str) -> str:
    try:
        return (folder / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CatalogueError(name, "", "", "the file is missing") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(name, "", "", f"can't be read as UTF-8 ({type(error).__name__})") from None
