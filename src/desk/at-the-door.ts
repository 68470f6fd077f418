/** What became of somebody at the door. `refused` never says whether the address is known. */
export type Entry =
  | { readonly outcome: "in"; readonly cookies: readonly string[] }
  /** The password is right, and a code of their phone is asked for. */
  | { readonly outcome: "second"; readonly cookies: readonly string[] }
  | { readonly outcome: "refused" | "limited" };

/** A second factor being set up: to be scanned by an app, and codes for the day the phone is lost. */
export interface SecondFactorBegun {
  readonly address: string;
  readonly codes: readonly string[];
}

/** Codes of an app on a worker's phone. Trying is limited by the library, once the password was right. */
export interface SecondFactor {
  /** After the right password: a code of the app, or one of those for a lost phone, which serves once. */
  enterWithCode(request: Request, address: string, code: string): Promise<Entry>;
  /** Makes a new secret; nothing is asked for before `confirmSecondFactor`. Null: the password is wrong. */
  beginSecondFactor(request: Request, password: string): Promise<SecondFactorBegun | null>;
  /** From now on a code is asked for; the cookies of the new session, or null when the code is wrong. */
  confirmSecondFactor(request: Request, code: string): Promise<readonly string[] | null>;
  /** A password is enough again; null when it is wrong. */
  endSecondFactor(request: Request, password: string): Promise<readonly string[] | null>;
  /** Whether the worker of that address has one: a link by e-mail alone would go round it. */
  asksForCode(email: string): Promise<boolean>;
}
