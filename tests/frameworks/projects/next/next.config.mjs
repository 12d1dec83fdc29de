// The server's module reads its WebAssembly and words from its own folder.
export default { serverExternalPackages: ["election-widgets"], devIndicators: false };
