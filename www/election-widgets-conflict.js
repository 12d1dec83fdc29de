// Says that the name of an element is taken. Hardly any page loads this.

/** Warns that an element is defined by another version, or by a script of someone else if it has none. */
export function warn(name, version, ours) {
  const owner = version ? `version ${version} of election-widgets` : "a script that is not election-widgets";
  console.warn(`election-widgets ${ours}: <${name}> was defined before by ${owner}, and stays so. Load one version, or call define({ prefix: "ew-" }) and write <ew-${name}>.`);
}
