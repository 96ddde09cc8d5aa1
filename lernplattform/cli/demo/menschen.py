"""Who lives in the demo. All of them are invented; how far they are is played, not written down."""

from dataclasses import dataclass
from enum import StrEnum

from lernplattform.core.sortierung import sortierschluessel
from lernplattform.models.person import Rolle

DOMAENE = "demo.example"
PASSWORT = "lernen-demo-2026"


class Ort(StrEnum):
    MUSTERAU = "Musterau"
    BERGLINDEN = "Berglinden"


class Gruppe(StrEnum):
    FRUEHJAHR = "Basiskurs Frühjahr"
    HERBST = "Basiskurs Herbst"
    BERGLINDEN = "Kurs Berglinden"


class Ausgang(StrEnum):
    """What others decided, on top of what the person has done."""

    OFFEN = "offen"
    DURCHGESEHEN = "durchgesehen"
    BESTAETIGT = "bestaetigt"
    ZURUECKGEGEBEN = "zurueckgegeben"
    WIDERRUFEN = "widerrufen"


@dataclass(frozen=True, slots=True)
class Mitarbeiter:
    vorname: str
    nachname: str
    konto: str
    rollen: tuple[Rolle, ...]
    ort: Ort | None


@dataclass(frozen=True, slots=True)
class Lotse:
    """`anteil`: of the mandatory steps. Learned from `seit_wochen` ago until `ruhe_tage` ago.

    `gut`: how often the first choice is a good one. `fest`: does not get past the next Szenario.
    """

    vorname: str
    nachname: str
    gruppe: Gruppe
    anteil: float = 0.0
    seit_wochen: int = 6
    ruhe_tage: int = 2
    ausgang: Ausgang = Ausgang.OFFEN
    gut: float = 0.8
    konto: str = ""
    ohne_email: bool = False
    aktiv: bool = True
    eingeladen: bool = False
    fest: bool = False
    mittendrin: bool = False

    @property
    def kennung(self) -> str:
        """What signs in: the local part of the address, or the user name."""
        return self.konto or ".".join(filter(None, map(_latein, (self.vorname, self.nachname))))

    @property
    def ist_vollstaendig(self) -> bool:
        return self.anteil >= 1


ORT_VON = {
    Gruppe.FRUEHJAHR: Ort.MUSTERAU,
    Gruppe.HERBST: Ort.MUSTERAU,
    Gruppe.BERGLINDEN: Ort.BERGLINDEN,
}
TRAEGER = {
    Ort.MUSTERAU: "Lotsenwerk Musterau e. V.",
    Ort.BERGLINDEN: "Landkreis Berglinden",
}
# In Berglinden presence counts as well; in Musterau everything can be done online.
MINDEST_UE = {Ort.MUSTERAU: 0, Ort.BERGLINDEN: 6}

_T, _K, _V = Rolle.TRAINER, Rolle.KOORDINATION, Rolle.VERWALTUNG
VERWALTUNG = Mitarbeiter("Vera", "Winter", "verwaltung", (_V,), None)
MITARBEITER = (
    Mitarbeiter("Katrin", "Sommer", "koordination", (_K,), Ort.MUSTERAU),
    Mitarbeiter("Tarek", "Haddad", "trainer", (_T,), Ort.MUSTERAU),
    Mitarbeiter("Simone", "Adler", "simone.adler", (_T, _K), Ort.MUSTERAU),
    Mitarbeiter("Bernd", "Kraft", "koordination.b", (_K,), Ort.BERGLINDEN),
    Mitarbeiter("Nilufar", "Karimi", "trainer.b", (_T,), Ort.BERGLINDEN),
)
LEITUNG = {
    Gruppe.FRUEHJAHR: ("trainer",),
    Gruppe.HERBST: ("trainer", "simone.adler"),
    Gruppe.BERGLINDEN: ("trainer.b",),
}

