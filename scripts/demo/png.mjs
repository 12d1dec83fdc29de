// Makes a picture smaller: 8-bit RGB(A) PNG in, PNG with a palette of few colours out.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunks(png) {
  const found = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

function chunk(type, data) {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, "latin1");
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Undoes the filters of a PNG's lines. Returns the bytes of all pixels. */
function pixels(raw, width, height, depth) {
  const line = width * depth;
  const out = Buffer.alloc(line * height);
  const predict = [() => 0, (a) => a, (_, b) => b, (a, b) => (a + b) >> 1, paeth];
  for (let y = 0; y < height; y++) {
    const filter = predict[raw[y * (line + 1)]];
    for (let x = 0; x < line; x++) {
      const at = y * line + x;
      const left = x >= depth ? out[at - depth] : 0;
      const up = y ? out[at - line] : 0;
      const corner = y && x >= depth ? out[at - line - depth] : 0;
      out[at] = raw[y * (line + 1) + 1 + x] + filter(left, up, corner);
    }
  }
  return out;
}

const parts = (color) => [color >> 16, (color >> 8) & 255, color & 255];
const distance = (a, b) => Math.max(...parts(a).map((part, index) => Math.abs(part - parts(b)[index])));

/** Returns at most `most` colours: those of areas as they are, and between those some that are apart from each other. */
function palette(counts, most, pixels) {
  const chosen = [];
  for (const [color, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (chosen.length == most) break;
    if (count > pixels / 500 || chosen.every((other) => distance(color, other) > 2048 / most / 3)) chosen.push(color);
  }
  return chosen;
}

const nearest = (colors, color) =>
  colors.reduce((best, one, index) => (distance(one, color) < distance(colors[best], color) ? index : best), 0);

/** Returns the picture with at most `most` colours. */
export function withPalette(png, most) {
  const all = chunks(png);
  const header = Buffer.from(all[0].data);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const depth = { 2: 3, 6: 4 }[header[9]];
  const data = inflateSync(Buffer.concat(all.filter(({ type }) => type == "IDAT").map(({ data }) => data)));
  const bytes = pixels(data, width, height, depth);
  const colorAt = (index) => (bytes[index * depth] << 16) | (bytes[index * depth + 1] << 8) | bytes[index * depth + 2];
  const counts = new Map();
  for (let index = 0; index < width * height; index++) {
    const color = colorAt(index);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const entries = palette(counts, most, width * height);
  const indexOf = new Map([...counts.keys()].map((color) => [color, nearest(entries, color)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = indexOf.get(colorAt(y * width + x));
  header[9] = 3;
  const colors = Buffer.from(entries.flatMap(parts));
  const body = [chunk("IHDR", header), chunk("PLTE", colors), chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...body]);
}
