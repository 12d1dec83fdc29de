// Writes the pages of the demo that are made from other files: the gallery and the documentation.
//   node scripts/demo.mjs FOLDER   the folder of the built demo
import { writeDocumentation } from "./demo/documentation.mjs";
import { writeGallery } from "./demo/gallery.mjs";

const out = process.argv[2];
if (!out) throw new Error("scripts/demo.mjs needs the folder of the built demo");
writeGallery(out);
writeDocumentation(out);
