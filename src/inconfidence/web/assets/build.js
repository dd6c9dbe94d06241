// Builds static/built/app.css and app.js from the sources beside this file and the packages in node_modules.
// Each file of script/ becomes a block of one module, after the GOV.UK components whose names it may use.
// Also puts the typefaces of letters, and their licence, into letters/fonts.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "..", "..", "..", "..", "node_modules");
const out = join(here, "..", "static", "built");
const fonts = join(here, "..", "..", "letters", "fonts");
const typefaces = {
  "noto-sans": ["400Regular/NotoSans_400Regular", "700Bold/NotoSans_700Bold"],
  "noto-sans-arabic": ["400Regular/NotoSansArabic_400Regular", "700Bold/NotoSansArabic_700Bold"],
  "noto-sans-sc": ["400Regular/NotoSansSC_400Regular"],
  "noto-sans-bengali": ["400Regular/NotoSansBengali_400Regular"],
  "noto-sans-gujarati": ["400Regular/NotoSansGujarati_400Regular"],
  "noto-sans-gurmukhi": ["400Regular/NotoSansGurmukhi_400Regular"],
};
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

mkdirSync(fonts, { recursive: true });
for (const [name, cuts] of Object.entries(typefaces)) {
  const from = join(packages, "@expo-google-fonts", name);
  for (const cut of cuts) copyFileSync(join(from, `${cut}.ttf`), join(fonts, `${cut.split("/")[1]}.ttf`));
  copyFileSync(join(from, "LICENSE_FONT"), join(fonts, `LICENSE-${name}.txt`));
}
console.log(`typefaces ${readdirSync(fonts).length} files`);
