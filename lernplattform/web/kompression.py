"""Text goes compressed over thin lines: static files once per process, pages as they are made.

Why not by a library, and why with random padding: docs/adr/0006.
"""

import gzip
import secrets
import struct
import zlib
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, current_app, request

ARTEN = frozenset(
    {
        "application/javascript",
        "application/json",
        "application/manifest+json",
        "image/svg+xml",
        "text/calendar",
        "text/css",
        "text/csv",
        "text/html",
        "text/javascript",
        "text/plain",
    }
)
# Below this, headers weigh more than what is saved.
LOHNT_AB = 500
STUFE = 6
FUELLUNG = 64
"""At most so many random bytes in a page's gzip header, so that lengths tell nothing exact."""
_FNAME = 0x08


def richte_ein(app: Flask) -> None:
    app.after_request(_verdichte)


def _verdichte(antwort: Response) -> Response:
    if antwort.mimetype not in ARTEN:
        return antwort
    antwort.vary.add("Accept-Encoding")
    if not _darf(antwort):
        return antwort
    daten = _statisch(antwort) if request.endpoint == "static" else _seite(antwort)
    if daten is None:
        return antwort
    antwort.direct_passthrough = False
    antwort.set_data(daten)
    antwort.headers["Content-Encoding"] = "gzip"
    _schwaeche_etag(antwort)
    return antwort


def _darf(antwort: Response) -> bool:
    """Not parts of a file, not what a view streams, not what is compressed already."""
    return (
        antwort.status_code not in (204, 206, 304)
        and "Content-Encoding" not in antwort.headers
        and request.method != "HEAD"
        and request.accept_encodings["gzip"] > 0
        and (request.endpoint == "static" or not antwort.is_streamed)
    )


def _statisch(antwort: Response) -> bytes | None:
    if antwort.status_code != 200:
        return None
    pfad = Path(str(current_app.static_folder)) / (request.view_args or {})["filename"]
    daten = _verdichtete_datei(pfad, pfad.stat().st_mtime_ns)
    if daten is not None:
        antwort.response.close()  # type: ignore[union-attr]
    return daten


@lru_cache(maxsize=256)
def _verdichtete_datei(pfad: Path, _stand: int) -> bytes | None:
    """As small as it gets; `_stand` changes with the file."""
    roh = pfad.read_bytes()
    return gzip.compress(roh, 9, mtime=0) if len(roh) >= LOHNT_AB else None


def _seite(antwort: Response) -> bytes | None:
    roh = antwort.get_data()
    return verdichte_mit_fuellung(roh) if len(roh) >= LOHNT_AB else None


def verdichte_mit_fuellung(roh: bytes) -> bytes:
    """A gzip file with a "file name" of random length, which every reader passes over."""
    name = secrets.token_hex(secrets.randbelow(FUELLUNG // 2) + 1).encode() + b"\0"
    kopf = b"\x1f\x8b\x08" + struct.pack("<BLBB", _FNAME, 0, 0, 255) + name
    strom = zlib.compressobj(STUFE, zlib.DEFLATED, -zlib.MAX_WBITS)
    koerper = strom.compress(roh) + strom.flush()
    return kopf + koerper + struct.pack("<LL", zlib.crc32(roh), len(roh) & 0xFFFFFFFF)


def _schwaeche_etag(antwort: Response) -> None:
    """The same content in other bytes: a strong ETag would be a lie."""
    kennung, schwach = antwort.get_etag()
    if kennung is not None and not schwach:
        antwort.set_etag(kennung, weak=True)
