// The decoder that the glue takes reads what the platform's reads, and refuses what it refuses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDecoder as Ours } from "../scripts/text-decoder.mjs";

const SETTINGS = ["utf-8", { ignoreBOM: true, fatal: true }];

test("every text is decoded as the platform decodes it", () => {
  const [ours, platform] = [new Ours(...SETTINGS), new TextDecoder(...SETTINGS)];
  assert.equal(ours.decode(), platform.decode());
  for (const text of ["", "81%", "a".repeat(32), "a".repeat(33), "Қазақстан", "x€", "\ufeffBOM", "😀", "\0"]) {
    const bytes = new TextEncoder().encode(text);
    assert.equal(ours.decode(bytes), text);
  }
});

test("bytes that are no text are refused", () => {
  assert.throws(() => new Ours(...SETTINGS).decode(new Uint8Array([65, 255])), TypeError);
});
