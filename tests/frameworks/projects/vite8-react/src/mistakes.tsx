// Nothing imports this file: TypeScript alone reads it.
import "election-widgets/react";

export const mistakes = [
  // @ts-expect-error: no such order
  <results-chart order="sideways" />,
  // @ts-expect-error: an attribute of another element
  <alliance-grid organisation="x" />,
  // @ts-expect-error: a number is no document
  <observer-map data={1} />,
  // @ts-expect-error: the event has no such detail
  <results-chart onwidget-error={({ detail }) => detail.option} />,
  <results-chart onwidget-error={({ detail }) => detail.path.trim()} onwidget-ready={({ detail }) => detail.warnings[0].message} />,
];
