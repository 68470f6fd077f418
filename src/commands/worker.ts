import { parseArgs } from "node:util";
import type { Role } from "../desk/desk-door.ts";
import { openSignIn } from "../desk/sign-in.ts";
import { environment } from "../node/environment.ts";
import { openNodeHouse } from "../node/house.ts";
import { readSettings } from "../settings.ts";
import { deriveKey } from "../store/cipher.ts";

const help = `npm run -s worker -- add --email E --name N --role worker|manager|admin [--structure SLUG] [--json]

Ajoute une personne à l'équipe d'une structure (la première de STRUCTURE, sauf --structure). Le mot de passe se lit sur l'entrée standard ;
sans lui, un lien de première connexion est affiché, valable une fois.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string", default: "worker" },
    structure: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const roles: readonly Role[] = ["worker", "manager", "admin"];
const role = roles.find((one) => one === values.role);
const { email, name } = values;
if (values.help || positionals[0] !== "add" || !email || !name || !role) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
const reading = readSettings(environment());
if (reading.outcome === "refused") {
  console.error(reading.problems.join("\n"));
  process.exit(2);
}
const house = await openNodeHouse({
  settings: reading.settings,
  sends: false,
  broke: () => undefined,
});
const signIn = openSignIn({
  database: house.database,
  secret: deriveKey(house.secret, "desk sessions"),
  publicUrl: reading.settings.publicUrl,
  ids: house.ids,
});
const served = [...house.structures.keys()];
const structure = values.structure ?? served[0] ?? "";
if (!served.includes(structure)) {
  const said = { slug: structure, served: served.join(", ") };
  const sentence = house.texts.say({ key: "terminal:worker_unknownStructure", values: said }, "fr");
  if (values.json) console.log(JSON.stringify({ outcome: "unknownStructure" }));
  else console.error(sentence);
  await house.close();
  process.exit(1);
}
const password = process.stdin.isTTY ? "" : await firstLine();
const added = await signIn.addWorker({
  email,
  name,
  role,
  structure,
  ...(password ? { password } : {}),
});
const link =
  added.outcome === "added"
    ? added.link
    : added.outcome === "exists"
      ? await signIn.newLink(email)
      : null;
if (values.json) console.log(JSON.stringify({ outcome: added.outcome, ...(link ? { link } : {}) }));
else {
  const say = (key: string) =>
    console.log(
      house.texts.say({ key: `terminal:worker_${key}`, values: { email, link: link ?? "" } }, "fr"),
    );
  say(added.outcome);
  if (added.outcome === "added" && link) say("link");
}
await house.close();
process.exit(added.outcome === "added" || added.outcome === "exists" ? 0 : 1);

/** The first line of the standard input, for a password that no list of processes shows. */
async function firstLine(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += String(chunk);
  return text.split("\n", 1)[0]?.trim() ?? "";
}
