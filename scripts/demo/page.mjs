// The frame of a page that is one folder below the front page.

export const escape = (text) => String(text).replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/** Returns a whole page. `title` is text, `body` HTML. */
export const page = (title, body, { script = false } = {}) => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(title)} | The Polling Station</title>
  <link rel="icon" href="../site/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="../site/site.css">
</head>
<body>
  <a class="skip" href="#main">Skip to the page</a>
  <header class="masthead">
    <p class="paper"><a href="../index.html">The Polling Station</a></p>
    <nav aria-label="Site">
      <a href="../index.html">Front page</a>
      <a href="../gallery/index.html">Gallery</a>
      <a href="../docs/index.html">Documentation</a>
    </nav>
  </header>
  <main id="main" class="sheet">
${script ? '<script type="module" src="../election-widgets.js"></script>\n' : ""}${body}
  </main>
  <footer class="colophon">
    <p>The Polling Station is the demo of <strong>election-widgets</strong>.</p>
  </footer>
</body>
</html>
`;
