// Goes first into every page of the cases (policy.test.mjs, other-browsers.test.mjs): the events of
// the widgets, and whatever goes wrong in a way that a page can see. An ordinary file, since a strict policy
// runs no inline script and not every driver can run one before the page's own.
window.widgetEvents = [];
window.complaints = [];
for (const name of ["widget-ready", "widget-update", "widget-error", "widget-select"]) {
  addEventListener(name, ({ type, detail, target }) => window.widgetEvents.push({ type, detail, id: target.id }), true);
}
addEventListener(
  "securitypolicyviolation",
  ({ effectiveDirective, blockedURI, sample }) =>
    window.complaints.push(`policy: ${effectiveDirective} ${blockedURI} ${sample}`),
  true,
);
// An exception has a message; a script or a picture that does not come has an element.
addEventListener(
  "error",
  ({ message, target }) => window.complaints.push(message ?? `not loaded: ${target.src ?? target.href}`),
  true,
);
addEventListener("unhandledrejection", ({ reason }) => window.complaints.push(`unhandled: ${reason}`));
const { error } = console;
console.error = (...said) => {
  window.complaints.push(said.join(" "));
  error.apply(console, said);
};
