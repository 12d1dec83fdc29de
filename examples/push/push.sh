#!/bin/sh
# Turns a published sheet into results.json for your own server. Run it each minute, by cron or a job of your CI.
#
#   SHEET=https://…/pub?gid=0&single=true&output=csv  ./push.sh results.json
#
# The file is replaced only by a document that the widgets can show. A sheet that is being edited, an answer that is a web
# page and a server that does not answer leave it as it is, and the script ends with 1.
set -eu
target=${1:?the file to write, such as results.json}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
curl --fail --silent --show-error --location --max-time 20 --output "$work/sheet.csv" "${SHEET:?the address of the published sheet}"
election-widgets import "$work/sheet.csv" --no-ask --quiet -o "$work/document.json"
# Nothing is written where nothing changed, so that caches keep what they have.
cmp -s "$work/document.json" "$target" && exit 0
# Readers get the old file or the new one, and never half of one.
cp "$work/document.json" "$target.new"
mv "$target.new" "$target"
