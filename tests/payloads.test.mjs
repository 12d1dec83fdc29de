// The documents that payloads are put into (tests/e2e/payloads.mjs) hold every field of the schemas that takes a text, a link,
// a colour, an id or a date.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BASES } from "./e2e/payload-bases.mjs";

const schemaOf = (tag) => JSON.parse(readFileSync(new URL(`../www/schema/${tag}.json`, import.meta.url), "utf8"));

/** A form of the schema, its name, and the forms that it may have instead: `anyOf`, and what a `$ref` names. */
function formsOf(schema, node, name = "") {
  const form = node.$ref?.split("/").at(-1);
  if (form) return formsOf(schema, schema.$defs[form], form);
  const others = [node.anyOf, node.oneOf, node.allOf].flatMap((all) => all ?? []);
  return [{ node, name }, ...others.flatMap((other) => formsOf(schema, other, name))];
}

const isText = ({ type, enum: values }) => type == "string" && !values;
/** A field is named for the form that has it. Of those of which only one can be there, any stands for all. */
const fieldIn = (form, name, key, at) => (form.maxProperties == 1 ? at : `${name}.${key}`);

/** Each field that takes a string, as the name of its form and its own. */
function fieldsOf(schema, node, at, seen = new Set(), found = new Set()) {
  for (const { node: form, name } of formsOf(schema, node)) {
    if (isText(form)) found.add(at);
    for (const [key, value] of Object.entries(form.properties ?? {})) {
      const field = fieldIn(form, name, key, at);
      if (seen.has(field)) continue;
      seen.add(field);
      fieldsOf(schema, value, field, seen, found);
    }
    if (form.items) fieldsOf(schema, form.items, at, seen, found);
    if (form.additionalProperties) fieldsOf(schema, form.additionalProperties, at, seen, found);
  }
  return found;
}

/** Those of these fields that a document has. */
function filledIn(schema, node, value, at, found = new Set()) {
  for (const { node: form, name } of formsOf(schema, node)) {
    if (isText(form)) found.add(at);
    if (Array.isArray(value) && form.items) for (const item of value) filledIn(schema, form.items, item, at, found);
    if (typeof value != "object" || !value || Array.isArray(value)) continue;
    for (const [key, one] of Object.entries(value)) {
      const known = form.properties?.[key];
      if (known) filledIn(schema, known, one, fieldIn(form, name, key, at), found);
      else if (form.additionalProperties) filledIn(schema, form.additionalProperties, one, at, found);
    }
  }
  return found;
}

test("payloads come into every field that takes a string", () => {
  for (const tag of new Set(BASES.map(([tag]) => tag))) {
    const schema = schemaOf(tag);
    const fields = fieldsOf(schema, schema, tag);
    assert.ok(fields.size > 40, `${tag}: ${fields.size} fields`);
    const filled = new Set(BASES.filter(([of]) => of == tag).flatMap(([, base]) => [...filledIn(schema, schema, base, tag)]));
    assert.deepEqual([...fields].filter((field) => !filled.has(field)), [], tag);
  }
});

test("a field that is in no document would be found", () => {
  const schema = schemaOf("results-chart");
  const [, base] = BASES.find(([tag]) => tag == "results-chart");
  for (const [field, cut] of [
    ["BallotOption.color", (data) => data.options.forEach((option) => delete option.color)],
    ["Photo.credit", (data) => data.options.forEach(({ photo }) => delete photo?.credit)],
    ["Source.url", (data) => data.sources.forEach((source) => delete source.url)],
    ["Correction.text", (data) => delete data.corrections],
    ["Contest.question", (data) => delete data.contest.question],
    ["Count.label", (data) => data.counts.forEach((count) => delete count.label)],
  ]) {
    const data = structuredClone(base);
    cut(data);
    assert.ok(fieldsOf(schema, schema, "results-chart").has(field), field);
    assert.ok(filledIn(schema, schema, base, "results-chart").has(field), field);
    assert.equal(filledIn(schema, schema, data, "results-chart").has(field), false, field);
  }
});
