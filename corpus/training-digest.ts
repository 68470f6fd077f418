import { createHash } from "node:crypto";
import { concepts } from "../src/understanding/concepts/index.ts";
import { featuresIn, readMessage } from "../src/understanding/read-message.ts";
import { readTraining } from "./read-training.ts";

/**
 * What the model is learnt from, in one fingerprint: the lines, the lexicon, and the signs that a few
 * of the lines show. A model with another fingerprint is not the one these would give.
 */
export function trainingDigest(): string {
  const lines = readTraining();
  const hash = createHash("sha256").update(concepts.join("\n"));
  for (const line of lines) hash.update(JSON.stringify(line));
  for (const { text } of lines.filter((_, place) => place % 40 === 0)) {
    hash.update(JSON.stringify(featuresIn(readMessage(text))));
  }
  return hash.digest("hex").slice(0, 32);
}
