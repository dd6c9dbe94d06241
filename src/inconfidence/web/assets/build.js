// Builds static/built/app.css and app.js from the sources beside this file and the packages in node_modules.
// Each file of script/ becomes a block of one module, after the GOV.UK components whose names it may use.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "..", "..", "..", "..", "node_modules");
const out = join(here, "..", "static", "built");
const foreign = ["GDS Transport", "@font-face", "url("];
const theirBlue = /#1d70b8/gi;

function styles() {
  const options = { loadPaths: [packages], style: "compressed", quietDeps: true };
  const { css } = sass.compile(join(here, "app.scss"), options);
  const found = foreign.filter((mark) => css.includes(mark));
  if (found.length) throw new Error(`the stylesheet holds what is not ours to use: ${found.join(", ")}`);
  return css.replace(theirBlue, "var(--accent)");
}

function script() {
  const components = readFileSync(join(packages, "govuk-frontend/dist/govuk/govuk-frontend.min.js"), "utf8")
    .replace(/export\{[^}]*\};?/, "")
    .replace(/\/\/# sourceMappingURL=.*$/m, "");
  const own = readdirSync(join(here, "script")).sort();
  const blocks = own.map((name) => `{\n${readFileSync(join(here, "script", name), "utf8")}}\n`);
  return `${components}\n${blocks.join("")}`;
}

mkdirSync(out, { recursive: true });
for (const [name, text] of [["app.css", styles()], ["app.js", script()]]) {
  writeFileSync(join(out, name), text);
  console.log(`${name} ${Math.round(text.length / 1024)} kB`);
}
