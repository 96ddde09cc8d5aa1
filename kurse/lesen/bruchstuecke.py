"""What can still be said of a file whose form has faults, so that one run finds them all."""

from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from kurse.fundstelle import Sammler
from kurse.lesen.bezug import Modulbezug
from kurse.lesen.dokument import Dokument
from kurse.lesen.optionen import pruefe_fragen
from kurse.lesen.quelle import Bruchstueck
from kurse.lesen.szenario import html_von
from kurse.lesen.szenario_bauen import baue_knoten
from kurse.lesen.texte import Setzer
from kurse.schema.szenario import AnyKnoten, EndeSchema, FrageKnoten
from quiz.szenario import Knoten, Szenario

_KNOTEN: TypeAdapter[FrageKnoten | EndeSchema] = TypeAdapter(AnyKnoten)


def pruefe_bruchstueck(stueck: Bruchstueck, bezug: Modulbezug, sammler: Sammler) -> None:
    for datei, text in stueck.texte:
        Setzer(bezug.ordner.anzeige(datei), bezug, sammler).lektionstext(text)
    if stueck.dokument is not None:
        _pruefe_szenario(stueck.dokument, bezug, sammler)


def _pruefe_szenario(dokument: Dokument, bezug: Modulbezug, sammler: Sammler) -> None:
    """The sound Knoten one by one; the graph must wait until all of them are."""
    szenario = Szenario("", "", {knoten.id: knoten for knoten in _heile(dokument.daten)})
    pruefe_fragen(szenario, dokument, bezug.rahmen, sammler)
    html_von(szenario, Setzer(dokument.datei, bezug, sammler), dokument)


def _heile(daten: object) -> Iterator[Knoten]:
    knoten = daten.get("knoten") if isinstance(daten, dict) else None
    for name, roh in knoten.items() if isinstance(knoten, dict) else ():
        try:
            yield baue_knoten(name, _KNOTEN.validate_python(roh))
        except ValidationError:
            continue
