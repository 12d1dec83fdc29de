// Made-up documents of any size, for benchmarks and tests of scale.

/** Missions all over Central Asia, of forty organisations. */
export function observers(count) {
  const mission = (n) => ({
    id: `m${n}`,
    organisation: `Organisation ${n % 40}`,
    name: `Mission ${n}`,
    size: n % 90,
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
