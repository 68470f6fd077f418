/** Digits that a subject's text may say though they are no figure of a rule, each with its reason. */
export const allowedDigits: readonly { readonly phrase: string; readonly reason: string }[] = [
  { phrase: "loi 2002-2", reason: "the name of a law" },
];
