import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export interface Import {
  /** A path from the root of the project ("src/base/time.ts"), or the name of a library. */
  readonly of: string;
  readonly typesOnly: boolean;
}

export interface SourceFile {
  /** From the root of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The TypeScript files of a folder of the project; what is generated is not ours. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((path) => !isGenerated(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}

/** Made from the schema, or from what is found in folders, after every install. */
export function isGenerated(path: string): boolean {
  return /^src\/(store|worker)\/generated/.test(path);
}

/** What a file imports or exports from elsewhere, statically or on demand. */
export function importsOf(path: string, text: string): readonly Import[] {
  const statements = text.matchAll(
    /^(?:import|export)\s+(?:(type\s)?\s*([^"';]*?)\s*from\s*)?"([^"]+)"/gm,
  );
  const found = [...statements].map(([, type, names = "", of = ""]) => ({
    of,
    typesOnly: type !== undefined || onlyTypes(names),
  }));
  for (const [, of = ""] of text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g)) {
    found.push({ of, typesOnly: false });
  }
  return found.map(({ of, typesOnly }) => ({
    of: of.startsWith(".") ? normalize(join(dirname(path), of)) : of,
    typesOnly,
  }));
}

/** `{ type A, type B }`: every name is a type. */
function onlyTypes(names: string): boolean {
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  const each = inner?.split(",").filter((name) => name.trim() !== "") ?? [];
  return each.length > 0 && each.every((name) => name.trim().startsWith("type "));
}

/** The room of a path: "src/channels/telegram.ts" → "channels", "src/texts.ts" → "texts". */
export function roomOf(path: string): string {
  const [top = "", next = ""] = path.split("/");
  return top === "src" ? next.replace(/\.tsx?$/, "") : top;
}

/** The text without its comments, line for line. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""))
    .replace(/(^|\s)\/\/.*$/gm, "$1");
}
