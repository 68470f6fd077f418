// Prepares what the Worker is bundled with, since it has no file system: the list of structures, the
// names of the pages' files, and the files themselves, which Cloudflare serves by itself.
// Run after an install, and by wrangler before each build.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { webChatSources } from "../src/channels/web-chat-assets.ts";
import { deskSources } from "../src/desk/desk-assets.ts";
import { loadAssets } from "../src/look/assets.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const generated = join(root, "src/worker/generated");
const served = join(root, ".worker/assets");

const slugs = readdirSync(join(root, "prisma/structures"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length))
  .sort();
const imports = slugs.map(
  (slug, place) =>
    `import file${place} from "../../../prisma/structures/${slug}.json" with { type: "json" };`,
);
const entries = slugs.map((slug, place) => `  "${slug}": file${place},`);
put(
  join(generated, "structures.ts"),
  `${imports.join("\n")}\n\nexport const structureFiles: Readonly<Record<string, unknown>> = {\n${entries.join("\n")}\n};\n`,
);

const sources = [...webChatSources, ...deskSources];
const assets = await loadAssets(
  async (path) => new Uint8Array(readFileSync(join(root, path))),
  sources,
);
const addresses: Record<string, string> = {};
for (const { name } of sources) {
  const address = assets.href(name);
  const asset = assets.find(address);
  if (!asset) throw new Error(`no file at ${address}`);
  addresses[name] = address;
  put(join(served, address), asset.body);
}
put(join(generated, "look.json"), `${JSON.stringify(addresses, null, 2)}\n`);
put(
  join(served, "_headers"),
  "/look/*\n  Cache-Control: public, max-age=31536000, immutable\n  X-Content-Type-Options: nosniff\n",
);
// only what is not named any more: another build, or a Worker that runs, may be reading the others
const kept = new Set(["_headers", ...Object.values(addresses)].map((name) => join(served, name)));
for (const entry of readdirSync(served, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !kept.has(path)) rmSync(path);
}

/** Writes only what changed: a watcher that builds again must not see a change of its own making. */
function put(path: string, body: string | Uint8Array): void {
  if (existsSync(path) && Buffer.from(body).equals(readFileSync(path))) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
}
