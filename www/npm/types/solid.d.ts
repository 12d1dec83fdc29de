// The elements in Solid's JSX: import "election-widgets/solid" once.
import type { JSX } from "solid-js";
import type { WidgetEvents, WidgetTypes } from "./elements.js";

type Listeners = { [Name in keyof WidgetEvents as `on:${Name}`]?: (event: WidgetEvents[Name]) => void };
type Props<T extends WidgetTypes[keyof WidgetTypes]> = T["attributes"] & { data?: T["data"]; "prop:data"?: T["data"] } & Listeners &
  Omit<JSX.HTMLAttributes<T["element"]>, keyof T["attributes"] | "data">;

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "results-chart": Props<WidgetTypes["results-chart"]>;
      "observer-map": Props<WidgetTypes["observer-map"]>;
      "alliance-grid": Props<WidgetTypes["alliance-grid"]>;
    }
  }
}
