// Writes the pages of the demo that are made from other files: the gallery, its recorded night and the documentation.
//   node scripts/demo.mjs FOLDER   the folder of the built demo
import { writeDocumentation } from "./demo/documentation.mjs";
import { writeGallery } from "./demo/gallery.mjs";
import { writeNight } from "./demo/night.mjs";

const out = process.argv[2];
if (!out) throw new Error("scripts/demo.mjs needs the folder of the built demo");
writeGallery(out);
writeNight(out);
writeDocumentation(out);
