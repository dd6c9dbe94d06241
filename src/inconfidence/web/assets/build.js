// Builds static/built/app.css and app.js from the sources beside this file and the packages in node_modules.
// Each file of script/ becomes a block of one module, after the GOV.UK components whose names it may use.
// Also puts the typefaces of letters, and their licence, into letters/fonts; and those of other scripts beside the
// stylesheet languages.css, which only a page in another language asks for: not every computer has all their letters.
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
const scripts = {
  "Noto Sans Arabic": ["noto-sans-arabic", "NotoSansArabic_", ["400Regular", "700Bold"], "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFF"],
  "Noto Sans Bengali": ["noto-sans-bengali", "NotoSansBengali_", ["400Regular"], "U+0980-09FF"],
  "Noto Sans Gujarati": ["noto-sans-gujarati", "NotoSansGujarati_", ["400Regular"], "U+0A80-0AFF"],
  "Noto Sans Gurmukhi": ["noto-sans-gurmukhi", "NotoSansGurmukhi_", ["400Regular"], "U+0A00-0A7F"],
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

function languages() {
  const faces = Object.entries(scripts).flatMap(([family, [, file, cuts, range]]) => cuts.map((cut) =>
    `@font-face{font-family:"${family}";font-weight:${cut.slice(0, 3)};src:url("${file}${cut}.ttf");unicode-range:${range}}`));
  const families = Object.keys(scripts).map((family) => `"${family}"`).join(",");
  return `${faces.join("\n")}\n.other-language,.other-language *{font-family:${families},arial,sans-serif;line-height:1.7}\n`;
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
for (const [name, text] of [["app.css", styles()], ["languages.css", languages()], ["app.js", script()]]) {
  writeFileSync(join(out, name), text);
  console.log(`${name} ${Math.round(text.length / 1024)} kB`);
}

mkdirSync(fonts, { recursive: true });
for (const [name, cuts] of Object.entries(typefaces)) {
  const from = join(packages, "@expo-google-fonts", name);
  for (const cut of cuts) copyFileSync(join(from, `${cut}.ttf`), join(fonts, `${cut.split("/")[1]}.ttf`));
  copyFileSync(join(from, "LICENSE_FONT"), join(fonts, `LICENSE-${name}.txt`));
}
for (const [name, file, cuts] of Object.values(scripts)) {
  for (const cut of cuts) copyFileSync(join(fonts, `${file}${cut}.ttf`), join(out, `${file}${cut}.ttf`));
  copyFileSync(join(fonts, `LICENSE-${name}.txt`), join(out, `LICENSE-${name}.txt`));
}
console.log(`typefaces ${readdirSync(fonts).length} files`);
