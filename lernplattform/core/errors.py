"""What can go wrong, as classes with fields. Texts and statuses belong to web/errors.py."""


class Fehler(Exception):
    """Base of all errors that a person is told about."""


class NichtGefunden(Fehler):
    """The object does not exist, or the person may not know that it does: 404."""


class KeinRecht(Fehler):
    """The person lacks the right for this act: 403."""


class Konflikt(Fehler):
    """The act does not fit the present state: 409. `code` names the sentence to show."""

    def __init__(self, code: str, **felder: object) -> None:
        super().__init__(code)
        self.code = code
        self.felder = felder


class VoraussetzungFehlt(Konflikt):
    """Conditions are missing: 409 with the list. `fehlend` holds values of kurse.regeln."""

    def __init__(self, code: str, fehlend: tuple[object, ...]) -> None:
        super().__init__(code)
        self.fehlend = fehlend


class EingabeUngueltig(Fehler):
    """A field that only the service can judge is wrong: 422. `feld` and `code` name it."""

    def __init__(self, feld: str, code: str) -> None:
        super().__init__(f"{feld}: {code}")
        self.feld = feld
        self.code = code


class ZuVieleVersuche(Fehler):
    """Throttled: 429. `warten` is in seconds."""

    def __init__(self, warten: int) -> None:
        super().__init__(str(warten))
        self.warten = warten


class NichtBereit(Fehler):
    """Database or content cannot be used at the moment: 503."""
