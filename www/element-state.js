// The state of an element: types only. docs/element-phases.md shows how the phases follow each other.

/**
 * - `idle`: the element has no picture, and was not near the window yet
 * - `visible`: the element was near the window, and its first picture is on the way
 * - `painted`: the element shows a picture without listeners, prerendered or from the first paint
 * - `interactive`: the interactive bundle draws the element
 * - `failed`: the interactive bundle can't run here
 * @typedef {"idle" | "visible" | "painted" | "interactive" | "failed"} Phase
 */

/**
 * The state of one element. The element owns it. The modules that draw the element read and write it too.
 * @typedef {object} ElementState
 * @property {Phase} phase Only the element changes it.
 * @property {() => void} reschedule Requests a render.
 * @property {(error: Error & { element?: string }) => void} fail Reports an error: of all widgets, or of the element that it names.
 * @property {() => void} [restyle] Gives the picture its styles in the document that the element is in.
 * @property {boolean} [requested] True if a render was requested since the phase began.
 * @property {boolean} [scheduled] True while the next render waits for the current task to end.
 * @property {number} renderId The number of the newest render. An older render stops when it sees another number.
 * @property {string} [tag] The element's name without its prefix.
 * @property {string} [bundle] The bundle that draws the element, chosen at its first render.
 * @property {string | object} [data] The property `data`.
 * @property {string} [text] The newest text from `src`.
 * @property {boolean} [refetch] True if `src` was set to the value that it had, which requests its text again.
 * @property {Error} [feedError] The error of a feed that has had no answer for a while.
 * @property {() => void} [follow] Has the feed read again what the page asks for, once the feed script is there.
 * @property {string} [paintedText] The document that the painted picture was made from, as it came.
 * @property {boolean} [dataPainted] True while the painted picture shows `data`.
 * @property {boolean} [readyFired] True once the first paint dispatched `widget-ready`.
 * @property {boolean} [errorFired] True once the element reported that the bundle can't run here.
 * @property {{ json: string, area?: string }} [shown] The texts of the document and of the area file on show.
 * @property {(event: Event) => void} [savePicture] Hears the buttons for pictures.
 * @property {[Event, EventTarget][]} interactions The reader's events before hydration, each with its innermost target.
 * @property {HTMLElement} [busy] The painted picture, once the reader asked for what only the bundle can do.
 * @property {boolean} [isReleased] True from when the program that drew the picture stopped, until another draws it.
 * @property {object} [handle] The bundle's `Handle`, while the bundle draws the element.
 * @property {Promise<void>} [frame] Settles at the next frame, if the bundle drew the element in this one.
 * @property {string} [attributesKey] The attributes and the URL's hash that the handle was configured with.
 * @property {string} [localeText] The locale file that the handle was configured with.
 */

export {};
