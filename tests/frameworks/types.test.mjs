// Types for the frameworks whose apps are not built here.
import { test } from "node:test";
import { project, run } from "../package/project.mjs";

const compilerOptions = { target: "es2022", lib: ["es2022", "dom"], module: "esnext", moduleResolution: "bundler", strict: true, noEmit: true, skipLibCheck: true, types: [] };
const mistakes = `
  // @ts-expect-error: no such order
  <results-chart order="sideways" />,
  // @ts-expect-error: a number is no document
  <observer-map data={1} />,`;

const CASES = {
  preact: [
    { preact: "11.2.0" },
    { jsx: "react-jsx", jsxImportSource: "preact" },
    `import "election-widgets/preact";
import type { Results } from "election-widgets";
declare const results: Results;
export const all = [${mistakes}
  <results-chart data={results} heading-level={2} lang="en" class="wide" onwidget-select={({ detail }) => detail.option?.trim()} />,
];`,
  ],
  "solid-js": [
    { "solid-js": "1.9.20" },
    { jsx: "preserve", jsxImportSource: "solid-js" },
    `import "election-widgets/solid";
import type { Results } from "election-widgets";
declare const results: Results;
export const all = [${mistakes}
  <results-chart prop:data={results} heading-level={2} lang="en" class="wide" on:widget-select={({ detail }) => detail.option?.trim()} />,
];`,
  ],
};

for (const [name, [dependencies, options, text]] of Object.entries(CASES)) {
  test(`${name}: the elements have types in JSX`, () => {
    const tsconfig = JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, include: ["app.tsx"] });
    const folder = project(`types-${name}`, { "app.tsx": text, "tsconfig.json": tsconfig }, { dependencies: { ...dependencies, typescript: "5.9.3" } });
    run(folder, "npx", "tsc");
  });
}
