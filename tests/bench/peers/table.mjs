// A plain table by hand: names and figures, no bars.
import { bars } from "../results.mjs";

const escape = (text) => text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);
const rowsOf = (text) =>
  bars(text)
    .map(({ name, value }) => `<tr><th scope="row">${escape(name)}</th><td>${value}</td></tr>`)
    .join("");

export function draw(host, text) {
  const table = document.createElement("table");
  table.innerHTML = `<thead><tr><th>Option</th><th>Votes</th></tr></thead><tbody>${rowsOf(text)}</tbody>`;
  host.append(table);
  return table;
}

export function update(table, text) {
  table.tBodies[0].innerHTML = rowsOf(text);
}
