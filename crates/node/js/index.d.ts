import type { Diagnostic, Widgets } from "../election-widgets.d.ts";

export interface Options {
  /** The reader's language; English where left out. */
  lang?: string;
  /** Where the browser fetches the data again; without it the element holds the data itself. */
  src?: string;
  /** What the area file holds that the document names by its address; maps of ours are found. */
  area?: object | string;
  /** The address of the sheet of styles, to link it in place of writing it into the widget. */
  link?: string;
  /**
   * Plain HTML in the element's place, as `--static` writes it: `true` and `"feed"` for feeds and newsletters, `"cms"` for
   * content management systems that take away SVG and most styles.
   */
  static?: boolean | "feed" | "cms";
  /** What stands before the element's name. */
  prefix?: string;
  /** Is told of what looks wrong and is shown as it stands. */
  onWarning?: (warning: Diagnostic) => void;
  /** Any other attribute of the element: `false`, `null` and `undefined` leave it out. */
  [attribute: string]: unknown;
}

/** What is wrong with a document. */
export interface DataError extends Error {
  /** The place in the document; empty for the whole of it. */
  path: string;
}

/**
 * The element of a widget as HTML, as `election-widgets prerender` writes it.
 *
 * Throws a `DataError` where the document can't be shown.
 */
export function renderToString<Tag extends keyof Widgets>(
  tag: Tag,
  data: Widgets[Tag] | string,
  options?: Options,
): string;
