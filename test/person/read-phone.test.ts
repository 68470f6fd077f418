import { expect, test } from "vitest";
import { readPhone } from "../../src/person/read-phone.ts";

test.each([
  ["0612345678", "06 12 34 56 78"],
  ["c'est le 06.12.34.56.78 merci", "06 12 34 56 78"],
  ["06-12-34-56-78", "06 12 34 56 78"],
  ["+33 6 12 34 56 78", "06 12 34 56 78"],
  ["0033612345678", "06 12 34 56 78"],
  ["+33 (0)6 12 34 56 78", "06 12 34 56 78"],
  ["٠٦١٢٣٤٥٦٧٨", "06 12 34 56 78"],
  ["+32 470 12 34 56", "+32470123456"],
  ["+212612345678", "+212612345678"],
])("%s is the number %s", (written, number) => {
  expect(readPhone(written)).toEqual({ kind: "read", value: number });
});

test.each(["06 12 34", "je sais pas", "62110", "061234567890123", "0012", ""])(
  "%s is no number",
  (written) => {
    expect(readPhone(written)).toEqual({ kind: "notUnderstood", because: "unclear" });
  },
);
