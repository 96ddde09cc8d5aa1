"""Mail over a real SMTP connection."""

from email.message import EmailMessage

import pytest

from lernplattform.adapters.mail import Server, Umschlag, Zustellfehler, baue, sende
from lernplattform.adapters.mailtext import Brieftext
from tests.fabrik import JETZT
from tests.mailserver import Annahme, mailserver

BRIEF = Brieftext("Grüße für Öykü", "Schöne Grüße\nДобрий день\n", "<p>Schöne Grüße</p>\n")


def mail(name: str = "Öykü Çelik") -> EmailMessage:
    umschlag = Umschlag("Träger Süd <post@lernen.example>", name, "oeyku@x.example", "<1@l>")
    return baue(umschlag, BRIEF, "de", JETZT)


def server(port: int) -> Server:
    return Server("127.0.0.1", port, starttls=False, benutzer="", passwort="")


def zugestellt(post: EmailMessage) -> EmailMessage:
    annahme = Annahme()
    with mailserver(annahme) as port:
        sende(post, server(port))
    (angekommen,) = annahme.mails
    return angekommen


def test_text_and_html_arrive_with_umlauts_and_other_scripts() -> None:
    angekommen = zugestellt(mail())
    assert angekommen["Subject"] == "Grüße für Öykü"
    assert angekommen["To"].addresses[0].display_name == "Öykü Çelik"
    assert angekommen["From"].addresses[0].display_name == "Träger Süd"
    text, html = angekommen.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert text.get_content().splitlines() == ["Schöne Grüße", "Добрий день"]
    assert html.get_content_type() == "text/html"
    assert html.get_content().strip() == "<p>Schöne Grüße</p>"


def test_the_headers_say_that_a_machine_wrote_and_when() -> None:
    angekommen = zugestellt(mail())
    assert angekommen["Auto-Submitted"] == "auto-generated"
    assert angekommen["Message-ID"] == "<1@l>"
    assert angekommen["Date"].datetime == JETZT


@pytest.mark.parametrize("name", ["A\r\nBcc: alle@x.example", "A\nB", 'A" <b@c.example>, "D'])
def test_a_name_adds_no_header_and_no_recipient(name: str) -> None:
    angekommen = zugestellt(mail(name))
    assert angekommen["Bcc"] is None
    assert [a.addr_spec for a in angekommen["To"].addresses] == ["oeyku@x.example"]


def test_a_server_that_is_down_is_an_error_for_now() -> None:
    with pytest.raises(Zustellfehler) as fehler:
        sende(mail(), server(1))
    assert not fehler.value.endgueltig


@pytest.mark.parametrize(
    ("antwort", "endgueltig"),
    [("421 Später", False), ("451 Graue Liste", False), ("550 Unbekannt", True)],
)
def test_an_address_that_is_refused_for_good_is_told_apart(antwort: str, endgueltig: bool) -> None:
    annahme = Annahme(bei_empfaenger=lambda _an: antwort)
    with mailserver(annahme) as port, pytest.raises(Zustellfehler) as fehler:
        sende(mail(), server(port))
    assert fehler.value.endgueltig is endgueltig
    assert annahme.mails == []


def test_a_refused_content_is_an_error_for_now() -> None:
    with (
        mailserver(Annahme(bei_daten=lambda: "452 Kein Platz")) as port,
        pytest.raises(Zustellfehler) as fehler,
    ):
        sende(mail(), server(port))
    assert not fehler.value.endgueltig
