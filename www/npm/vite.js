// A plugin for Vite. Its prebundling would tear the modules from their files (Vite 7), and files that are small would become
// `data:` addresses, which a content security policy refuses.

/** Leaves the files of election-widgets as they are. */
export default function electionWidgets() {
  return {
    name: "election-widgets",
    config({ build }) {
      const limit = build?.assetsInlineLimit;
      return {
        optimizeDeps: { exclude: ["election-widgets"] },
        build: {
          assetsInlineLimit(path, content) {
            if (/election-widgets[\\/]files[\\/]/.test(path)) return false;
            return typeof limit == "number" ? content.length < limit : limit?.(path, content);
          },
        },
      };
    },
  };
}
