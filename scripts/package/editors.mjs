// What editors read of the elements (custom-elements.json and what is made of it), and their types for frameworks.
import { ELEMENTS } from "./elements.mjs";

const declaration = ({ tag, className, data, description, attributes, events, properties, parts }) => ({
  kind: "class",
  name: className,
  description,
  superclass: { name: "HTMLElement" },
  customElement: true,
  tagName: tag,
  attributes,
  members: [
    {
      kind: "field",
      name: "data",
      type: { text: `${data} | string | null | undefined` },
      description: "The document, as an object or as JSON text. `null` returns to `src`.",
    },
  ],
  events,
  cssProperties: properties,
  cssParts: parts,
});

/** The Custom Elements Manifest. */
export function manifest() {
  const path = "index.js";
  const exported = ({ className: name }) => ({ kind: "js", name, declaration: { name, module: path } });
  const defined = ({ tag, className: name }) => ({
    kind: "javascript-module",
    path: `${tag}.js`,
    declarations: [],
    exports: [{ kind: "custom-element-definition", name: tag, declaration: { name, module: path } }],
  });
  return {
    schemaVersion: "1.0.0",
    readme: "README.md",
    modules: [
      { kind: "javascript-module", path, declarations: ELEMENTS.map(declaration), exports: ELEMENTS.map(exported) },
      ...ELEMENTS.map(defined),
    ],
  };
}

const field = ({ name, description, type }) => `  /** ${description} */\n  ${JSON.stringify(name)}?: ${type.text};\n`;
const attributes = (element) => `/** The attributes of \`<${element.tag}>\`. */
export interface ${element.className}Attributes {
${element.attributes.map(field).join("")}}
`;

/** types/elements.d.ts: what the types for each framework are made of. */
export const types = () => `// Made by scripts/package.mjs from docs/elements.md.
import type { ${ELEMENTS.map(({ data }) => data).join(", ")}, WidgetElement } from "./election-widgets.js";

${ELEMENTS.map(attributes).join("\n")}
/** Attributes, data and element by tag. */
export interface WidgetTypes {
${ELEMENTS.map(({ tag, className, data }) => `  "${tag}": { attributes: ${className}Attributes; data: ${data} | string | null; element: WidgetElement<${data}> };\n`).join("")}}

/** The events of all widgets. */
export interface WidgetEvents {
${ELEMENTS[0].events.map(field).join("").replaceAll("?:", ":")}}
`;
