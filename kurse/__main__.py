"""`python -m kurse [ORDNER]`: checks a content folder as its authors see it."""

import argparse
import sys
from pathlib import Path

from kurse.laden import MITGELIEFERT, load_katalog


def main(argumente: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m kurse", description="Prüft Kursinhalte.")
    parser.add_argument("ordner", nargs="?", type=Path, default=MITGELIEFERT)
    ergebnis = load_katalog(parser.parse_args(argumente).ordner)
    sys.stdout.writelines(f"Warnung: {warnung}\n" for warnung in ergebnis.warnungen)
    sys.stderr.writelines(f"{fehler}\n" for fehler in ergebnis.fehler)
    anzahl = f"{len(ergebnis.fehler)} Fehler, {len(ergebnis.warnungen)} Warnungen."
    sys.stdout.write(f"{anzahl}\n")
    return 1 if ergebnis.fehler else 0


if __name__ == "__main__":
    sys.exit(main())
