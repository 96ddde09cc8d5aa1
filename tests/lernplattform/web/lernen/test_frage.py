from markupsafe import Markup

from lernplattform.web.lernen.frage import Zeile


def test_short_right_sides_are_chosen_by_themselves():
    zeile = Zeile("ziel-0", Markup("Ein Unfall"), [(1, "Notruf"), (0, "Koordination")], None)
    assert zeile.wahlen == [(1, "Notruf", ""), (0, "Koordination", "")]


def test_long_right_sides_stand_behind_letters_and_are_said_whole():
    lang = "Die Frist prüfen und die Klage schreiben"
    zeile = Zeile("ziel-0", Markup("Anwältin"), [(1, "Kurz"), (0, lang)], None)
    assert zeile.wahlen == [(1, "A", "Kurz"), (0, "B", lang)]
