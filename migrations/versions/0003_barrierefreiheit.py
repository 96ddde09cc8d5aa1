"""barrierefreiheit: a structured accessibility statement, and reports of barriers

The free text of before stays where it is: it is shown until the Verwaltung writes the new
statement, and becomes its additional notes then. Going down takes the notes back.
"""

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "barriereerklaerung",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "vereinbarkeit",
            _werte("vereinbarkeit", "vollstaendig", "teilweise", "nicht"),
            nullable=False,
        ),
        sa.Column("ausnahmen", sa.JSON(), nullable=False),
        sa.Column("erstellt_am", sa.Date(), nullable=False),
        sa.Column("geprueft_am", sa.Date(), nullable=False),
        sa.Column("pruefart", _werte("pruefart", "selbstbewertung", "dritte"), nullable=False),
        sa.Column("pruefweise", sa.Text(), nullable=False),
        sa.Column("traeger", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("telefon", sa.String(length=40), nullable=False),
        sa.Column("durchsetzungsstelle", sa.Text(), nullable=False),
        sa.Column("durchsetzung_telefon", sa.String(length=40), nullable=False),
        sa.Column("durchsetzung_email", sa.String(length=254), nullable=False),
        sa.Column("durchsetzung_url", sa.String(length=500), nullable=False),
        sa.Column("gebaerdensprache_url", sa.String(length=500), nullable=False),
        sa.Column("ergaenzung", sa.Text(), nullable=False),
        sa.Column("geaendert_am", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_barriereerklaerung_eine")),
        sa.CheckConstraint("traeger <> ''", name=op.f("ck_barriereerklaerung_traeger")),
        sa.CheckConstraint(
            "email <> '' OR telefon <> ''", name=op.f("ck_barriereerklaerung_kontakt")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barriereerklaerung")),
    )
    op.create_table(
        "barrieremeldung",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("seite", sa.String(length=300), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("eingegangen_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erledigt_am", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barrieremeldung")),
    )
    op.create_index(op.f("ix_barrieremeldung_erledigt_am"), "barrieremeldung", ["erledigt_am"])


def downgrade() -> None:
    op.execute(
        "INSERT INTO rechtstext (art, text, geaendert_am) "
        "SELECT 'barrierefreiheit', ergaenzung, geaendert_am FROM barriereerklaerung "
        "WHERE ergaenzung <> '' "
        "AND NOT EXISTS (SELECT 1 FROM rechtstext WHERE art = 'barrierefreiheit')"
    )
    op.drop_table("barrieremeldung")
    op.drop_table("barriereerklaerung")


def _werte(name: str, *werte: str) -> sa.Enum:
    return sa.Enum(*werte, name=name, native_enum=False, length=32, create_constraint=True)
