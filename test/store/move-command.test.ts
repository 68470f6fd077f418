import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { openLocalD1 } from "../../src/node/d1-local.ts";
import { type D1Api, openD1Api } from "../stand-in/d1-api.ts";
import { allThatMoves, folder, livedInAt, move, openSqlite, secret } from "./move-world.ts";

const command = fileURLToPath(new URL("../../src/commands/move.ts", import.meta.url));

test("npm run move takes a file to Cloudflare and back, and shows counts and digests alone", async () => {
  const api = await openedApi();
  const away = await livedInAt();
  const there = await run(["--to", "d1", "--remote", "--json", "--database", `file:${away}`], api);
  expect(there.lines.at(-1)).toEqual({ outcome: "moved", different: [] });
  const people = there.lines.find(({ table }) => table === "Person");
  expect(people).toMatchObject({ rows: 4, arrived: 4, same: true });
  expect(there.code).toBe(0);

  const home = join(folder(), "made", "home.db");
  const back = await run(["--to", "sqlite", "--remote", "--database", `file:${home}`], api);
  expect(back.said).toContain("Tout est arrivé");
  expect(back.said).not.toMatch(/Nadia|lina|exemple\.fr|token/);
  expect(back.code).toBe(0);
  expect(await allThatMoves(openSqlite(home))).toEqual(await allThatMoves(openSqlite(away)));
});

test("a second time is refused with a sentence, and an exit code that says so", async () => {
  const api = await openedApi();
  const options = ["--to", "d1", "--remote", "--database", `file:${await livedInAt()}`];
  expect((await run(options, api)).code).toBe(0);
  const again = await run(options, api);
  expect(again.said).toContain("contient déjà des données (table Account)");
  expect(again.code).toBe(1);
  expect((await run([...options, "--resume"], api)).code).toBe(0);
});

test("a difference is an exit code, and the table is named", async () => {
  const api = await openedApi();
  const options = ["--to", "d1", "--remote", "--json", "--database", `file:${await livedInAt()}`];
  await run(options, api);
  api.connection.exec("UPDATE Worker SET name = 'other' WHERE role = 'admin'");
  const different = await run([...options, "--resume"], api);
  expect(different.lines.at(-1)).toEqual({ outcome: "differs", different: ["Worker"] });
  expect(different.code).toBe(1);
});

test("with another secret nothing leaves, and no key is made beside the file", async () => {
  const api = await openedApi();
  const path = await livedInAt();
  const options = ["--to", "d1", "--remote", "--json", "--database", `file:${path}`];
  const other = await run(options, api, { SECRET_KEY: "another key of at least thirty-two signs" });
  expect(other.lines).toMatchObject([{ reason: "keyDoesNotOpen" }]);
  const none = await run(options, api, { SECRET_KEY: "" });
  expect(none.lines).toMatchObject([{ reason: "keyDoesNotOpen" }]);
  expect([other.code, none.code]).toEqual([1, 1]);
  expect(existsSync(join(path, "..", "secret.key"))).toBe(false);
  expect(api.connection.prepare("SELECT name FROM sqlite_master").all()).toEqual([]);
});

test("the key kept beside the file serves when the settings have none", async () => {
  const api = await openedApi();
  const path = await livedInAt();
  writeFileSync(join(path, "..", "secret.key"), secret);
  const options = ["--to", "d1", "--remote", "--database", `file:${path}`];
  expect((await run(options, api, { SECRET_KEY: "" })).code).toBe(0);
});

test("a file that is no database is said in a sentence", async () => {
  const path = join(folder(), "letter.db");
  writeFileSync(path, "Dear all, ".repeat(200));
  const ended = await run(
    ["--to", "d1", "--remote", "--database", `file:${path}`],
    await openedApi(),
  );
  expect(ended.said.trim().split("\n")).toEqual([
    "Le déplacement s'est arrêté : file is not a database. Ce qui est arrivé reste ; relancez avec --resume.",
  ]);
  expect(ended.code).toBe(1);
});

