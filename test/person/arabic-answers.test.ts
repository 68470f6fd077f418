import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import type { FactKind } from "../../src/person/facts.ts";
import { readLinkCode } from "../../src/person/link-code.ts";
import { readAnswer } from "../../src/person/read-answer.ts";

const today = localDate("2026-11-23");
const read = (kind: FactKind["kind"], text: string) =>
  readAnswer({ kind } as FactKind, text, "ar", { today });

test.each([
  ["age", "عمري ١٩ سنة", 19],
  ["age", "تسعة عشر", 19],
  ["age", "خمسة وعشرون سنة", 25],
  ["age", "12 آذار 2007", 19],
  ["age", "3 نوفمبر 2008", 18],
  ["money", "٤٥٠ يورو", 450],
  ["money", "خمسمئة وخمسون", 550],
  ["money", "ألف ومئتان", 1200],
  ["money", "لا شيء", 0],
  ["money", "12000 في السنة", 1000],
  ["months", "شهرين", 2],
  ["months", "سنة ونصف", 18],
  ["months", "٣ أشهر", 3],
  ["months", "سنتين", 24],
  ["months", "خمس سنوات", 60],
  ["yesNo", "نعم", true],
  ["yesNo", "أيوه", true],
  ["yesNo", "wakha", true],
  ["yesNo", "لا", false],
  ["yesNo", "ليس بعد", false],
  ["firstName", "اسمي ليلى", "ليلى"],
  ["firstName", "عبد الرحمن", "عبد الرحمن"],
] as const)("for %s, « %s » is %s", (kind, text, value) => {
  expect(read(kind, text)).toEqual({ kind: "read", value });
});

test.each(["لا أعرف", "ما بعرف", "لا أعرف بعد", "تخطي"])(
  "« %s » says nothing, and is accepted",
  (text) => {
    expect(read("money", text)).toEqual({ kind: "unknownToPerson" });
  },
);

test.each([
  ["age", "قريبا 18"],
  ["firstName", "لا أريد"],
  ["yesNo", "غدًا"],
] as const)("for %s, « %s » is not guessed at", (kind, text) => {
  expect(read(kind, text).kind).toBe("notUnderstood");
});

test("a code is asked for and read in Arabic as well", () => {
  expect(readLinkCode("ربط ABCD-2345")).toBe("ABCD2345");
});
