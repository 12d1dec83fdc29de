export default { mode: "production", entry: "./app.js", output: { path: `${import.meta.dirname}/site/news/assets`, publicPath: "/news/assets/" } };