test.each<[string, readonly string[], Readonly<Record<string, string>>, number, RegExp]>([
  ["no direction", [], {}, 2, /--to d1\|sqlite/],
  ["help", ["--help"], {}, 0, /SECRET_KEY doit être la même/],
  ["a missing setting", ["--to", "d1", "--remote"], { D1_DATABASE_ID: "" }, 2, /D1_DATABASE_ID/],
  ["a wrong token", ["--to", "sqlite", "--remote"], { CLOUDFLARE_API_TOKEN: "x" }, 1, /jeton/],
  ["a missing file", ["--to", "d1", "--remote"], {}, 1, /ce fichier n'existe pas/],
])("the command says what is wrong: %s", async (_, options, settings, code, sentence) => {
  const api = await openedApi();
  const path = join(folder(), "nowhere.db");
  const ended = await run([...options, "--database", `file:${path}`], api, settings);
  expect([ended.code, existsSync(path)]).toEqual([code, false]);
  expect(ended.said).toMatch(sentence);
});

const binding = `[[d1_databases]]\nbinding = "DB"\ndatabase_name = "house"\ndatabase_id = "local"`;

test("the local D1 of wrangler is kept from one opening to the next", async () => {
  const configuration = join(folder(), "wrangler.toml");
  writeFileSync(configuration, `name = "house"\ncompatibility_date = "2026-10-01"\n${binding}`);
  const source = openSqlite(await livedInAt());
  const first = await openLocalD1(configuration);
  if (first.outcome !== "opened") throw new Error(first.outcome);
  expect(await move(source, first.database)).toMatchObject({ outcome: "moved" });
  await first.database.close();

  const again = await openLocalD1(configuration);
  if (again.outcome !== "opened") throw new Error(again.outcome);
  expect(await allThatMoves(again.database)).toEqual(await allThatMoves(source));
  await again.database.close();
});

test("wrangler says nothing on the standard output, which a program may read", async () => {
  const place = folder();
  writeFileSync(join(place, ".dev.vars"), "SECRET_KEY=invented");
  writeFileSync(
    join(place, "wrangler.toml"),
    `name = "house"\ncompatibility_date = "2026-10-01"\n${binding}`,
  );
  const program = `
    import { openLocalD1 } from ${JSON.stringify(new URL("../../src/node/d1-local.ts", import.meta.url).href)};
    const opened = await openLocalD1(${JSON.stringify(join(place, "wrangler.toml"))});
    console.log(opened.outcome);
    await opened.database.close();`;
  writeFileSync(join(place, "program.mjs"), program);
  const child = spawn(process.execPath, [join(place, "program.mjs")]);
  const said: string[] = [];
  child.stdout.on("data", (part) => said.push(String(part)));
  await new Promise((resolve) => child.once("close", resolve));
  expect(said.join("")).toBe("opened\n");
});

test("a configuration without a database is said", async () => {
  const configuration = join(folder(), "wrangler.toml");
  writeFileSync(configuration, `name = "house"\ncompatibility_date = "2026-10-01"`);
  expect(await openLocalD1(configuration)).toEqual({ outcome: "noBinding" });
});

async function openedApi(): Promise<D1Api> {
  const api = await openD1Api();
  onTestFinished(() => api.close());
  return api;
}

async function run(
  options: readonly string[],
  api: D1Api,
  settings: Readonly<Record<string, string>> = {},
) {
  const environment = {
    PATH: process.env["PATH"],
    SECRET_KEY: secret,
    CLOUDFLARE_API_ROOT: api.root,
    CLOUDFLARE_ACCOUNT_ID: api.account,
    CLOUDFLARE_API_TOKEN: api.token,
    D1_DATABASE_ID: api.database,
    ...settings,
  };
  const child = spawn(process.execPath, [command, ...options], { env: environment });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => said.push(String(part)));
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const text = said.join("");
  const lines = options.includes("--json") ? text.trim().split("\n").map(record) : [];
  return { code, said: text, lines };
}

function record(line: string): Readonly<Record<string, unknown>> {
  return JSON.parse(line);
}
