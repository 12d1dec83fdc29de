import type { Alliances, Observers, Results, WidgetElement, Widgets } from "./election-widgets.js";

export * from "./election-widgets.js";
export type * from "./elements.js";

interface WidgetClass<Data> {
  readonly tag: keyof Widgets;
  readonly version: string;
  new (): WidgetElement<Data>;
}

/** The class of `<results-chart>`. Pages that name elements themselves extend it; it is not defined by itself. */
export declare const ResultsChart: WidgetClass<Results>;
export type ResultsChart = WidgetElement<Results>;

/** The class of `<observer-map>`. */
export declare const ObserverMap: WidgetClass<Observers>;
export type ObserverMap = WidgetElement<Observers>;

/** The class of `<alliance-grid>`. */
export declare const AllianceGrid: WidgetClass<Alliances>;
export type AllianceGrid = WidgetElement<Alliances>;

/** Defines all elements, or those of `tags`, each name after `prefix`. Does nothing on a server. */
export declare function define(options?: { prefix?: string; tags?: (keyof Widgets)[] }): void;
