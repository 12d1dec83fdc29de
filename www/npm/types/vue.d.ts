// The elements in Vue 3's templates: import "election-widgets/vue" once.
import type { HTMLAttributes } from "vue";
import type { WidgetEvents, WidgetTypes } from "./elements.js";

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Camel<Rest>}` : Capitalize<Name>;
type Listeners = { [Name in keyof WidgetEvents as `on${Camel<Name>}`]?: (event: WidgetEvents[Name]) => void };
type Widget<T extends WidgetTypes[keyof WidgetTypes]> = new () => T["element"] & {
  $props: T["attributes"] & { data?: T["data"] } & Listeners & Omit<HTMLAttributes, keyof T["attributes"]>;
};

declare module "vue" {
  interface GlobalComponents {
    "results-chart": Widget<WidgetTypes["results-chart"]>;
    "observer-map": Widget<WidgetTypes["observer-map"]>;
    "alliance-grid": Widget<WidgetTypes["alliance-grid"]>;
  }
}
