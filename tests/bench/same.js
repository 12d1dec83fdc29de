// Whether two pieces of HTML are the same DOM. Runs in Node and in the page.

/** Attributes have no order of their own. */
const inOrder = (html) =>
  html.replace(/<([a-z]+)((?: [a-z0-9-]+="[^"]*")+)/gi, (_, tag, all) => `<${tag} ${all.match(/[a-z0-9-]+="[^"]*"/gi).sort().join(" ")}`);

/** What is measured beside each other is the same DOM, or nothing is. `when` says after what they were compared. */
export function assertSame(ours, hand, when) {
  const [one, other] = [inOrder(ours), inOrder(hand)];
  if (one == other) return;
  let at = 0;
  while (at < one.length && one[at] == other[at]) at++;
  const around = (text) => text.slice(Math.max(0, at - 60), at + 120);
  throw new Error(`${when}: ours and by hand differ:\n${around(one)}\n${around(other)}`);
}
