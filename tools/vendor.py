"""Bring the foreign files that browsers load into the repository, checked and unchanged.

`vendor.json` names each package, its version, the hash the registry published and the hash of
every file we take. Node is needed for this alone, never to run or to test the platform.

    python tools/vendor.py              fetch what vendor.json lists
    python tools/vendor.py --festhalten accept the files' hashes after a deliberate update
"""

import argparse
import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

WURZEL = Path(__file__).resolve().parents[1]
LISTE = WURZEL / "vendor.json"
ZIEL = WURZEL / "lernplattform" / "static" / "vendor"


def folder_name(paket: dict[str, Any]) -> str:
    """`@kern-ux/native` 2.7.2 becomes `kern-ux-native-2.7.2`."""
    return f"{paket['name'].lstrip('@').replace('/', '-')}-{paket['version']}"


def integrity(inhalt: bytes) -> str:
    """The form npm publishes: sha512, base64."""
    return "sha512-" + base64.b64encode(hashlib.sha512(inhalt).digest()).decode()


def fetch_archive(paket: dict[str, Any], ordner: Path) -> Path:
    """Let npm find the package, so no registry address stands in this repository."""
    befehl = ["npm", "pack", "--silent", f"{paket['name']}@{paket['version']}"]
    ausgabe = subprocess.run(befehl, cwd=ordner, check=True, capture_output=True, text=True)
    archiv = ordner / ausgabe.stdout.strip().splitlines()[-1]
    if integrity(archiv.read_bytes()) != paket["integrity"]:
        sys.exit(f"{paket['name']}: the archive is not the one vendor.json names")
    return archiv


def copy_files(paket: dict[str, Any], archiv: Path, festhalten: bool) -> None:
    """Take the listed files and nothing else; a file with another hash stops the run."""
    ziel = ZIEL / folder_name(paket)
    ziel.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archiv) as tar:
        for quelle, erwartet in paket["dateien"].items():
            datei = tar.extractfile(f"package/{quelle}")
            inhalt = datei.read() if datei else b""
            gefunden = hashlib.sha256(inhalt).hexdigest()
            if festhalten:
                paket["dateien"][quelle] = gefunden
            elif gefunden != erwartet:
                sys.exit(f"{paket['name']}: {quelle} is not the file vendor.json names")
            (ziel / Path(quelle).name).write_bytes(inhalt)


def main() -> None:
    argumente = argparse.ArgumentParser(description=__doc__)
    argumente.add_argument("--festhalten", action="store_true")
    festhalten = argumente.parse_args().festhalten
    pakete = json.loads(LISTE.read_text(encoding="utf-8"))
    for paket in pakete:
        with tempfile.TemporaryDirectory() as ordner:
            copy_files(paket, fetch_archive(paket, Path(ordner)), festhalten)
    if festhalten:
        LISTE.write_text(json.dumps(pakete, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
