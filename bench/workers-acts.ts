import type { Content } from "../src/base/message.ts";
import { minute } from "../src/base/time.ts";
import { script } from "./drive.ts";
import { measureDesk, measureDeskLooks } from "./workers-desk.ts";
import { address, type Engine } from "./workers-engine.ts";
import { cookieOf, measureLooks, streams } from "./workers-looks.ts";
import { type Act, measured, repeat } from "./workers-measured.ts";
import { sayOnTelegram } from "./workers-telegram.ts";

/** From a stranger to an appointment at the first hour that is free. */
const booking: readonly Content[] = [
  { kind: "text", text: "bonjour" },
  { kind: "choice", option: "accueil.language.french" },
  { kind: "text", text: "prendre rendez-vous" },
  { kind: "text", text: "carvin" },
  { kind: "text", text: "1" },
  { kind: "text", text: "1" },
  { kind: "choice", option: "rendez-vous.confirm.yes" },
];

/** Everything the bill is made of, measured one after the other. */
export async function measureActs(engine: Engine): Promise<readonly Act[]> {
  const people = Array.from({ length: 20 }, (_, place) => place + 1);
  for (const message of script) await sayOnTelegram(engine, 1_000, message); // warm
  const telegram = await measured(engine, "Telegram turn", people.length * script.length, () =>
    inTurn(people, script, (person, message) => sayOnTelegram(engine, person, message)),
  );
  const cookies = new Map<number, string>();
  const web = await measureWebChat(engine, cookies);
  const bookers = Array.from({ length: 8 }, (_, place) => 2_000 + place);
  const bookings = await measured(
    engine,
    "booking turn (Telegram)",
    bookers.length * booking.length,
    () => inTurn(bookers, booking, (person, message) => sayOnTelegram(engine, person, message)),
  );
  const desk = await measureDesk(engine);
  const chats = [...cookies.values()].map((cookie) => ({ path: "/chat/stream", cookie }));
  const looks = [
    await measureDeskLooks(engine, "desk look (a second), 50 conversations active"),
    await measureLooks(engine, "web chat look (a second)", chats.slice(0, streams)),
  ];
  const minutes = await measureMinutes(engine);
  const quiet = await measureDeskLooks(engine, "desk look (a second)");
  return [telegram, ...web, bookings, ...desk, ...looks, quiet, ...minutes];
}

async function inTurn(
  people: readonly number[],
  messages: readonly Content[],
  say: (person: number, message: Content) => Promise<void>,
): Promise<void> {
  for (const person of people) for (const message of messages) await say(person, message);
}

/** Keeps the cookies that were given, by person. */
async function measureWebChat(
  engine: Engine,
  cookies: Map<number, string>,
): Promise<readonly Act[]> {
  const say = async (person: number, id: string, content: Content) => {
    const said =
      content.kind === "choice"
        ? { choice: content.option }
        : content.kind === "text"
          ? { text: content.text }
          : { opened: true };
    const response = await engine.fetch("/chat/messages", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: address,
        cookie: cookies.get(person) ?? "",
      },
      body: JSON.stringify({ id: `${person}-${id}`, ...said }),
    });
    if (response.status !== 202) throw new Error(`the chat answered ${response.status}`);
    cookies.set(person, cookieOf(response.headers.getSetCookie()));
    await response.text();
  };
  const people = Array.from({ length: 20 }, (_, place) => place);
  const turns = await measured(engine, "web chat turn", people.length * script.length, async () => {
    for (const [place, message] of script.entries()) {
      for (const person of people) await say(person, String(place), message);
      await engine.quiet();
    }
  });
  const page = await measured(engine, "web chat page", 20, () =>
    repeat(20, async () => void (await (await engine.fetch("/")).text())),
  );
  return [turns, page];
}

/** The clock goes to the first hour at which a reminder is due; the minutes before it are idle ones. */
async function measureMinutes(engine: Engine): Promise<readonly Act[]> {
  const [first] = await engine.sql(
    "SELECT dueAt, COUNT(*) AS many FROM Reminder WHERE settledAt IS NULL GROUP BY dueAt ORDER BY dueAt LIMIT 1",
  );
  if (!first) throw new Error("no appointment was booked");
  const idle = 5;
  let at = Number(first["dueAt"]) - (idle + 1) * minute;
  const nextMinute = async () => {
    at += minute;
    await engine.setClockAhead(at - Date.now());
    await engine.tick();
    await engine.quiet();
  };
  // this one finds all jobs overdue
  await nextMinute();
  const nothing = await measured(engine, "a minute in which nothing is due", idle - 1, () =>
    repeat(idle - 1, nextMinute),
  );
  at += 1_000;
  const due = await measured(engine, "reminder", 1, nextMinute);
  return [nothing, perReminder(due, nothing, Number(first["many"]))];
}

/** What the reminders of a minute cost more than a minute without. */
function perReminder(due: Act, nothing: Act, many: number): Act {
  const one = (of: Exclude<keyof Act, "name" | "times" | "cpuMilliseconds">) =>
    Number(((due[of] - nothing[of]) / many).toFixed(2));
  return {
    ...{ name: due.name, times: many },
    invocations: one("invocations"),
    roundTrips: one("roundTrips"),
    statements: one("statements"),
    rowsRead: one("rowsRead"),
    rowsWritten: one("rowsWritten"),
    errands: one("errands"),
    cpuMilliseconds:
      due.cpuMilliseconds === null || nothing.cpuMilliseconds === null
        ? null
        : Number(((due.cpuMilliseconds - nothing.cpuMilliseconds) / many).toFixed(1)),
  };
}
