// Made-up documents of any size, for benchmarks and tests of scale.

/** Missions all over Central Asia, of forty organisations. */
export function observers(count) {
  const mission = (n) => ({
    id: `m${n}`,
    organisation: `Organisation ${n % 40}`,
    name: `Mission ${n}`,
    size: 1 + (n % 90),
    where: { places: [{ kind: "point", name: `Place ${n % 97}`, lon: 48 + ((n * 7.919) % 38), lat: 37 + ((n * 3.371) % 17) }] },
  });
  return {
    title: "Many missions",
    event: { name: "Made up" },
    area: "central-asia-2018",
    missions: Array.from({ length: count }, (_, n) => mission(n)),
    sources: [],
  };
}

/** Observers with dates, references and sources, of so many characters of JSON. */
export function reports(length) {
  const { missions, ...document } = observers(Math.ceil(length / 240));
  const reported = (mission, n) => ({
    ...mission,
    status: "deployed",
    from: `2022-11-0${1 + (n % 9)}`,
    partOf: "all",
    source: "s",
  });
  const source = { id: "s", title: "A release", publisher: "A commission", url: "https://a.example/", date: "2022-11-20" };
  return {
    ...document,
    totals: [{ id: "all", name: "All", size: 1_000_000 }],
    missions: missions.map(reported),
    sources: [source],
  };
}

/** So many states, each a member of a third of so many alliances since some day. */
export function alliances(states, count) {
  const code = (n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));
  const since = (state, alliance) => `${1950 + ((state * 7 + alliance * 13) % 60)}-03-0${1 + ((state + alliance) % 9)}`;
  const members = (alliance) =>
    Array.from({ length: states }, (_, state) => state)
      .filter((state) => (state * 31 + alliance * 17) % 3 == 0)
      .map((state) => ({ state: code(state), from: since(state, alliance) }));
  const ids = Array.from({ length: count }, (_, n) => `a${n}`);
  return {
    title: "Many alliances",
    asOf: "2020-01-01",
    alliances: ids.map((id, n) => ({ id, name: `Alliance ${n}`, short: `A${n}`, complete: ["member"] })),
    states: Array.from({ length: states }, (_, n) => ({ code: code(n), name: `State ${code(n)}` })),
    memberships: Object.fromEntries(ids.map((id, n) => [id, { member: members(n) }])),
    sources: [],
  };
}
