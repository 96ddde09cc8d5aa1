"""The report as German text in columns."""

from collections.abc import Iterable, Iterator, Sequence

from kurse.pruefung.bericht import Pruefbericht
from kurse.pruefung.hinweise import Anteil
from kurse.rahmen import Profilart

Zeile = Sequence[object]


def drucke(bericht: Pruefbericht) -> str:
    return "\n".join(_abschnitte(bericht)) + "\n"


def _abschnitte(bericht: Pruefbericht) -> Iterator[str]:
    module = [(m.titel, m.lektionen, m.szenarien, m.minuten) for m in bericht.module]
    kopf = ("Modul", "Lektionen", "Szenarien", "Minuten")
    summe = ("Zusammen", *(sum(spalte) for spalte in list(zip(*module, strict=True))[1:]))
    yield from _tabelle(kopf, [*module, summe])
    yield from _tabelle(
        ("Wer rät, besteht", "bestanden", "von", "Szenarien"),
        [(r.name, len(r.bestanden), r.gespielt, ", ".join(r.bestanden)) for r in bericht.roboter],
    )
    yield from _tabelle(
        ("Wörter, die gute Optionen verraten", "gut", "Optionen"),
        [(v.wort, v.gut, v.optionen) for v in bericht.verraeter] or [("keine", 0, 0)],
    )
    yield from _tabelle(("Was Optionen zeigen", "Anteil"), _anteile(bericht))
    yield from _tabelle(
        ("Profilelement (können)", "Entscheidungen", "Szenarien"),
        [
            (e.titel, e.haeufigkeit.anzahl, e.haeufigkeit.szenarien)
            for e in bericht.elemente
            if e.art is Profilart.KOENNEN
        ],
    )
    yield from _tabelle(
        ("Ursache", "Optionen", "Szenarien"),
        [(u.id, u.haeufigkeit.anzahl, u.haeufigkeit.szenarien) for u in bericht.ursachen],
    )


def _anteile(bericht: Pruefbericht) -> list[Zeile]:
    return [
        ("gute Optionen mit unangenehmer Folge", _anteil(bericht.gute_unangenehm)),
        ("schlechte Optionen mit angenehmer Folge", _anteil(bericht.schlechte_angenehm)),
        (
            "Optionen mit Koordination, die nicht gut sind",
            _anteil(bericht.koordination_nicht_beste),
        ),
    ]


def _anteil(anteil: Anteil) -> str:
    return f"{anteil.teil} von {anteil.von} ({anteil.prozent} %)"


def _tabelle(kopf: Zeile, zeilen: Iterable[Zeile]) -> Iterator[str]:
    """An empty line, then columns; those of numbers to the right."""
    alle = [[str(zelle) for zelle in zeile] for zeile in (kopf, *zeilen)]
    breiten = [max(len(zelle) for zelle in spalte) for spalte in zip(*alle, strict=True)]
    sind_zahlen = [all(z.isdecimal() for z in spalte[1:]) for spalte in zip(*alle, strict=True)]
    yield ""
    for zeile in alle:
        spalten = zip(zeile, breiten, sind_zahlen, strict=True)
        zellen = (z.rjust(breite) if zahl else z.ljust(breite) for z, breite, zahl in spalten)
        yield "  ".join(zellen).rstrip()
