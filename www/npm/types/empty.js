// Only types are here: see the .d.ts file of the same folder.
export {};
