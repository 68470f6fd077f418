import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

const help = `npm run -s supply -- [--sbom FILE] [--strict]

What the project stands on: licences of what runs in production (one that is not on the list below is refused),
whether the README says why each library is there, known vulnerabilities (when the registry does not answer that
question, it is said), how many packages and megabytes.
  --sbom    writes the bill of materials too (CycloneDX)
  --strict  refuses vulnerabilities that are high or critical: before a release. Without it they are told, for what is
            published today does not make wrong what was built yesterday`;

/** Licences that go with EUPL-1.2: what they ask for is kept by keeping their files. */
const allowed = new Set([
  ...["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"],
  ...["MPL-2.0", "OFL-1.1", "Unlicense", "CC0-1.0", "Python-2.0", "WTFPL"],
]);

/** What is allowed by name, and why. */
const read: Readonly<Record<string, string>> = {
  // its package.json says nothing; its LICENSE file is the Zero-Clause BSD
  "htmx-ext-sse": "0BSD",
  // used as it is by whatsapp-web.js, in files of its own: what the LGPL asks for a library
  "node-webpmux": "LGPL-3.0-or-later",
};

interface Installed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly path: string;
  readonly isDevelopment: boolean;
}

const { values } = parseArgs({
  options: {
    sbom: { type: "string" },
    strict: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const own = JSON.parse(readFileSync("package.json", "utf8"));
const all = installed();
const production = all.filter(({ isDevelopment }) => !isDevelopment);
const problems = [
  ...production
    .filter(({ name, licence }) => !isAllowed(licence) && !Object.hasOwn(read, name))
    .map(
      ({ name, version, licence }) => `${name}@${version}: licence ${licence} is not on the list`,
    ),
  ...unexplained().map((name) => `${name}: the README does not say why it is there`),
];
const audit = audited();
if (audit.outcome === "vulnerable" && values.strict) problems.push(...audit.found);

const direct = Object.keys(own.dependencies).length;
console.log(
  [
    `production: ${direct} libraries, ${production.length} packages, ${megabytes(production)} MB`,
    `with development: ${all.length} packages, ${megabytes(all)} MB`,
    `licences in production: ${counted(production.map(({ licence }) => licence))}`,
    `vulnerabilities: ${audit.said}`,
  ].join("\n"),
);
if (values.sbom !== undefined) writeBill(values.sbom);
for (const problem of problems) console.error(`- ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);

/** What the lock file names and is there: packages for another system are not. */
function installed(): readonly Installed[] {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { version?: string; dev?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(packages).flatMap(([path, { version = "?", dev, devOptional }]) => {
    const file = join(path, "package.json");
    if (path === "" || !existsSync(file)) return [];
    const { name, license, licenses } = JSON.parse(readFileSync(file, "utf8"));
    const licence = String(license?.type ?? license ?? licenses?.[0]?.type ?? "none");
    return [{ name, version, licence, path, isDevelopment: dev === true || devOptional === true }];
  });
}

/** "(MIT OR Apache-2.0)" is allowed when one of them is, "MIT AND ISC" when both are. */
function isAllowed(licence: string): boolean {
  const plain = licence.replace(/[()]/g, "");
  if (/ or /i.test(plain)) return plain.split(/ or /i).some(isAllowed);
  return plain.split(/ and /i).every((one) => allowed.has(one.trim()));
}

/** The libraries that the table of the README does not name. */
function unexplained(): readonly string[] {
  const readme = readFileSync("README.md", "utf8");
  const names = [own.dependencies, own.devDependencies, own.optionalDependencies].flatMap((one) =>
    Object.keys(one),
  );
  return names.filter((name) => !name.startsWith("@types/") && !readme.includes(name));
}

function audited() {
  const { stdout } = spawnSync(
    "npm",
    ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--fetch-timeout=20000"],
    { encoding: "utf8" },
  );
  const counts = readAudit(stdout);
  if (counts === null)
    return { outcome: "unanswered", said: "the registry did not answer", found: [] } as const;
  const { high = 0, critical = 0, total = 0 } = counts;
  const said = `${total} known, of which ${high + critical} high or critical`;
  return high + critical === 0
    ? ({ outcome: "fine", said, found: [] } as const)
    : ({ outcome: "vulnerable", said, found: [`npm audit: ${said}`] } as const);
}

function readAudit(text: string): Readonly<Record<string, number>> | null {
  try {
    return JSON.parse(text).metadata?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}

function writeBill(file: string): void {
  const { status, stdout } = spawnSync(
    "npm",
    ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--omit", "dev"],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) {
    problems.push("the bill of materials could not be written");
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stdout);
  console.log(`bill of materials: ${JSON.parse(stdout).components.length} components, ${file}`);
}

function counted(words: readonly string[]): string {
  return [...Map.groupBy(words, (word) => word)]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([word, each]) => `${word} ${each.length}`)
    .join(", ");
}

function megabytes(packages: readonly Installed[]): number {
  return Math.round(packages.reduce((sum, { path }) => sum + bytesIn(path), 0) / 1_000_000);
}

/** Without the packages inside it, which the lock file names too. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? sum : sum + bytesIn(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}
