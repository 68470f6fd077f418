import { expect, test } from "vitest";
import { type CallSigns, reasonsToCall } from "../../src/appointments/call-list.ts";

const nothing: CallSigns = {
  isUnreached: false,
  isWithoutHome: false,
  missedBefore: false,
  isSilent: false,
  changedNumber: false,
};

test.each<[string, Partial<CallSigns>, string]>([
  ["nothing known", {}, ""],
  ["one sign alone: a message is enough", { isSilent: true }, ""],
  ["no home alone", { isWithoutHome: true }, ""],
  ["no home, and silent", { isWithoutHome: true, isSilent: true }, "noHome noReply"],
  [
    "missed one, and another number",
    { missedBefore: true, changedNumber: true },
    "missedBefore numberChanged",
  ],
  ["nothing reaches them", { isUnreached: true }, "unreached"],
  [
    "nothing reaches them, and no home",
    { isUnreached: true, isWithoutHome: true },
    "unreached noHome",
  ],
])("%s: %o", (_, signs, reasons) => {
  expect(reasonsToCall({ ...nothing, ...signs }).join(" ")).toBe(reasons);
});
