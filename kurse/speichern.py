"""Values ↔ JSON that is the same for the same content: what the database keeps and hashes.

Order that means something is kept in lists, so that no JSON store can lose it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Any, TypeVar

from pydantic import TypeAdapter

from kurse.katalog import Katalog
from kurse.kurs import Baustein, Inhalt, Inhaltsart, Kurs, Lektion, Modul, SzenarioInhalt
from quiz.szenario import Szenario

Json = dict[str, Any]
T = TypeVar("T")


def hash_von(inhalt: Inhalt) -> str:
    """The key under which a version is kept: over source fields and rendered text alike."""
    felder = inhalt_zu_json(inhalt)
    del felder["hash"]
    return _sha256(felder)


def inhalt_zu_json(inhalt: Inhalt) -> Json:
    return {"art": inhalt.art.value, **_felder(inhalt)}


def inhalt_aus_json(daten: Mapping[str, Any]) -> Inhalt:
    felder = {name: wert for name, wert in daten.items() if name != "art"}
    if daten["art"] == Inhaltsart.LEKTION:
        return _lies(Lektion, felder)
    graph = felder["szenario"]
    knoten = {k["id"]: k for k in graph["knoten"]}
    felder["szenario"] = {**graph, "knoten": knoten}
    return _lies(SzenarioInhalt, felder)


def struktur_zu_json(katalog: Katalog) -> Json:
    """Everything but the Lektionen and Szenarien, which it names by hash."""
    return {
        "inhalt_version": katalog.inhalt_version,
        "kurse": [_kurs_zu_json(kurs) for kurs in katalog.kurse],
        **{name: [_zu_json(w) for w in getattr(katalog, name).values()] for name in _JE_ID},
        **{name: _zu_json(getattr(katalog, name)) for name in _LISTEN},
    }


def katalog_aus_json(struktur: Mapping[str, Any], inhalte: Mapping[str, Json]) -> Katalog:
    """The Katalog again; a hash that is missing from `inhalte` is a KeyError."""
    fertige = {key: inhalt_aus_json(daten) for key, daten in inhalte.items()}
    daten = {
        **struktur,
        "kurse": [],
        **{name: {w["id"]: w for w in struktur[name]} for name in _JE_ID},
    }
    katalog = _lies(Katalog, daten)
    kurse = tuple(_kurs_aus_json(kurs, fertige) for kurs in struktur["kurse"])
    return replace(katalog, kurse=kurse)


def verwendete_hashes(struktur: Mapping[str, Any]) -> frozenset[str]:
    """The Lektionen and Szenarien that a stored structure names."""
    return frozenset(
        baustein["hash"]
        for kurs in struktur["kurse"]
        for modul in kurs["module"]
        for baustein in modul["bausteine"]
    )


def mit_version(katalog: Katalog) -> Katalog:
    """The Katalog with `inhalt_version` set to the hash over all of it."""
    return replace(katalog, inhalt_version=_sha256(struktur_zu_json(katalog)))


_JE_ID = ("profilelemente", "fehlvorstellungen", "impulse", "glossar")
_LISTEN = ("notfallkarte", "oertlich")
_SPAETER_DAZU = frozenset({"satz"})
"""Fields younger than the first stored versions: left out while empty, so that a Szenario
without them keeps its hash, and no shipped text counts as edited because the format grew."""


def _sha256(daten: Json) -> str:
    text = json.dumps(daten, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _kurs_zu_json(kurs: Kurs) -> Json:
    return {
        **_felder(replace(kurs, module=())),
        "module": [_modul_zu_json(modul) for modul in kurs.module],
    }


def _modul_zu_json(modul: Modul) -> Json:
    bausteine = [{"hash": b.inhalt.hash, "pflicht": b.pflicht} for b in modul.bausteine]
    return {**_felder(replace(modul, bausteine=())), "bausteine": bausteine}


def _kurs_aus_json(daten: Json, inhalte: Mapping[str, Inhalt]) -> Kurs:
    kurs = _lies(Kurs, {**daten, "module": []})
    return replace(kurs, module=tuple(_modul_aus_json(m, inhalte) for m in daten["module"]))


def _modul_aus_json(daten: Json, inhalte: Mapping[str, Inhalt]) -> Modul:
    modul = _lies(Modul, {**daten, "bausteine": []})
    stellen = (Baustein(inhalte[b["hash"]], b["pflicht"]) for b in daten["bausteine"])
    return replace(modul, bausteine=tuple(stellen))


def _zu_json(wert: object) -> Any:
    if isinstance(wert, Szenario):
        return {**_felder(replace(wert, knoten={})), "knoten": _zu_json(list(wert.knoten.values()))}
    if is_dataclass(wert):
        return _felder(wert)
    if isinstance(wert, Mapping):
        return {str(name): _zu_json(einzeln) for name, einzeln in wert.items()}
    if isinstance(wert, frozenset):
        return sorted(_zu_json(einzeln) for einzeln in wert)
    if isinstance(wert, tuple | list):
        return [_zu_json(einzeln) for einzeln in wert]
    return _einzeln(wert)


def _einzeln(wert: object) -> Any:
    if isinstance(wert, Enum):
        return wert.value
    return str(wert) if isinstance(wert, Fraction) else wert


def _felder(wert: Any) -> Json:
    felder = {feld.name: _zu_json(getattr(wert, feld.name)) for feld in fields(wert)}
    return {n: w for n, w in felder.items() if w is not None or n not in _SPAETER_DAZU}


def _lies(typ: type[T], daten: Mapping[str, Any]) -> T:
    wert: T = _LESER[typ].validate_python(daten)
    return wert


_LESER: Mapping[Any, TypeAdapter[Any]] = {
    typ: TypeAdapter(typ) for typ in (Lektion, SzenarioInhalt, Kurs, Modul, Katalog)
}
