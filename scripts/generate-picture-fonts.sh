#!/bin/sh
# Writes the fonts of pictures anew (crates/picture/fonts): Noto Sans 400 and 600 with the letters of languages written in
# Latin, Greek and Cyrillic (with Kazakh, Kyrgyz and Uzbek), the marks that the words use, and narrow spaces.
# It needs npm, and pyftsubset of fonttools 4.63.0 (`pip install fonttools==4.63.0`).
set -eu
cd "$(dirname "$0")/.."
out=$PWD/crates/picture/fonts
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
(cd "$work" && npm pack --silent @expo-google-fonts/noto-sans@0.4.2 >/dev/null && tar xzf ./*.tgz)
letters=U+0020-007E,U+00A0-024F,U+0259,U+02BB,U+02BC,U+02C6-02DD,U+0300-0304,U+0306-030C,U+0323,U+0327,U+0328
letters=$letters,U+0370-03FF,U+0400-04FF,U+1E00-1EFF
signs=U+2000-200B,U+2010-2015,U+2018-201F,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+2060
signs=$signs,U+2074,U+2080-2089,U+20AC,U+2116,U+2122,U+2212,U+FFFD
for weight in 400Regular:Regular 600SemiBold:SemiBold; do
  pyftsubset "$work/package/${weight%:*}/NotoSans_${weight%:*}.ttf" --unicodes="$letters,$signs" \
    --layout-features=kern,mark,mkmk,ccmp,locl --no-hinting --drop-tables+=DSIG \
    --name-IDs=0,1,2,3,4,5,6,13,14,16,17 --output-file="$out/NotoSans-${weight#*:}.ttf"
done
cp "$work/package/LICENSE_FONT" "$out/OFL.txt"
