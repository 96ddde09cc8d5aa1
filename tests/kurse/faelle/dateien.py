"""Files that cannot be read, and YAML that must not be unfolded."""

from tests.kurse.faelle.bau import Faelle, szenario
from tests.kurse.ordner import DATEIEN, LEKTION, MODUL, SZENARIO

BOMBE = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{nachher}: &{nachher} [{', '.join([f'*{vorher}'] * 9)}]\n"
    for vorher, nachher in zip("abcdefghi", "bcdefghij", strict=True)
)
FAELLE: Faelle = {
    "YAML syntax": (szenario("titel: Der", "titel: [Der"), f"{SZENARIO}:3", "kein gültiges YAML"),
    "empty file": ({"impulse.yaml": ""}, "impulse.yaml:1", "leer"),
    "alias": ({"impulse.yaml": BOMBE}, "impulse.yaml:2", "Anker und Verweise"),
    "deep nesting": ({"impulse.yaml": "[" * 100_000}, "impulse.yaml:1", "zu tief"),
    "duplicate key": (
        szenario("fassung: 1", "fassung: 1\nfassung: 2"),
        f"{SZENARIO}:4",
        "„fassung“ steht hier doppelt",
    ),
    "key that is no word": (
        szenario("fassung: 1", "fassung: 1\n7: 8"),
        f"{SZENARIO}:4",
        "Anführungszeichen",
    ),
    "not UTF-8": (
        {LEKTION: DATEIEN[LEKTION].encode("latin-1")},
        f"{LEKTION}:10",
        "UTF-8",
    ),
    "frame file that is not UTF-8": (
        {"impulse.yaml": "- id: ü\n".encode("latin-1")},
        "impulse.yaml:1",
        "UTF-8",
    ),
    "too big": ({LEKTION: "x" * 600_000}, f"{LEKTION}:1", "größer als 512 KB"),
    "frame file is missing": ({"glossar.yaml": None}, "glossar.yaml:1", "fehlt"),
    "kurs.yaml is missing": ({"basis/kurs.yaml": None}, "basis/kurs.yaml:1", "fehlt"),
    "modul.yaml is missing": ({f"{MODUL}/modul.yaml": None}, f"{MODUL}/modul.yaml:1", "fehlt"),
}
