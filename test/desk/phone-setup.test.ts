import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startWords } from "../../src/channels/opening-words.ts";
import { type WebStanding, webTroubles } from "../../src/channels/whatsapp-web-state.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { home, tuesday, worker, world } from "./desk-world.ts";

const waiting: WebStanding = {
  ...{ state: "waitingForScan", since: tuesday, qr: "a secret", account: null, why: null },
};

/** What an administrator reads where the phone is linked. */
async function screenWith(standing: Partial<WebStanding> = {}): Promise<string> {
  const desk = world();
  desk.linkPhone({
    standing: () => ({ ...waiting, ...standing }),
    qr: async () => "<svg xmlns='http://www.w3.org/2000/svg'/>",
  });
  const { cookie } = await worker(desk, "Léa", home, "admin");
  return wordsOf(await requestsTo(desk).page("/canaux", cookie));
}

/** What has to be read before the code is scanned. */
const plainly: Readonly<Record<string, string>> = {
  "what is risked": "WhatsApp n'autorise pas les robots sur WhatsApp Web",
  "that the number can be lost": "bloqué, sans prévenir et pour toujours",
  "what is allowed": "La voie officielle est l'API WhatsApp",
  "a number for this alone": "Utilisez un numéro qui ne sert qu'à cela",
  why: "répondre à des résidents, des propriétaires ou des collègues",
  "whose chats": "ouvertes par votre lien, votre QR code ou le mot de départ",
  "which word that is": startWords,
  "nothing older": "Il ne lit rien d'avant le jour où le téléphone a été relié",
  "never first": "Le robot n'écrit jamais en premier",
  "reminders that do not leave": "appelez-la",
  "answers typed on the phone": "donne la conversation à l'équipe",
  "automatic messages": "Coupez les messages automatiques de WhatsApp Business",
};

test("while the code waits to be scanned, the screen says what one has to know", async () => {
  const screen = await screenWith();
  const unsaid = Object.keys(plainly).filter((what) => !screen.includes(plainly[what] ?? "?"));
  expect(unsaid).toEqual([]);
});

test("once linked it says with which number, in the link to give", async () => {
  const ready = { state: "ready", qr: null, account: "33699999999" } as const;
  expect(await screenWith(ready)).toContain("https://wa.me/33699999999?text=Bonjour%20Trousseau");
});

test("each trouble is said in words of its own", async () => {
  const said = new Map<string, string>();
  for (const why of webTroubles) {
    const screen = await screenWith({ state: "disconnected", qr: null, why });
    expect(screen).toContain("Téléphone non relié");
    expect(screen).not.toContain(why);
    said.set(screen, why);
  }
  expect([...said.values()]).toEqual(webTroubles);
});

test("the README and the guide say that WhatsApp does not allow it", () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  expect(read("docs/whatsapp.md")).toContain("**WhatsApp does not allow this.**");
  const readme = read("README.md").replaceAll(/\s+/g, " ");
  expect(readme).toMatch(/WhatsApp Web[^#]*does not allow/);
});
