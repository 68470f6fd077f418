import fc from "fast-check";
import { expect, test } from "vitest";
import { linkCode, readLinkCode, shownCode } from "../../src/person/link-code.ts";

const secret = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString("base64url"));

test("a code has eight letters and digits, none of which looks like another", () => {
  fc.assert(
    fc.property(secret, (drawn) => {
      expect(linkCode(drawn)).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
    }),
  );
});

test("every letter of every place changes with the secret", () => {
  const codes = fc.sample(secret, { numRuns: 400, seed: 7 }).map(linkCode);
  for (let place = 0; place < 8; place++) {
    expect(new Set(codes.map((code) => code[place])).size).toBe(31);
  }
});

test("as it is shown, however it is typed, a code is read", () => {
  fc.assert(
    fc.property(secret, (drawn) => {
      const code = linkCode(drawn);
      const shown = shownCode(code);
      for (const text of [
        ...[shown, `relier ${shown}`, `Relier : ${shown}.`, ` relier ${shown.toLowerCase()} `],
        ...[`link ${code}`, `relier ${code.slice(0, 4)} ${code.slice(4)}`, `« relier ${shown} »`],
      ]) {
        expect([text, readLinkCode(text)]).toEqual([text, code]);
      }
    }),
    { numRuns: 30 },
  );
});

test.each([
  "relier mon autre téléphone",
  "relier",
  "mardi",
  "rendez-vous",
  "peut-etre",
  "beau-pere",
  "relier peut-etre",
  "2345-6789",
  "bonjour madame",
  "ABCDEFGH",
  "abcd 2345",
  "12-11-2026",
  "2345-ABC",
  "relier ABCD-234",
  "relier ABCD-23456",
  "relier ABCD-0000",
  "mon code est ABCD-2345",
])("« %s » is no code", (text) => {
  expect(readLinkCode(text)).toBeNull();
});
