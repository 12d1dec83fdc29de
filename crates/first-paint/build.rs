//! Gives the first-paint programs their memory.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = std::env::var("TARGET").unwrap_or_default();
    if !target.starts_with("wasm32") {
        return;
    }
    for name in ["all", "results", "observers", "alliances"] {
        let program = format!("election-widgets-first-paint-{name}");
        // A small stack is enough. 4 MB of memory at the start: growing memory takes time, and unused pages cost
        // nothing.
        for argument in ["-zstack-size=131072", "--initial-memory=4194304"] {
            println!("cargo::rustc-link-arg-bin={program}={argument}");
        }
    }
}
