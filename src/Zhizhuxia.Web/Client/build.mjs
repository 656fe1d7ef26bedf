// Bundles the browser code into wwwroot/dist. MSBuild calls it when a source is newer (see Client.targets).
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const outdir = new URL("../wwwroot/dist/", import.meta.url).pathname;

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: new URL(".", import.meta.url).pathname,
  // One entry per kind of page; hls.js is loaded by film.js only where the browser cannot play HLS by itself.
  entryPoints: {
    site: "styles/site.css",
    submit: "submit.ts",
    receipt: "receipt.ts",
    status: "status.ts",
    answer: "answer.ts",
    films: "films.ts",
    film: "film.ts",
    desk: "desk.ts",
    review: "review.ts",
    compare: "compare.ts",
    invitation: "invitation.ts",
    passkeys: "passkeys.ts",
    dossier: "dossier.ts",
    hls: "hls.ts",
  },
  outdir,
  bundle: true,
  minify: true,
  format: "esm",
  charset: "utf8",
  target: ["es2020", "chrome87", "safari15", "firefox100"],
  legalComments: "none",
  logLevel: "warning",
  logLimit: 5,
});
