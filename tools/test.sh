#!/bin/sh
# The whole suite in five parts, one more at once than there are cores: PostgreSQL mostly waits.
#
#     tools/test.sh .venv/bin ["not langsam"]     the second names the marked tests to run
#
# The longest parts begin first. What each printed comes at the end. Fails if one of them fails.
set -u
export BIN="$1" MARKEN="${2:-}"
ORDNER=$(mktemp -d)
export ORDNER
trap 'rm -rf "$ORDNER"' EXIT

xargs -P "$(($(nproc 2>/dev/null || echo 2) + 1))" -I {} sh -c '
  set -- {}
  name=$1
  shift
  "$BIN/pytest" -q ${MARKEN:+-m "$MARKEN"} "$@" >"$ORDNER/$name" 2>&1
  rc=$?
  echo "$name: $(tail -n 1 "$ORDNER/$name")"
  exit $rc
' <<'TEILE'
postgresql --datenbank=postgresql --ignore=tests/browser
web tests/lernplattform/web
seiten tests/browser/test_seiten.py
uebrige --ignore=tests/browser --ignore=tests/lernplattform/web
browser tests/browser --ignore=tests/browser/test_seiten.py
TEILE
rc=$?

for teil in "$ORDNER"/*; do
  echo "--- $(basename "$teil")"
  tail -n 200 "$teil"
done
exit $rc
