import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "trousseau-worker-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `worker add` on a database of its own; what it says on both outputs. */
function add(...options: readonly string[]) {
  const file = join(root, "src", "commands", "worker.ts");
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    DATABASE_URL: `file:${join(folder, "trousseau.db")}`,
    SECRET_KEY: "a secret key for tests only, long enough",
  };
  const given = ["add", "--email", "lea@example.org", "--name", "Léa", ...options];
  return new Promise<{ code: number; output: string; errors: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [file, ...given],
      { cwd: root, env },
      (error, output, errors) => resolve({ code: Number(error?.code ?? 0), output, errors }),
    );
    child.stdin?.end();
  });
}

test("a worker is not added to a structure that is not served, and the sentence says which are", async () => {
  const refused = await add("--structure", "maison-rouge");
  expect(refused).toEqual({
    code: 1,
    output: "",
    errors:
      "La structure maison-rouge n'est pas servie ici. Celles de STRUCTURE : rencontres-et-loisirs.\n",
  });
  const json = await add("--structure", "maison-rouge", "--json");
  expect([json.code, json.output, json.errors]).toEqual([
    1,
    '{"outcome":"unknownStructure"}\n',
    "",
  ]);
});

test("named or not, the first structure's worker is added", async () => {
  const added = await add("--structure", "rencontres-et-loisirs");
  expect([added.code, added.output.split("\n")[0]]).toEqual([0, "Ajouté : lea@example.org."]);
  expect((await add()).output).toContain("déjà un compte");
});
