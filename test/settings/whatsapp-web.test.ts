import { expect, test } from "vitest";
import { readSettings } from "../../src/settings.ts";

function read(environment: Readonly<Record<string, string>>) {
  const reading = readSettings(environment);
  return reading.outcome === "read" ? [...reading.settings.whatsappWebOf] : reading.problems;
}

const two = { STRUCTURE: "rencontres-et-loisirs,ccas-malakoff" };

test("no phone is linked unless it is asked for", () => {
  expect(read({})).toEqual([]);
  expect(read({ WHATSAPP_WEB: "off" })).toEqual([]);
});

test("on links the first structure's phone, with the browser that is named", () => {
  expect(read({ ...two, WHATSAPP_WEB: "on", CHROME_PATH: "/opt/chrome" })).toEqual([
    ["rencontres-et-loisirs", { chromePath: "/opt/chrome" }],
  ]);
});

test("each structure may link its own phone, with one browser for all", () => {
  const phones = {
    WHATSAPP_WEB: "on",
    WHATSAPP_WEB__CCAS_MALAKOFF: "on",
    CHROME_PATH: "/opt/chrome",
  };
  expect(read({ ...two, ...phones })).toEqual([
    ["rencontres-et-loisirs", { chromePath: "/opt/chrome" }],
    ["ccas-malakoff", { chromePath: "/opt/chrome" }],
  ]);
});

test("anything but on or off is refused", () => {
  expect(read({ WHATSAPP_WEB: "yes" })).toEqual(["WHATSAPP_WEB must be on or off."]);
});
