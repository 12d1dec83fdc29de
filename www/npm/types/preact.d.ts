// The elements in Preact's JSX: import "election-widgets/preact" once.
import type { ClassAttributes, HTMLAttributes } from "preact";
import type { WidgetEvents, WidgetTypes } from "./elements.js";

type Listeners = { [Name in keyof WidgetEvents as `on${Name}`]?: (event: WidgetEvents[Name]) => void };
type Props<T extends WidgetTypes[keyof WidgetTypes]> = T["attributes"] & { data?: T["data"] } & Listeners &
  ClassAttributes<T["element"]> &
  Omit<HTMLAttributes<T["element"]>, keyof T["attributes"] | "data">;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "results-chart": Props<WidgetTypes["results-chart"]>;
      "observer-map": Props<WidgetTypes["observer-map"]>;
      "alliance-grid": Props<WidgetTypes["alliance-grid"]>;
    }
  }
}
