#!/bin/sh
# Makes sure that the tests find a Chromium: CHROMIUM, then the PATH, then apt, then Playwright's.
set -eu

vorhanden() {
  [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ] && return 0
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}

vorhanden && exit 0
echo "Chromium installieren (für die Tests im Browser) ..."
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium \
      >/dev/null && vorhanden && exit 0
fi
.venv/bin/python -m playwright install chromium && exit 0
echo "Kein Chromium. Installieren Sie es, oder setzen Sie CHROMIUM=/pfad/zu/chromium." >&2
exit 1
