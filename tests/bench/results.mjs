// Results documents of any size for the benchmark of peers, and what a plain bar chart takes of them.
// Runs in Node and in the page.
const COLORS = ["#1d6fb8", "#b8431d", "#3d8b37", "#7a4fa3", "#a58a00", "#00808a", "#8a3050"];

/**
 * So many parties with votes each; another `turn` gives every one of them other votes, and leaves
 * their order.
 */
export function results(rows, turn = 0) {
  const options = Array.from({ length: rows }, (_, n) => ({
    id: `p${n}`,
    kind: "party",
    name: `Party number ${n + 1}`,
    color: COLORS[n % COLORS.length],
  }));
  // All different: 7,919 and 100,003 have no common factor.
  const votes = (n) => 20 * (5_000 + ((n * 7_919) % 100_003)) + 3_000 * turn;
  return {
    title: "How a made-up country votes",
    contest: { office: "Parliament", date: "2030-05-12" },
    options,
    counts: [
      {
        id: "count",
        status: "preliminary",
        asOf: "2030-05-13",
        source: "commission",
        results: Object.fromEntries(options.map(({ id }, n) => [id, { votes: votes(n) }])),
      },
    ],
    sources: [{ id: "commission", title: "Protocol", publisher: "Commission", date: "2030-05-13" }],
  };
}

/** What a bar chart needs of a document's text: `[{name, value, color}]`, the largest first. */
export function bars(text) {
  const { options, counts } = JSON.parse(text);
  const given = counts.at(-1).results;
  return options
    .map(({ id, name, color }) => ({ name, value: given[id].votes, color }))
    .sort((one, other) => other.value - one.value);
}
