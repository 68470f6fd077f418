/** What rings somebody whose page is closed: a browser that agreed to be pushed, or an e-mail address. */
export type BellKind = "push" | "mail";

/** A browser's own address at its maker, as the browser gave it; or an e-mail address. */
export interface Bell {
  readonly id: string;
  readonly kind: BellKind;
  readonly target: string;
}

/** What is shown where it rings: never what the conversation is about, unless it may be read by anybody. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Which page it opens. */
  readonly link: string;
  /** Notices of the same name replace each other. */
  readonly about: string;
  /** In an e-mail, where to say that no more should come. */
  readonly stop: { readonly words: string; readonly link: string } | null;
}

/** What became of it. `gone`: that bell rings no more, and is to be forgotten. */
export type Rung =
  | { readonly outcome: "rung" }
  | { readonly outcome: "gone" | "refused" | "tryLater"; readonly why: string };

/** One way of ringing; it never throws for a network's moods. */
export interface Ringer {
  ring(target: string, notice: Notice): Promise<Rung>;
}

/** The ways that the operator set up. */
export interface Ringers {
  readonly push: (Ringer & { readonly publicKey: string }) | null;
  readonly mail: Ringer | null;
}

export const noRingers: Ringers = { push: null, mail: null };

/** Whether anything can be offered at all. */
export function canRing({ push, mail }: Ringers): boolean {
  return push !== null || mail !== null;
}
