import { svelte, vitePreprocess } from "@sveltejs/vite-plugin-svelte";
import electionWidgets from "election-widgets/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [svelte({ preprocess: vitePreprocess() }), electionWidgets()] });
