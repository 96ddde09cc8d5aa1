#!/bin/sh
# The suite on SQLite and on PostgreSQL at once, one on each core; arguments go to pytest.
# What PostgreSQL printed comes after the rest. Fails if either fails.
set -u
BIN=$1
shift
ausgabe=$(mktemp)
"$BIN/pytest" -q "$@" --datenbank=postgresql >"$ausgabe" 2>&1 &
postgresql=$!
"$BIN/pytest" -q "$@"
sqlite_rc=$?
wait "$postgresql"
postgresql_rc=$?
echo "--- PostgreSQL"
cat "$ausgabe"
rm -f "$ausgabe"
[ "$sqlite_rc" -eq 0 ] && [ "$postgresql_rc" -eq 0 ]
