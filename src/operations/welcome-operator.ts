import type { SaidValues } from "../base/message.ts";
import type { SignIn } from "../desk/desk-door.ts";
import { suffixOf } from "../settings/own-settings.ts";
import type { Settings } from "../settings.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";

interface Welcome {
  readonly settings: Settings;
  readonly port: number;
  /** All that are served, the first one first. */
  readonly structures: readonly Pick<Structure, "slug" | "service">[];
  readonly signIn: SignIn;
  /** How many workers each structure has, by its slug. */
  readonly workersOf: ReadonlyMap<string, number>;
  readonly isTerminal: boolean;
  readonly texts: Texts;
  print(line: string): void;
}

/** Says where to go next. A sign-in link is shown on a terminal alone: no token reaches a journal. */
export async function welcomeOperator(welcome: Welcome): Promise<void> {
  const { settings, port, structures, workersOf } = welcome;
  const [first] = structures;
  const say = (key: string, values: SaidValues = {}) =>
    welcome.print(welcome.texts.say({ key: `terminal:${key}`, values }, "fr"));
  const address = settings.isPublic ? settings.publicUrl : `http://localhost:${port}`;
  say("open");
  if (settings.demonstration) say("demonstration");
  for (const { slug, service } of structures) {
    if (structures.length > 1) say("structure", { service });
    say("chat", { address: `${address}${slug === first?.slug ? "/" : `/s/${slug}`}` });
    const suffix = slug === first?.slug ? "" : suffixOf(slug);
    if (!settings.telegramOf.has(slug)) say("telegram", { setting: `TELEGRAM_BOT_TOKEN${suffix}` });
    if (!settings.whatsappOf.has(slug)) {
      say("whatsapp", { setting: `WHATSAPP_PHONE_NUMBER_ID${suffix}` });
    }
    if (!workersOf.has(slug)) say("firstLink", { link: await wayIn(welcome, slug) });
  }
  say("desk", { address });
}

/** While nobody is there, the first structure's link where a terminal shows it; else the command for one. */
async function wayIn(
  welcome: Welcome,
  slug: string,
): Promise<string | { readonly key: string; readonly values: SaidValues }> {
  const isFirst = slug === welcome.structures[0]?.slug && welcome.workersOf.size === 0;
  const link = welcome.isTerminal && isFirst ? await firstLink(welcome, slug) : null;
  return link ?? { key: "terminal:firstWorker", values: { slug } };
}

/** The first administrator, when the desk has nobody yet. */
async function firstLink({ signIn }: Welcome, structure: string): Promise<string | null> {
  const email = "admin@example.org";
  const added = await signIn.addWorker({ email, name: "Administration", role: "admin", structure });
  return added.outcome === "added" ? added.link : signIn.newLink(email);
}
