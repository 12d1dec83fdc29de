// A temporary nginx on 127.0.0.1 with the headers of examples/nginx/election-widgets.conf, and what it says it sent.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../e2e/server.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const unpacked = join(repository, "target/nginx");
// Linux counts the time of a process in these parts of a second.
const TICKS = 100;

const configuration = (folder, port) => `daemon off;
worker_processes 1;
worker_rlimit_nofile 16384;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 8192; }
http {
  include ${unpacked}/etc/nginx/mime.types;
  log_format figures "$status $bytes_sent $body_bytes_sent $request_length $uri";
  keepalive_timeout 10m;
  access_log ${folder}/access.log figures;
${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `  ${name}_temp_path ${folder}/${name};`).join("\n")}
  server {
    listen 127.0.0.1:${port} backlog=4096;
    root ${folder}/site;
    include ${repository}examples/nginx/election-widgets.conf;
  }
}
`;

const answers = (port) =>
  new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => (socket.destroy(), done(true))).on("error", () => done(false));
  });

/** An nginx that can be stopped and started again, and the folder that it serves. */
export class Nginx {
  static async start(program = join(unpacked, "usr/sbin/nginx")) {
    if (!existsSync(program)) {
      throw new Error("nginx is missing: `make load` unpacks Debian's into target/nginx and installs nothing (`scripts/setup.sh load` does that alone)");
    }
    const nginx = new Nginx();
    nginx.program = program;
    nginx.folder = mkdtempSync(join(tmpdir(), "election-widgets-load-"));
    // The worker has a user of its own.
    chmodSync(nginx.folder, 0o755);
    mkdirSync(join(nginx.folder, "site"));
    nginx.port = await freePort();
    writeFileSync(join(nginx.folder, "nginx.conf"), configuration(nginx.folder, nginx.port));
    // Whatever ends the test ends its nginx.
    process.once("SIGTERM", () => process.exit(1));
    process.on("exit", () => nginx.clear());
    await nginx.run();
    return nginx;
  }

  async run() {
    const errors = join(this.folder, "error.log");
    this.process = spawn(this.program, ["-e", errors, "-c", join(this.folder, "nginx.conf")]);
    const isOver = new Promise((done) => this.process.on("exit", done));
    this.isOver = isOver;
    for (let tries = 0; !(await answers(this.port)); tries++) {
      const isDead = (await Promise.race([isOver.then(() => true), sleep(50)])) || tries > 200;
      if (isDead) throw new Error(`nginx does not start: ${readFileSync(errors, "utf8")}`);
    }
  }

  /** Ends this nginx and no other. */
  async stop() {
    this.process.kill("SIGTERM");
    await this.isOver;
  }

  async end() {
    await this.stop();
    this.clear();
  }

  clear() {
    this.process?.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes a file of the site at once: nobody reads half of it. */
  write(path, text) {
    const file = join(this.folder, "site", path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }

  /** Copies a folder into the site. */
  copy = (from, path) => cpSync(from, join(this.folder, "site", path), { recursive: true, dereference: true });

  remove = (path) => rmSync(join(this.folder, "site", path));

  /** The seconds of processor time that nginx took since it started; `undefined` where the system does not say. */
  get seconds() {
    const children = `/proc/${this.process.pid}/task/${this.process.pid}/children`;
    if (!existsSync(children)) return undefined;
    const workers = readFileSync(children, "utf8").trim().split(" ");
    const times = workers.map((pid) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" "));
    return times.reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0) / TICKS;
  }

  /** What nginx says it sent: for each answer its status, its bytes, those of its body and of the request, and the path. */
  get answers() {
    const lines = readFileSync(join(this.folder, "access.log"), "utf8").trim().split("\n").filter(Boolean);
    return lines.map((line) => line.split(" ")).map((fields) => {
      const [status, bytes, body, asked] = fields.map(Number);
      return { status, bytes, body, asked, path: fields.at(-1) };
    });
  }
}
