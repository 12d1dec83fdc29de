// JSON that stands in the page.

/** The script in an element that holds its document. */
export const inlineScript = (element) => element.querySelector(':scope > script[type="application/json"]');
