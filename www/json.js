// JSON that stands in the page, and JSON as the WebAssembly reads it.

/** The script in an element that holds its document. */
export const inlineScript = (element) => element.querySelector(':scope > script[type="application/json"]');

/** Finds what may be a number beyond all that computers calculate with. */
export const MAYBE_ENDLESS = /\d{200}|\de\+?0*\d{3}/i;

// Such a number would be written as null, and a figure would be gone without a word.
function refuseEndless(_, value) {
  if (value === Infinity || value === -Infinity) throw new Error("a number is too large");
  return value;
}

/** Parses JSON, also after a mark of UTF-8 (BOM). The message of its error says what it is of. */
export function parse(text) {
  try {
    const json = text.replace(/^\ufeff+/, "");
    return JSON.parse(json, MAYBE_ENDLESS.test(json) ? refuseEndless : undefined);
  } catch ({ message }) {
    throw new SyntaxError(`not JSON: ${message}`);
  }
}

/**
 * Writes parsed JSON as text. WebAssembly programs read only this form. Old libraries give all lists a `toJSON`; the
 * replacer ignores what that returns.
 */
export function write(value) {
  const replacer =
    [].toJSON &&
    function (key) {
      return this[key];
    };
  try {
    return JSON.stringify(value, replacer);
  } catch {
    // JSON that was parsed has no other fault.
    throw new Error("nested deeper than 32 levels");
  }
}
