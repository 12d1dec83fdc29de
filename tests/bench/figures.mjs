// What becomes of the times of many runs: medians, spreads, slopes, and rows that say whether a goal is met.

export const median = (all) => {
  const sorted = all.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
};

/** Half the distance of the quartiles. */
export const spread = (all) => {
  const sorted = all.toSorted((one, other) => one - other);
  return (sorted[Math.floor(sorted.length * 0.75)] - sorted[Math.floor(sorted.length * 0.25)]) / 2;
};

/** The slope of the straight line through the logarithms: 1 is linear. */
export function slope(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (n) => logs.reduce((sum, log) => sum + log[n], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (of) => logs.reduce((all, [a, b]) => all + of(a - x, b - y), 0);
  return sum((a, b) => a * b) / sum((a) => a * a);
}

/** Runs `once` for each of `names`, `rounds` times, the order rotated; gives each one's results. */
export async function inTurn(names, rounds, once) {
  const all = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let n = 0; n < names.length; n++) {
      const name = names[(n + round) % names.length];
      all[name].push(await once(name, round));
    }
  }
  return all;
}

/** A goal: `ratio` of two figures, at most `most` (or at least `least`). */
export function goal(what, ours, theirs, { most, least }) {
  const ratio = ours / theirs;
  const met = most != null ? ratio <= most : ratio >= least;
  return { what, ratio, wanted: most != null ? `at most ${most}` : `at least ${least}`, met };
}
