import type { SaidValues } from "../base/message.ts";
import type { SignIn } from "../desk/desk-door.ts";
import type { Settings } from "../settings.ts";
import type { Texts } from "../texts.ts";

interface Welcome {
  readonly settings: Settings;
  readonly port: number;
  readonly structure: string;
  readonly signIn: SignIn;
  /** How many workers there are. */
  readonly workers: number;
  readonly isTerminal: boolean;
  readonly texts: Texts;
  print(line: string): void;
}

/** Says where to go next. A sign-in link is shown on a terminal alone: no token reaches a journal. */
export async function welcomeOperator(welcome: Welcome): Promise<void> {
  const { settings, port, workers, isTerminal } = welcome;
  const say = (key: string, values: SaidValues = {}) =>
    welcome.print(welcome.texts.say({ key: `terminal:${key}`, values }, "fr"));
  const address = settings.isPublic ? settings.publicUrl : `http://localhost:${port}`;
  say("open");
  if (settings.demonstration) say("demonstration");
  say("chat", { address });
  say("desk", { address });
  if (workers === 0) {
    const command = { key: "terminal:firstWorker" };
    say("firstLink", { link: (isTerminal ? await firstLink(welcome) : null) ?? command });
  }
  if (!settings.telegram) say("telegram");
}

/** The first administrator, when the desk has nobody yet. */
async function firstLink({ signIn, structure }: Welcome): Promise<string | null> {
  const email = "admin@example.org";
  const added = await signIn.addWorker({ email, name: "Administration", role: "admin", structure });
  return added.outcome === "added" ? added.link : signIn.newLink(email);
}
