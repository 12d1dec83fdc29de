// The elements in React 19's JSX: import "election-widgets/react" once.
import type { HTMLAttributes, RefAttributes } from "react";
import type { WidgetEvents, WidgetTypes } from "./elements.js";

type Listeners = { [Name in keyof WidgetEvents as `on${Name}`]?: (event: WidgetEvents[Name]) => void };
type Props<T extends WidgetTypes[keyof WidgetTypes]> = T["attributes"] & { data?: T["data"]; class?: string } & Listeners &
  RefAttributes<T["element"]> &
  Omit<HTMLAttributes<T["element"]>, keyof T["attributes"] | "data">;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "results-chart": Props<WidgetTypes["results-chart"]>;
      "observer-map": Props<WidgetTypes["observer-map"]>;
      "alliance-grid": Props<WidgetTypes["alliance-grid"]>;
    }
  }
}
