// JSON that stands in the page, and JSON as the WebAssembly reads it.

/** The script in an element that holds its document. */
export const inlineScript = (element) => element.querySelector(':scope > script[type="application/json"]');

/**
 * Writes parsed JSON as text. WebAssembly programs read only this form. Old libraries give all lists a `toJSON`; the
 * replacer ignores what that returns.
 */
export const write = (value) =>
  JSON.stringify(
    value,
    [].toJSON &&
      function (key) {
        return this[key];
      },
  );
