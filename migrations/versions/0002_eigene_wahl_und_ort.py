"""eigene_wahl_und_ort: what a person chose for reading, and what a Standort says of itself

Until now nobody could choose a language: the old "de" was a default, not a choice.
"""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("person") as tabelle:
        tabelle.alter_column("sprache", existing_type=sa.String(length=8), nullable=True)
        tabelle.add_column(sa.Column("fachwortsprache", sa.String(length=8), nullable=True))
        tabelle.add_column(
            sa.Column("einfach_lesen", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        tabelle.add_column(
            sa.Column("gesehene_hinweise", sa.JSON(), server_default="[]", nullable=False)
        )
    with op.batch_alter_table("person") as tabelle:
        tabelle.alter_column("einfach_lesen", server_default=None)
        tabelle.alter_column("gesehene_hinweise", server_default=None)
    op.execute("UPDATE person SET sprache = NULL")
    op.create_table(
        "oertlicher_eintrag",
        sa.Column("standort_id", sa.Integer(), nullable=False),
        sa.Column("angabe_id", sa.String(length=100), nullable=False),
        sa.Column("telefon", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("geaendert_am", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["standort_id"], ["standort.id"], name=op.f("fk_oertlicher_eintrag_standort_id_standort")
        ),
        sa.PrimaryKeyConstraint("standort_id", "angabe_id", name=op.f("pk_oertlicher_eintrag")),
    )


def downgrade() -> None:
    op.drop_table("oertlicher_eintrag")
    op.execute("UPDATE person SET sprache = 'de' WHERE sprache IS NULL")
    with op.batch_alter_table("person") as tabelle:
        tabelle.drop_column("gesehene_hinweise")
        tabelle.drop_column("einfach_lesen")
        tabelle.drop_column("fachwortsprache")
        tabelle.alter_column("sprache", existing_type=sa.String(length=8), nullable=False)
