#!/bin/sh
# Writes the fonts of pictures anew (crates/picture/fonts): Noto Sans 400 and 600 with the letters of languages written in
# Latin, Greek and Cyrillic (with Kazakh, Kyrgyz and Uzbek), the marks that the words use, and narrow spaces.
# The signs that Noto Sans lacks (≈ ≤ ≥ ≠ ✓ ★ ▲ ▼ and arrows) come from Noto Sans Math, in one weight.
# It needs npm, and pyftmerge and pyftsubset of fonttools 4.63.0 (`pip install fonttools==4.63.0`).
set -eu
cd "$(dirname "$0")/.."
out=$PWD/crates/picture/fonts
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
# Files have this time in them, whenever they are written.
export SOURCE_DATE_EPOCH=1700000000
for name in noto-sans noto-sans-math; do
  (cd "$work" && npm pack --silent "@expo-google-fonts/$name@0.4.2" >/dev/null && tar xzf ./*.tgz && mv package "$name" && rm ./*.tgz)
done
pyftsubset "$work/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf" --layout-features= --no-hinting \
  --unicodes=U+2190-2193,U+2248,U+2260,U+2264,U+2265,U+25B2,U+25BC,U+2605,U+2713 \
  --drop-tables+=MATH,GSUB,GPOS,GDEF,DSIG --output-file="$work/signs.ttf"
letters=U+0020-007E,U+00A0-024F,U+0259,U+02BB,U+02BC,U+02C6-02DD,U+0300-0304,U+0306-030C,U+0323,U+0327,U+0328
letters=$letters,U+0370-03FF,U+0400-04FF,U+1E00-1EFF
signs=U+2000-200B,U+2010-2015,U+2018-201F,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+2060
signs=$signs,U+2074,U+2080-2089,U+20AC,U+2116,U+2122,U+2212,U+FFFD
for weight in 400Regular:Regular 600SemiBold:SemiBold; do
  pyftsubset "$work/noto-sans/${weight%:*}/NotoSans_${weight%:*}.ttf" --unicodes="$letters,$signs" \
    --layout-features=kern,mark,mkmk,ccmp,locl --no-hinting --drop-tables+=DSIG \
    --name-IDs=0,1,2,3,4,5,6,13,14,16,17 --output-file="$work/letters.ttf"
  (cd "$work" && pyftmerge --output-file="$out/NotoSans-${weight#*:}.ttf" letters.ttf signs.ttf >/dev/null)
done
{ head -n 1 "$work/noto-sans/LICENSE_FONT" && cat "$work/noto-sans-math/LICENSE_FONT"; } >"$out/OFL.txt"
