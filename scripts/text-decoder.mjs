// Takes the place of TextDecoder in wasm-bindgen's glue (`esbuild --inject`). The platform's decoder takes three times as
// long for a short ASCII string, and an update of 1,000 rows reads thousands of them.
const LONGEST = 32;

class ShortTextDecoder {
  #platform;

  constructor(...settings) {
    this.#platform = new globalThis.TextDecoder(...settings);
  }

  decode(bytes = new Uint8Array()) {
    if (bytes.length > LONGEST) return this.#platform.decode(bytes);
    let text = "";
    for (const byte of bytes) {
      if (byte > 127) return this.#platform.decode(bytes);
      text += String.fromCharCode(byte);
    }
    return text;
  }
}

export { ShortTextDecoder as TextDecoder };
