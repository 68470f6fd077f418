import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import flows from "../flows/index.ts";
import { withMotifs } from "./appointments/with-motifs.ts";
import { play } from "./transcripts/play.ts";
import { openWorld } from "./world.ts";

const folder = new URL("transcripts/", import.meta.url);
const scripts = readdirSync(folder).filter((name) => name.endsWith(".txt"));
const walked = new Set<string>();

describe("golden transcripts", () => {
  test.each(scripts)("%s", async (name) => {
    const file = new URL(name, folder);
    const script = readFileSync(file, "utf8");
    const writtenTo = /^# structure : (\S+)$/m.exec(script)?.[1];
    const world = await openWorld({
      visited: (flow, step) => walked.add(`${flow}.${step}`),
      ...(writtenTo ? { structure: writtenTo } : {}),
      openAppointments: Number(/^# rendez-vous à la fois : (\d)$/m.exec(script)?.[1] ?? 0),
      ...(script.includes("# plusieurs motifs") ? { amend: withMotifs } : {}),
      environment: {
        ...(script.includes("# ouvert au public") ? openToPublic : {}),
        ...(isOnPage(script) ? mail : {}),
      },
      ...(isOnPage(script) ? { network: "web" } : {}),
    });
    try {
      await expect(await play(script, world)).toMatchFileSnapshot(file.pathname);
    } finally {
      await world.close();
    }
  });

  test("every step of every flow is walked by a transcript", () => {
    const all = flows.flatMap((flow) =>
      Object.keys(flow.steps).map((step) => `${flow.name}.${step}`),
    );
    expect(all.filter((step) => !walked.has(step))).toEqual([]);
  });
});

/** Written on the web page of a house that can write e-mails. */
const isOnPage = (script: string) => script.includes("# sur la page web");
const mail = { SMTP_URL: "smtp://127.0.0.1?from=cllaj@exemple.fr" };
const openToPublic = { DEMONSTRATION: "off", SECRET_KEY: "a key for tests only, of 32 characters" };
