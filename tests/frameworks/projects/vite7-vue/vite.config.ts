import vue from "@vitejs/plugin-vue";
import electionWidgets from "election-widgets/vite";
import { defineConfig } from "vite";

const isCustomElement = (tag: string) => tag.includes("-");

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } }), electionWidgets()] });
