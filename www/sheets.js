// The style sheets of pictures.

/**
 * Gives a root its styles, now and whenever its element has moved into another document.
 * @typedef {(root: ShadowRoot, state: import("./element-state.js").ElementState) => void} Styles
 */

/**
 * Returns what gives roots these styles. A constructed style sheet belongs to one document: each document has its own.
 * @param {string} css
 * @returns {Styles}
 */
export function stylesOf(css) {
  const sheets = new WeakMap();
  const give = (root, page) => {
    if (!("adoptedStyleSheets" in root)) return root.prepend(Object.assign(page.createElement("style"), { textContent: css }));
    // A document without a window shows nothing.
    if (!page.defaultView) return;
    if (!sheets.has(page)) {
      sheets.set(page, new page.defaultView.CSSStyleSheet());
      sheets.get(page).replaceSync(css);
    }
    root.adoptedStyleSheets = [sheets.get(page)];
  };
  return (root, state) => {
    state.restyle = () => root.querySelector("style") || give(root, root.ownerDocument);
    state.restyle();
  };
}
