"""`python -m kurse [ORDNER]`: checks a content folder as its authors see it."""

import argparse
import sys
from pathlib import Path

from kurse.pruefung.befehl import pruefe_ordner


def main(argumente: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m kurse", description="Prüft Kursinhalte.")
    parser.add_argument("ordner", nargs="?", type=Path, help="Standard: die mitgelieferten Inhalte")
    ordner = parser.parse_args(argumente).ordner
    return pruefe_ordner(ordner, lambda zeile: sys.stdout.write(f"{zeile}\n"))


if __name__ == "__main__":
    sys.exit(main())
