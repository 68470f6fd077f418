/**
 * The words our link, our QR code and our posters begin a conversation with
 * ("https://wa.me/<number>?text=Bonjour%20Trousseau%20(affiche-carvin)"). On a phone that other people
 * write to as well, nobody else is ever read or answered.
 */
export const startWords = "Bonjour Trousseau";

const greetings = "bonjour|bonsoir|salut|coucou|hello|hi|hey|hola|salam|salaam|ola|buna";
const name = "trousseau";
/** "Bonjour, trousseau de clés perdu" is for somebody else. */
const somethingElse = /^(de|d|des|du|perdu|perdus|trouve|oublie)\b/;

/** How somebody opened a conversation with us. */
export interface Opening {
  /** Which poster or page they come from, when the link says so. */
  readonly source: string | null;
  /** True when they said nothing more. */
  readonly isAlone: boolean;
}

/** Reads whether a text opens a conversation with us; null when it is not meant for us. */
export function readOpening(text: string): Opening | null {
  const source = /\(([\w-]{1,64})\)\s*[.!]?\s*$/.exec(text);
  const words = plain(source ? text.slice(0, source.index) : text);
  const opening = new RegExp(`^(?:(?:${greetings}) )?${name}(?: (.*))?$`).exec(words);
  if (!opening) return null;
  const rest = opening[1] ?? "";
  // without a greeting it is our word only when it stands alone
  const isGreeted = !words.startsWith(name);
  if (rest !== "" && (!isGreeted || somethingElse.test(rest))) return null;
  return { source: source?.[1] ?? null, isAlone: rest === "" };
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
