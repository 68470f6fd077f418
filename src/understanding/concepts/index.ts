import { danger } from "./danger.ts";
import { elsewhere } from "./elsewhere.ts";
import { homes } from "./homes.ts";
import { moneyAndAids } from "./money-and-aids.ts";
import { situations } from "./situations.ts";
import { talk } from "./talk.ts";

/** The lexicon: "concept: phrase, phrase" a line; a phrase as `phraseBook` writes them. */
export const concepts: readonly string[] = [
  moneyAndAids,
  homes,
  talk,
  danger,
  elsewhere,
  situations,
].flatMap((theme) => theme.trim().split("\n"));
