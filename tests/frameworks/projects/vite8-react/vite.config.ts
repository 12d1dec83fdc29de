import react from "@vitejs/plugin-react";
import electionWidgets from "election-widgets/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [react(), electionWidgets()] });
