"""grundstock: all tables of the first version, and the triggers that keep history from changing"""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# History only grows (docs/architektur.md, rule 6): UPDATE and DELETE are refused.
NUR_ANFUEGEN = ("antwort", "abschluss", "protokolleintrag")


def _sperre_geschichte() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for tabelle in NUR_ANFUEGEN:
            for akt in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {tabelle}_kein_{akt.lower()} BEFORE {akt} ON {tabelle} "
                    f"BEGIN SELECT RAISE(ABORT, '{tabelle} is append-only'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION nur_anfuegen() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for tabelle in NUR_ANFUEGEN:
        op.execute(
            f"CREATE TRIGGER {tabelle}_nur_anfuegen BEFORE UPDATE OR DELETE ON {tabelle} "
            "FOR EACH ROW EXECUTE FUNCTION nur_anfuegen()"
        )


def _gib_geschichte_frei() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return  # dropping a table drops its triggers
    for tabelle in NUR_ANFUEGEN:
        op.execute(f"DROP TRIGGER {tabelle}_nur_anfuegen ON {tabelle}")
    op.execute("DROP FUNCTION nur_anfuegen()")


def upgrade() -> None:
    op.create_table(
        "auswahlzaehler",
        sa.Column("szenario_id", sa.String(length=100), nullable=False),
        sa.Column("fassung", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("knoten", sa.String(length=100), nullable=False),
        sa.Column("option", sa.String(length=100), nullable=False),
        sa.Column("scheibe", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("anzahl", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "szenario_id", "fassung", "knoten", "option", "scheibe", name=op.f("pk_auswahlzaehler")
        ),
    )
    op.create_table(
        "fehlversuch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("schluessel", sa.String(length=64), nullable=False),
        sa.Column("am", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fehlversuch")),
    )
    with op.batch_alter_table("fehlversuch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fehlversuch_am"), ["am"], unique=False)
        batch_op.create_index("ix_fehlversuch_schluessel_am", ["schluessel", "am"], unique=False)

    op.create_table(
        "inhaltsfassung",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("inhalt_id", sa.String(length=100), nullable=False),
        sa.Column("art", sa.String(length=16), nullable=False),
        sa.Column("fassung", sa.Integer(), nullable=False),
        sa.Column("daten", sa.JSON(), nullable=False),
        sa.Column("erstellt_am", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_inhaltsfassung")),
    )
    with op.batch_alter_table("inhaltsfassung", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_inhaltsfassung_inhalt_id"), ["inhalt_id"], unique=False
        )

    op.create_table(
        "katalogstand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inhalt_version", sa.String(length=64), nullable=False),
        sa.Column("struktur", sa.JSON(), nullable=False),
        sa.Column("erstellt_am", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_katalogstand")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vorname", sa.String(length=100), nullable=False),
        sa.Column("nachname", sa.String(length=100), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("benutzername", sa.String(length=60), nullable=True),
        sa.Column("sprache", sa.String(length=8), nullable=False),
        sa.Column("passwort_hash", sa.String(length=255), nullable=True),
        sa.Column("aktiv", sa.Boolean(), nullable=False),
        sa.Column("angelegt_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "sortierschluessel",
            sa.String(length=255, collation="C").with_variant(
                sa.String(length=255, collation="BINARY"), "sqlite"
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "email IS NOT NULL OR benutzername IS NOT NULL", name=op.f("ck_person_kennung")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("benutzername", name=op.f("uq_person_benutzername")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index("ix_person_sortierung", ["sortierschluessel", "id"], unique=False)

    op.create_table(
        "protokolleintrag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("akteur", sa.String(length=32), nullable=False),
        sa.Column("akt", sa.String(length=60), nullable=False),
        sa.Column("betroffen", sa.String(length=32), nullable=True),
        sa.Column("daten", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protokolleintrag")),
    )
    with op.batch_alter_table("protokolleintrag", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_protokolleintrag_betroffen"), ["betroffen"], unique=False
        )

    op.create_table(
        "rechtstext",
        sa.Column(
            "art",
            sa.Enum(
                "datenschutz",
                "impressum",
                "barrierefreiheit",
                name="rechtsseite",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("geaendert_am", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("art", name=op.f("pk_rechtstext")),
    )
    op.create_table(
        "traeger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_traeger")),
        sa.UniqueConstraint("name", name=op.f("uq_traeger_name")),
    )
    op.create_table(
        "abschluss",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "art",
            sa.Enum(
                "lektion",
                "szenario",
                "modul",
                "kurs",
                name="abschlussart",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("inhalt_id", sa.String(length=100), nullable=False),
        sa.Column("fassung", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("am", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_abschluss_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_abschluss")),
        sa.UniqueConstraint(
            "person_id",
            "art",
            "inhalt_id",
            "fassung",
            name=op.f("uq_abschluss_person_id_art_inhalt_id_fassung"),
        ),
    )
    op.create_table(
        "durchlauf",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("szenario_id", sa.String(length=100), nullable=False),
        sa.Column("inhalt_hash", sa.String(length=64), nullable=False),
        sa.Column("fassung", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "offen",
                "beendet",
                "abgebrochen",
                name="durchlaufstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("ist_erster", sa.Boolean(), nullable=False),
        sa.Column("knoten", sa.String(length=100), nullable=False),
        sa.Column("merker", sa.JSON(), nullable=False),
        sa.Column("schritt", sa.Integer(), nullable=False),
        sa.Column("begonnen_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zuletzt_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beendet_am", sa.DateTime(timezone=True), nullable=True),
        sa.Column("punkte_zaehler", sa.Integer(), nullable=True),
        sa.Column("punkte_nenner", sa.Integer(), nullable=True),
        sa.Column("bestanden", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inhalt_hash"],
            ["inhaltsfassung.hash"],
            name=op.f("fk_durchlauf_inhalt_hash_inhaltsfassung"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_durchlauf_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_durchlauf")),
    )
    with op.batch_alter_table("durchlauf", schema=None) as batch_op:
        batch_op.create_index(
            "ix_durchlauf_person_szenario", ["person_id", "szenario_id"], unique=False
        )
        batch_op.create_index(
            "uq_durchlauf_offen",
            ["person_id", "szenario_id"],
            unique=True,
            sqlite_where=sa.text("status = 'offen'"),
            postgresql_where=sa.text("status = 'offen'"),
        )

    op.create_table(
        "durchsicht",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("trainer_id", sa.Integer(), nullable=False),
        sa.Column("notiz", sa.Text(), nullable=False),
        sa.Column("am", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_durchsicht_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["trainer_id"], ["person.id"], name=op.f("fk_durchsicht_trainer_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_durchsicht")),
    )
    with op.batch_alter_table("durchsicht", schema=None) as batch_op:
        batch_op.create_index("ix_durchsicht_person_am", ["person_id", "am"], unique=False)

    op.create_table(
        "einsichtnahme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("wer_id", sa.Integer(), nullable=False),
        sa.Column("was", sa.String(length=60), nullable=False),
        sa.Column("am", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_einsichtnahme_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["wer_id"],
            ["person.id"],
            name=op.f("fk_einsichtnahme_wer_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_einsichtnahme")),
    )
    with op.batch_alter_table("einsichtnahme", schema=None) as batch_op:
        batch_op.create_index("ix_einsichtnahme_person_am", ["person_id", "am"], unique=False)

    op.create_table(
        "modulfortschritt",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("modul_id", sa.String(length=100), nullable=False),
        sa.Column("erledigt", sa.Integer(), nullable=False),
        sa.Column("zuletzt_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geschafft_am", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_modulfortschritt_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", "modul_id", name=op.f("pk_modulfortschritt")),
    )
    op.create_table(
        "nachricht",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("vorlage", sa.String(length=60), nullable=False),
        sa.Column("daten", sa.JSON(), nullable=False),
        sa.Column("message_id", sa.String(length=255), nullable=False),
        sa.Column("erstellt_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("naechster_versuch_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gemietet_bis", sa.DateTime(timezone=True), nullable=True),
        sa.Column("versuche", sa.Integer(), nullable=False),
        sa.Column("letzter_fehler", sa.Text(), nullable=False),
        sa.Column("gesendet_am", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aufgegeben_am", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_nachricht_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nachricht")),
        sa.UniqueConstraint("message_id", name=op.f("uq_nachricht_message_id")),
    )
    with op.batch_alter_table("nachricht", schema=None) as batch_op:
        batch_op.create_index(
            "ix_nachricht_faellig",
            ["gesendet_am", "aufgegeben_am", "naechster_versuch_am"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_nachricht_person_id"), ["person_id"], unique=False)

    op.create_table(
        "postfacheintrag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("an", sa.String(length=254), nullable=False),
        sa.Column("betreff", sa.String(length=255), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("am", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_postfacheintrag_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postfacheintrag")),
    )
    op.create_table(
        "pseudonym",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("pseudonym", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_pseudonym_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_pseudonym")),
        sa.UniqueConstraint("pseudonym", name=op.f("uq_pseudonym_pseudonym")),
    )
    op.create_table(
        "reflexion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("inhalt_id", sa.String(length=100), nullable=False),
        sa.Column("stelle", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("geaendert_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geteilt_am", sa.DateTime(timezone=True), nullable=True),
        sa.Column("antwort", sa.Text(), nullable=False),
        sa.Column("beantwortet_am", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beantwortet_von_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["beantwortet_von_id"],
            ["person.id"],
            name=op.f("fk_reflexion_beantwortet_von_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_reflexion_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reflexion")),
        sa.UniqueConstraint(
            "person_id", "inhalt_id", "stelle", name=op.f("uq_reflexion_person_id_inhalt_id_stelle")
        ),
    )
    with op.batch_alter_table("reflexion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reflexion_geteilt_am"), ["geteilt_am"], unique=False)

    op.create_table(
        "sitzung",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("begonnen_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zuletzt_am", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_sitzung_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitzung")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sitzung_token_hash")),
    )
    with op.batch_alter_table("sitzung", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sitzung_person_id"), ["person_id"], unique=False)

    op.create_table(
        "standort",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("traeger_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("mindest_ue_praesenz", sa.Integer(), nullable=False),
        sa.Column("durchsicht_noetig", sa.Boolean(), nullable=False),
        sa.Column("vier_augen", sa.Boolean(), nullable=False),
        sa.Column("vier_augen_grund", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "vier_augen OR vier_augen_grund <> ''", name=op.f("ck_standort_vier_augen_grund")
        ),
        sa.CheckConstraint(
            "mindest_ue_praesenz >= 0", name=op.f("ck_standort_mindest_ue_praesenz")
        ),
        sa.ForeignKeyConstraint(
            ["traeger_id"], ["traeger.id"], name=op.f("fk_standort_traeger_id_traeger")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standort")),
        sa.UniqueConstraint("name", name=op.f("uq_standort_name")),
    )
    with op.batch_alter_table("standort", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_standort_traeger_id"), ["traeger_id"], unique=False)

    op.create_table(
        "suchwort",
        sa.Column(
            "wort",
            sa.String(length=255, collation="C").with_variant(
                sa.String(length=255, collation="BINARY"), "sqlite"
            ),
            nullable=False,
        ),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_suchwort_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("wort", "person_id", name=op.f("pk_suchwort")),
    )
    with op.batch_alter_table("suchwort", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_suchwort_person_id"), ["person_id"], unique=False)

    op.create_table(
        "zugangslink",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "art",
            sa.Enum(
                "einladung",
                "ruecksetzen",
                name="linkart",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("erstellt_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gueltig_bis", sa.DateTime(timezone=True), nullable=False),
        sa.Column("benutzt_am", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_zugangslink_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zugangslink")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_zugangslink_token_hash")),
    )
    with op.batch_alter_table("zugangslink", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_zugangslink_person_id"), ["person_id"], unique=False)

    op.create_table(
        "antwort",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("durchlauf_id", sa.Integer(), nullable=False),
        sa.Column("schritt", sa.Integer(), nullable=False),
        sa.Column("knoten", sa.String(length=100), nullable=False),
        sa.Column("folgeknoten", sa.String(length=100), nullable=False),
        sa.Column("eingabe", sa.JSON(), nullable=False),
        sa.Column("wert_zaehler", sa.Integer(), nullable=True),
        sa.Column("wert_nenner", sa.Integer(), nullable=True),
        sa.Column("gefaehrlich", sa.Boolean(), nullable=False),
        sa.Column("sicherheit", sa.Integer(), nullable=True),
        sa.Column("ist_erstbegegnung", sa.Boolean(), nullable=False),
        sa.Column("schnell", sa.Boolean(), nullable=False),
        sa.Column("am", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("sicherheit BETWEEN 1 AND 3", name=op.f("ck_antwort_sicherheit")),
        sa.ForeignKeyConstraint(
            ["durchlauf_id"], ["durchlauf.id"], name=op.f("fk_antwort_durchlauf_id_durchlauf")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_antwort")),
        sa.UniqueConstraint(
            "durchlauf_id", "schritt", name=op.f("uq_antwort_durchlauf_id_schritt")
        ),
    )
    op.create_table(
        "kursgruppe",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("standort_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("hessenweit", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["standort_id"], ["standort.id"], name=op.f("fk_kursgruppe_standort_id_standort")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kursgruppe")),
    )
    with op.batch_alter_table("kursgruppe", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_kursgruppe_standort_id"), ["standort_id"], unique=False
        )

    op.create_table(
        "qualifizierung",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("standort_id", sa.Integer(), nullable=False),
        sa.Column(
            "stand",
            sa.Enum(
                "laeuft",
                "vollstaendig",
                "bestaetigt",
                "widerrufen",
                name="qualifizierungstand",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("vollstaendig_am", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bestaetigt_am", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bestaetigt_von_id", sa.Integer(), nullable=True),
        sa.Column("zurueckgegeben_am", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rueckgabe_grund", sa.Text(), nullable=False),
        sa.Column("widerrufen_am", sa.DateTime(timezone=True), nullable=True),
        sa.Column("widerruf_grund", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "stand NOT IN ('bestaetigt', 'widerrufen') OR bestaetigt_am IS NOT NULL",
            name=op.f("ck_qualifizierung_bestaetigt"),
        ),
        sa.ForeignKeyConstraint(
            ["bestaetigt_von_id"],
            ["person.id"],
            name=op.f("fk_qualifizierung_bestaetigt_von_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_qualifizierung_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["standort_id"], ["standort.id"], name=op.f("fk_qualifizierung_standort_id_standort")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qualifizierung")),
        sa.UniqueConstraint(
            "person_id", "standort_id", name=op.f("uq_qualifizierung_person_id_standort_id")
        ),
    )
    with op.batch_alter_table("qualifizierung", schema=None) as batch_op:
        batch_op.create_index(
            "ix_qualifizierung_standort_stand", ["standort_id", "stand", "person_id"], unique=False
        )

    op.create_table(
        "seminar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("standort_id", sa.Integer(), nullable=False),
        sa.Column("titel", sa.String(length=200), nullable=False),
        sa.Column("beschreibung", sa.Text(), nullable=False),
        sa.Column("ort", sa.String(length=300), nullable=False),
        sa.Column("hessenweit", sa.Boolean(), nullable=False),
        sa.Column("plaetze", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "entwurf",
                "veroeffentlicht",
                "abgesagt",
                name="seminarstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("absage_grund", sa.Text(), nullable=False),
        sa.Column(
            "bedingung",
            sa.Enum(
                "vollstaendig",
                "bestaetigt",
                name="seminarbedingung",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("verlangte_module", sa.JSON(), nullable=False),
        sa.Column("beginn", sa.DateTime(timezone=True), nullable=False),
        sa.Column("anmeldung_bis", sa.DateTime(timezone=True), nullable=False),
        sa.Column("abmeldung_bis", sa.DateTime(timezone=True), nullable=False),
        sa.Column("nachruecken_bis", sa.DateTime(timezone=True), nullable=False),
        sa.Column("letzter_rang", sa.Integer(), nullable=False),
        sa.CheckConstraint("plaetze > 0", name=op.f("ck_seminar_plaetze")),
        sa.ForeignKeyConstraint(
            ["standort_id"], ["standort.id"], name=op.f("fk_seminar_standort_id_standort")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seminar")),
    )
    with op.batch_alter_table("seminar", schema=None) as batch_op:
        batch_op.create_index("ix_seminar_beginn", ["beginn", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seminar_standort_id"), ["standort_id"], unique=False)

    op.create_table(
        "zustaendigkeit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "rolle",
            sa.Enum(
                "lotse",
                "trainer",
                "koordination",
                "verwaltung",
                name="rolle",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("standort_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(rolle = 'verwaltung') = (standort_id IS NULL)",
            name=op.f("ck_zustaendigkeit_standort"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_zustaendigkeit_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["standort_id"], ["standort.id"], name=op.f("fk_zustaendigkeit_standort_id_standort")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zustaendigkeit")),
        sa.UniqueConstraint(
            "person_id",
            "rolle",
            "standort_id",
            name=op.f("uq_zustaendigkeit_person_id_rolle_standort_id"),
        ),
    )
    with op.batch_alter_table("zustaendigkeit", schema=None) as batch_op:
        batch_op.create_index(
            "ix_zustaendigkeit_standort", ["standort_id", "rolle", "person_id"], unique=False
        )

    op.create_table(
        "anmeldung",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seminar_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "bestaetigt",
                "warteliste",
                "abgemeldet",
                "abgesagt",
                name="anmeldungstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("grund", sa.String(length=40), nullable=False),
        sa.Column("angemeldet_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geaendert_am", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_anmeldung_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["seminar_id"], ["seminar.id"], name=op.f("fk_anmeldung_seminar_id_seminar")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anmeldung")),
        sa.UniqueConstraint("seminar_id", "rang", name=op.f("uq_anmeldung_seminar_id_rang")),
    )
    with op.batch_alter_table("anmeldung", schema=None) as batch_op:
        batch_op.create_index(
            "ix_anmeldung_seminar_status_rang", ["seminar_id", "status", "rang"], unique=False
        )
        batch_op.create_index(
            "uq_anmeldung_aktiv",
            ["person_id", "seminar_id"],
            unique=True,
            sqlite_where=sa.text("status IN ('bestaetigt', 'warteliste')"),
            postgresql_where=sa.text("status IN ('bestaetigt', 'warteliste')"),
        )

    op.create_table(
        "bescheinigung",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("qualifizierung_id", sa.Integer(), nullable=True),
        sa.Column("nummer", sa.String(length=40), nullable=False),
        sa.Column("vorlage", sa.Integer(), nullable=False),
        sa.Column("schnappschuss", sa.JSON(), nullable=True),
        sa.Column("ausgestellt_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("widerrufen_am", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["qualifizierung_id"],
            ["qualifizierung.id"],
            name=op.f("fk_bescheinigung_qualifizierung_id_qualifizierung"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bescheinigung")),
        sa.UniqueConstraint("nummer", name=op.f("uq_bescheinigung_nummer")),
    )
    with op.batch_alter_table("bescheinigung", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_bescheinigung_qualifizierung_id"), ["qualifizierung_id"], unique=False
        )

    op.create_table(
        "gruppenleitung",
        sa.Column("kursgruppe_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kursgruppe_id"],
            ["kursgruppe.id"],
            name=op.f("fk_gruppenleitung_kursgruppe_id_kursgruppe"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_gruppenleitung_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("kursgruppe_id", "person_id", name=op.f("pk_gruppenleitung")),
    )
    with op.batch_alter_table("gruppenleitung", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_gruppenleitung_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "gruppenmitglied",
        sa.Column("kursgruppe_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kursgruppe_id"],
            ["kursgruppe.id"],
            name=op.f("fk_gruppenmitglied_kursgruppe_id_kursgruppe"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_gruppenmitglied_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("kursgruppe_id", "person_id", name=op.f("pk_gruppenmitglied")),
    )
    with op.batch_alter_table("gruppenmitglied", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_gruppenmitglied_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "praesenztermin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kursgruppe_id", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("titel", sa.String(length=200), nullable=False),
        sa.Column("ue", sa.Integer(), nullable=False),
        sa.CheckConstraint("ue > 0", name=op.f("ck_praesenztermin_ue")),
        sa.ForeignKeyConstraint(
            ["kursgruppe_id"],
            ["kursgruppe.id"],
            name=op.f("fk_praesenztermin_kursgruppe_id_kursgruppe"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_praesenztermin")),
    )
    with op.batch_alter_table("praesenztermin", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_praesenztermin_kursgruppe_id"), ["kursgruppe_id"], unique=False
        )

    op.create_table(
        "termin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seminar_id", sa.Integer(), nullable=False),
        sa.Column("beginn", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ende", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ende > beginn", name=op.f("ck_termin_ende")),
        sa.ForeignKeyConstraint(
            ["seminar_id"],
            ["seminar.id"],
            name=op.f("fk_termin_seminar_id_seminar"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_termin")),
    )
    with op.batch_alter_table("termin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_termin_seminar_id"), ["seminar_id"], unique=False)

    op.create_table(
        "platzwechsel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("anmeldung_id", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "bestaetigt",
                "warteliste",
                "abgemeldet",
                "abgesagt",
                name="anmeldungstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("grund", sa.String(length=40), nullable=False),
        sa.Column("am", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["anmeldung_id"], ["anmeldung.id"], name=op.f("fk_platzwechsel_anmeldung_id_anmeldung")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platzwechsel")),
    )
    with op.batch_alter_table("platzwechsel", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_platzwechsel_anmeldung_id"), ["anmeldung_id"], unique=False
        )

    op.create_table(
        "teilnahme",
        sa.Column("praesenztermin_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("ue", sa.Integer(), nullable=False),
        sa.Column("erfasst_von_id", sa.Integer(), nullable=False),
        sa.Column("erfasst_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("korrektur_grund", sa.Text(), nullable=False),
        sa.CheckConstraint("ue >= 0", name=op.f("ck_teilnahme_ue")),
        sa.ForeignKeyConstraint(
            ["erfasst_von_id"], ["person.id"], name=op.f("fk_teilnahme_erfasst_von_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_teilnahme_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["praesenztermin_id"],
            ["praesenztermin.id"],
            name=op.f("fk_teilnahme_praesenztermin_id_praesenztermin"),
        ),
        sa.PrimaryKeyConstraint("praesenztermin_id", "person_id", name=op.f("pk_teilnahme")),
    )
    with op.batch_alter_table("teilnahme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_teilnahme_person_id"), ["person_id"], unique=False)

    _sperre_geschichte()


def downgrade() -> None:
    _gib_geschichte_frei()
    with op.batch_alter_table("teilnahme", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_teilnahme_person_id"))

    op.drop_table("teilnahme")
    with op.batch_alter_table("platzwechsel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_platzwechsel_anmeldung_id"))

    op.drop_table("platzwechsel")
    with op.batch_alter_table("termin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_termin_seminar_id"))

    op.drop_table("termin")
    with op.batch_alter_table("praesenztermin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_praesenztermin_kursgruppe_id"))

    op.drop_table("praesenztermin")
    with op.batch_alter_table("gruppenmitglied", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gruppenmitglied_person_id"))

    op.drop_table("gruppenmitglied")
    with op.batch_alter_table("gruppenleitung", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gruppenleitung_person_id"))

    op.drop_table("gruppenleitung")
    with op.batch_alter_table("bescheinigung", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bescheinigung_qualifizierung_id"))

    op.drop_table("bescheinigung")
    with op.batch_alter_table("anmeldung", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_anmeldung_aktiv",
            sqlite_where=sa.text("status IN ('bestaetigt', 'warteliste')"),
            postgresql_where=sa.text("status IN ('bestaetigt', 'warteliste')"),
        )
        batch_op.drop_index("ix_anmeldung_seminar_status_rang")

    op.drop_table("anmeldung")
    with op.batch_alter_table("zustaendigkeit", schema=None) as batch_op:
        batch_op.drop_index("ix_zustaendigkeit_standort")

    op.drop_table("zustaendigkeit")
    with op.batch_alter_table("seminar", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seminar_standort_id"))
        batch_op.drop_index("ix_seminar_beginn")

    op.drop_table("seminar")
    with op.batch_alter_table("qualifizierung", schema=None) as batch_op:
        batch_op.drop_index("ix_qualifizierung_standort_stand")

    op.drop_table("qualifizierung")
    with op.batch_alter_table("kursgruppe", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_kursgruppe_standort_id"))

    op.drop_table("kursgruppe")
    op.drop_table("antwort")
    with op.batch_alter_table("zugangslink", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_zugangslink_person_id"))

    op.drop_table("zugangslink")
    with op.batch_alter_table("suchwort", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_suchwort_person_id"))

    op.drop_table("suchwort")
    with op.batch_alter_table("standort", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_standort_traeger_id"))

    op.drop_table("standort")
    with op.batch_alter_table("sitzung", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sitzung_person_id"))

    op.drop_table("sitzung")
    with op.batch_alter_table("reflexion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reflexion_geteilt_am"))

    op.drop_table("reflexion")
    op.drop_table("pseudonym")
    op.drop_table("postfacheintrag")
    with op.batch_alter_table("nachricht", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_nachricht_person_id"))
        batch_op.drop_index("ix_nachricht_faellig")

    op.drop_table("nachricht")
    op.drop_table("modulfortschritt")
    with op.batch_alter_table("einsichtnahme", schema=None) as batch_op:
        batch_op.drop_index("ix_einsichtnahme_person_am")

    op.drop_table("einsichtnahme")
    with op.batch_alter_table("durchsicht", schema=None) as batch_op:
        batch_op.drop_index("ix_durchsicht_person_am")

    op.drop_table("durchsicht")
    with op.batch_alter_table("durchlauf", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_durchlauf_offen",
            sqlite_where=sa.text("status = 'offen'"),
            postgresql_where=sa.text("status = 'offen'"),
        )
        batch_op.drop_index("ix_durchlauf_person_szenario")

    op.drop_table("durchlauf")
    op.drop_table("abschluss")
    op.drop_table("traeger")
    op.drop_table("rechtstext")
    with op.batch_alter_table("protokolleintrag", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_protokolleintrag_betroffen"))

    op.drop_table("protokolleintrag")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index("ix_person_sortierung")

    op.drop_table("person")
    op.drop_table("katalogstand")
    with op.batch_alter_table("inhaltsfassung", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inhaltsfassung_inhalt_id"))

    op.drop_table("inhaltsfassung")
    with op.batch_alter_table("fehlversuch", schema=None) as batch_op:
        batch_op.drop_index("ix_fehlversuch_schluessel_am")
        batch_op.drop_index(batch_op.f("ix_fehlversuch_am"))

    op.drop_table("fehlversuch")
    op.drop_table("auswahlzaehler")
