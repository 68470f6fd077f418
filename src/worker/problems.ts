import { isLoopback } from "../base/loopback.ts";
import type { Instant } from "../base/time.ts";
import { examine } from "../operations/doctor.ts";
import type { Settings } from "../settings.ts";
import type { Structure } from "../structure/schema.ts";
import { openTexts } from "../texts.ts";

/** What a Worker cannot make by itself, or cannot do, each with its remedy. */
export function problemsOnWorkers(settings: Settings): readonly string[] {
  const { secretKey, isPublic, publicUrl, demonstration, telegramOf } = settings;
  const isHere = isLoopback(publicUrl);
  const deaf = [...telegramOf].filter(([, { mode, secret }]) => mode !== "webhook" || !secret);
  return [
    ...(secretKey === null ? ["SECRET_KEY is missing: `npx wrangler secret put SECRET_KEY`."] : []),
    ...(isPublic ? [] : ["PUBLIC_URL is missing: give the Worker's own address in wrangler.toml."]),
    ...(isPublic && isHere && !demonstration
      ? ["PUBLIC_URL is an address of one machine: give the Worker's own in wrangler.toml."]
      : []),
    ...deaf.map(
      ([slug]) =>
        `The bot of ${slug} would hear nothing: a Worker cannot poll, so leave TELEGRAM_MODE out and give TELEGRAM_WEBHOOK_SECRET.`,
    ),
  ];
}

/** Open to the public, nothing indispensable may be missing: what the doctor says must be done, in words. */
export function missingToOpen(
  settings: Settings,
  structures: readonly Structure[],
): readonly string[] {
  if (settings.demonstration) return [];
  // who works there is in the database: it is looked at when the deployment is furnished
  const workersOf = new Map(structures.map(({ slug }) => [slug, 1]));
  const patient = { settings, structures, workersOf, jobs: [], now: 0 as Instant };
  const texts = openTexts({ strict: false });
  return examine(patient)
    .filter(({ level }) => level === "must")
    .map(({ said }) => texts.say(said, "fr"));
}
