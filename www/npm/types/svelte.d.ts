// The elements in Svelte 5's templates: import "election-widgets/svelte" once.
import type { HTMLAttributes } from "svelte/elements";
import type { WidgetEvents, WidgetTypes } from "./elements.js";

type Listeners = { [Name in keyof WidgetEvents as `on${Name}`]?: (event: WidgetEvents[Name]) => void };
type Props<T extends WidgetTypes[keyof WidgetTypes]> = T["attributes"] & { data?: T["data"] } & Listeners &
  Omit<HTMLAttributes<T["element"]>, keyof T["attributes"] | "data">;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "results-chart": Props<WidgetTypes["results-chart"]>;
    "observer-map": Props<WidgetTypes["observer-map"]>;
    "alliance-grid": Props<WidgetTypes["alliance-grid"]>;
  }
}
