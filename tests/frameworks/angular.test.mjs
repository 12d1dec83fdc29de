// Angular follows no addresses of packages: its `assets` copy the files, and `configure` names their folder.
import { after, before, test } from "node:test";
import { launch } from "../e2e/browser.mjs";
import { POLICY, run } from "../package/project.mjs";
import { app, strict, timed } from "./app.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("Angular 20 builds with the tarball, and its templates set properties and hear events", async (context) => {
  const folder = await timed(context, "install", () => app("angular"));
  await timed(context, "build", () => run(folder, "npx", "ng", "build", "--configuration", ""));
  // Angular names policies for Trusted Types of its own.
  const policy = POLICY.replace("trusted-types 'none'", "trusted-types angular angular#bundler");
  await timed(context, "page", () => strict(browser, `${folder}/site/browser`, { policy }));
});
