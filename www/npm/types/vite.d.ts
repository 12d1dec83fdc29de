/** Leaves the files of election-widgets as they are: neither prebundled nor turned into `data:` addresses. */
export default function electionWidgets(): {
  name: string;
  config(config: { build?: { assetsInlineLimit?: number | ((path: string, content: Uint8Array & any) => boolean | undefined) } }): {
    optimizeDeps: { exclude: string[] };
    build: { assetsInlineLimit(path: string, content: Uint8Array & any): boolean | undefined };
  };
};