_F, _H, _B = Gruppe.FRUEHJAHR, Gruppe.HERBST, Gruppe.BERGLINDEN
LOTSEN = (
    # Basiskurs Frühjahr: most are nearly there.
    Lotse("Lina", "Hoffmann", _F, 1, 16, 5, Ausgang.DURCHGESEHEN, konto="lotse2"),
    Lotse("Mehmet", "Yıldız", _F, 1, 18, 60, Ausgang.BESTAETIGT, gut=0.9),
    Lotse("Oksana", "Kovalenko", _F, 1, 18, 55, Ausgang.BESTAETIGT, gut=0.9),
    Lotse("Yusuf", "Al-Masri", _F, 1, 17, 50, Ausgang.BESTAETIGT),
    Lotse("Grażyna", "Wójcik", _F, 1, 17, 45, Ausgang.WIDERRUFEN),
    Lotse("Nguyễn Thị", "Ánh", _F, 1, 16, 12, Ausgang.ZURUECKGEGEBEN, gut=0.7),
    Lotse("Farid", "Rahimi", _F, 1, 16, 6, Ausgang.DURCHGESEHEN),
    Lotse("Selam", "Tesfay", _F, 1, 15, 3),
    Lotse("Lucía", "Morales Vega", _F, 0.85, 15, 2, gut=0.7),
    Lotse("Rawan", "Khoury", _F, 0.9, 16, 3),
    Lotse("Dilek", "Aydın", _F, 0.7, 15, 4, gut=0.65),
    Lotse("Heinz-Günter", "Großmann", _F, 0.55, 16, 9, ohne_email=True),
    Lotse("Ahmad Zahir", "Noori", _F, 0.4, 14, 2, fest=True, gut=0.5),
    Lotse("Tetiana", "Bondarenko", _F, 0.5, 16, 24),
    Lotse("Kidane", "", _F, 0.35, 15, 45, ohne_email=True),
    Lotse("Ewa", "Kamińska", _F, 0.3, 16, 80, aktiv=False),
    # Basiskurs Herbst: on their way.
    Lotse("Jonas", "Becker", _H, konto="lotse"),
    Lotse("Amira", "Haddad-Lorenz", _H, 0.5, 7, 1, konto="lotse3", mittendrin=True),
    Lotse("Zeynep", "Koç", _H, 0.45, 7, 1),
    Lotse("Nour", "Ibrahim", _H, 0.4, 7, 3),
    Lotse("Andrij", "Melnyk", _H, 0.35, 6, 2, gut=0.9),
    Lotse("Samiullah", "Hashimi", _H, 0.3, 7, 12, gut=0.6),
    Lotse(
        "María del Carmen Guadalupe",
        "Fernández de la Fuente y Villanueva",
        _H,
        0.25,
        6,
        4,
    ),
    Lotse("Thu Hà", "Phạm", _H, 0.2, 6, 5),
    Lotse("Miriam", "Scholz", _H, 0.2, 5, 1),
    Lotse("Abrehet", "Gebremedhin", _H, 0.15, 5, 16, gut=0.6),
    Lotse("Piotr", "Nowak", _H, 0.1, 4, 2),
    Lotse("Emre", "Şahin", _H, 0.05, 3, 1),
    Lotse("Layla", "Saleh", _H, ohne_email=True),
    Lotse("Irina", "Weber", _H, eingeladen=True),
    # Kurs Berglinden: the other Standort, another Träger.
    Lotse("Bahram", "Sadeghi", _B, 0.3, 8, 2, konto="lotse.b"),
    Lotse("Svitlana", "Tkatschenko", _B, 1, 12, 14, Ausgang.BESTAETIGT, gut=0.9),
    Lotse("Ali", "Çetin", _B, 1, 11, 3),
    Lotse("Huda", "Mansour", _B, 0.65, 10, 4),
    Lotse("Katarzyna", "Zielińska", _B, 0.5, 9, 6),
    Lotse("Gabriel", "Ramírez Soto", _B, 0.4, 9, 20, fest=True, gut=0.4),
    Lotse("Minh Quân", "Trần", _B, 0.3, 8, 3),
    Lotse("Shirin", "Ahmadi", _B, 0.2, 8, 35),
    Lotse("Berhane", "Kidane", _B, 0.1, 6, 7),
    Lotse("Ursula", "Öllinger", _B),
)

# What is printed when the demo starts.
KONTEN = tuple(
    (f"{konto}@{DOMAENE}", wer)
    for konto, wer in (
        ("lotse", "Lotse, fängt gerade an"),
        ("lotse2", "Lotsin, vollständig und durchgesehen, wartet auf die Bestätigung"),
        ("lotse3", "Lotsin, halb fertig, mitten in einem Szenario"),
        ("trainer", "Trainer von zwei Kursgruppen"),
        ("koordination", "Koordination in Musterau"),
        ("verwaltung", "Verwaltung"),
        ("koordination.b", "Koordination in Berglinden, dem anderen Standort"),
        ("lotse.b", "Lotse in Berglinden"),
    )
)


def _latein(name: str) -> str:
    return "".join(z for z in sortierschluessel(name) if z.isascii() and z.isalnum())
