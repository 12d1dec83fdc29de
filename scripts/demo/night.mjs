// The page that plays the recorded night of examples/night, step by step. `election-widgets play` plays the same from a
// server.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { escape, page } from "./page.mjs";

const NIGHT = fileURLToPath(new URL("../../examples/night/", import.meta.url));

/** What each document brings. */
export const NEWS = {
  "01-exit-poll.json": "The polls close. The only figures are an exit poll, and the chart calls it so.",
  "02-first-stations.json": "The first stations are counted: 64 of 640. The poll is no longer the newest count.",
  "03-wrong-figure.json": "Tomas Brand has 161,377 votes. That is wrong, but nobody knows it yet.",
  "04-corrected.json": "The commission corrects the figure to 91,377. The chart says what was wrong.",
  "05-lead-changes.json": "Mila Arda leads for the first time.",
  "06-preliminary.json": "All stations are counted. The commission names Mila Arda as elected.",
  "07-outcome-retracted.json": "The commission takes that back. The chart keeps it, as revoked.",
  "08-recount.json": "A recount: 296 of 640 stations. The count before it stays, beside it.",
  "09-certified.json": "The certified result. Mila Arda is elected.",
};

const step = ({ at, file }) => `<li data-src="night/${file}"><time>${at}</time> ${escape(NEWS[file])}</li>`;

const body = (night) => `<p class="kicker"><a href="index.html">Gallery</a> <span class="made-up">Invented</span></p>
<h1>Watch a recorded night</h1>
<p class="standfirst">This election never happened. Each of its documents is a rehearsal, and the chart says so.</p>
<div class="player" hidden>
  <button type="button" id="play">Play</button>
  <button type="button" id="next">Next step</button>
  <button type="button" id="again">Start again</button>
  <label>Seconds a step <select id="pace"><option>2</option><option selected>5</option><option>15</option></select></label>
  <span id="position"></span>
</div>
<section class="state">
<div><results-chart src="night/${night[0].file}"></results-chart></div>
<div class="about">
<ol class="steps">
${night.map(step).join("\n")}
</ol>
<p>On a real night the page requests its data itself, and the times between are longer. To see that, play this night on your
own machine: <code>election-widgets play examples/night --speed 60</code> (<a href="../docs/play.html">Play a night</a>).
<a href="../docs/live.html">Live data</a> says what readers see when figures do not come.</p>
</div>
</section>
<script type="module" src="../site/night.js"></script>`;

/** Writes the page and the documents of the night into the gallery. */
export function writeNight(out) {
  cpSync(NIGHT, join(out, "gallery/night"), { recursive: true });
  const night = JSON.parse(readFileSync(join(NIGHT, "night.json"), "utf8"));
  writeFileSync(join(out, "gallery/night.html"), page("Watch a recorded night", body(night), { script: true }));
}
