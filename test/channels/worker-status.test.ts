import { expect, test } from "vitest";
import { runAllJobs } from "../../src/jobs/clockwork.ts";
import { blue, real } from "../isolation/structures.ts";
import { bots, type ThreeHouses, threeHouses } from "../isolation/three-houses.ts";
import { visitorAt } from "../isolation/visitor.ts";

/** Ten past the end of the first appointment that is booked, on Tuesday at 9:30. */
const over = "2026-11-24T10:20:00+01:00";
const agenda = "conseillere-1";

/** A phone with Telegram, as the bot of a structure hears it. */
function phoneOf(houses: ThreeHouses, chat: number, structure: keyof typeof bots = real) {
  const { secret } = bots[structure];
  let update = chat * 1_000;
  const from = { id: chat, is_bot: false, first_name: "N" };
  const send = (body: object, id = ++update) =>
    houses.update(`/webhooks/telegram/${structure}`, secret, { update_id: id, ...body });
  const private_ = { id: chat, type: "private", first_name: "N" };
  return {
    say: (text: string) =>
      send({
        message: {
          ...{ message_id: update, from, chat: private_, text },
          date: Math.floor(houses.now() / 1_000),
        },
      }),
    /** Presses a button by its data; `id` is the network's own number of the press. */
    press: (data: string, id?: number) =>
      send(
        {
          callback_query: {
            ...{ id: String(update), from, chat_instance: "1", data },
            message: { message_id: 1, chat: private_, date: 0 },
          },
        },
        id,
      ),
    texts: () => houses.api.texts(chat),
    /** The buttons under the last message that had some, by their label. */
    buttons() {
      const shown = houses.api.calls.filter((call) => call.chat === String(chat));
      const last = shown.findLast(({ buttons }) => buttons.length > 0)?.buttons ?? [];
      return Object.fromEntries(last.map((one) => [one.text, one.callback_data]));
    },
  };
}

type Phone = ReturnType<typeof phoneOf>;

/** A worker of the team pairs that phone by the code of the desk, and says which agenda is theirs. */
async function pair(
  houses: ThreeHouses,
  name: string,
  phone: Phone,
  {
    structure = real,
    morning = false,
    news = "none",
  }: { structure?: string; morning?: boolean; news?: string } = {},
) {
  const desk = await houses.worker(structure, name);
  const page = await (await desk.post("/desk/aide/alerte", {})).text();
  const code = /alerte ([A-Z2-9]{4}-[A-Z2-9]{4})/.exec(page)?.[1] ?? "";
  await phone.say(`alerte ${code}`);
  await desk.post("/desk/aide/agenda", {
    ...{ agenda, nouvelles: news },
    ...(morning ? { matin: "1" } : {}),
  });
  return desk;
}

async function jobs({ house, now }: ThreeHouses) {
  const lines = await runAllJobs(house, now(), false);
  await house.settled();
  return lines.filter(({ job }) => ["statuses", "mornings", "agendas"].includes(job));
}

async function standing({ house }: ThreeHouses) {
  const [row] = await house.database.all("SELECT status FROM Appointment");
  const events = await house.database.all(
    "SELECT value FROM Event WHERE kind = 'appointmentMarked'",
  );
  const audit = await house.database.all(
    "SELECT workerId, what FROM Audit WHERE what LIKE 'appointment.%'",
  );
  return { status: row?.["status"], events: events.map(({ value }) => value), audit };
}

const asked = "Rendez-vous de 9 h 30 : vu, absent ou excusé ?";

/** Nadia's phone is paired, Lina has an appointment with her, and it is over. */
async function afterAppointment() {
  const houses = await threeHouses();
  const phone = phoneOf(houses, 777);
  const nadia = await pair(houses, "Nadia", phone);
  await visitorAt(houses, "").book("Lina");
  houses.setClock(over);
  return { houses, phone, nadia };
}

test("after an appointment the worker's phone is asked once, with an hour and three buttons", async () => {
  const { houses, phone } = await afterAppointment();
  const before = phone.texts().length;
  await jobs(houses);
  await jobs(houses);
  expect(phone.texts().slice(before)).toEqual([asked]);
  expect(Object.keys(phone.buttons())).toEqual(["Vu", "Absent", "Excusé"]);
  const longest = Object.values(phone.buttons()).map((id) => new TextEncoder().encode(id).length);
  expect(Math.max(...longest)).toBeLessThanOrEqual(64);
  expect(JSON.stringify(houses.api.calls.at(-1))).not.toMatch(/lina|carvin|premier/i);
});

test("not before it is over", async () => {
  const { houses, phone } = await afterAppointment();
  houses.setClock("2026-11-24T10:14:59+01:00");
  const before = phone.texts().length;
  expect(await jobs(houses)).toEqual([]);
  expect(phone.texts().length).toBe(before);
});

test.each([
  ["Vu", "seen"],
  ["Absent", "absent"],
  ["Excusé", "excused"],
])("« %s » is one tap: the status, its event and the audit trail", async (label, status) => {
  const { houses, phone, nadia } = await afterAppointment();
  await jobs(houses);
  await phone.press(phone.buttons()[label] ?? "");
  expect(phone.texts().at(-1)).toBe(`C'est noté : ${label}.`);
  expect(await standing(houses)).toEqual({
    status,
    events: [status],
    audit: [{ workerId: nadia.id, what: `appointment.${status}` }],
  });
});

test("the same press brought twice is one; another button afterwards says what became of it", async () => {
  const { houses, phone } = await afterAppointment();
  await jobs(houses);
  const { Vu: seen = "", Absent: absent = "" } = phone.buttons();
  await phone.press(seen, 999_001);
  const told = phone.texts().length;
  await phone.press(seen, 999_001);
  expect(phone.texts().length).toBe(told);
  await phone.press(absent);
  expect(phone.texts().at(-1)).toBe("C'était déjà noté : Vu. Pour corriger, ouvre le bureau.");
  expect(await standing(houses)).toMatchObject({ status: "seen", events: ["seen"] });
});

/** Nadia says at the desk that Lina was absent. */
async function closeAtDesk({ houses, nadia }: Awaited<ReturnType<typeof afterAppointment>>) {
  const [row] = await houses.house.database.all("SELECT id FROM Appointment");
  await nadia.signIn();
  await nadia.post(`/desk/rendez-vous/${row?.["id"]}`, { etat: "absent" });
}

test("closed at the desk before, nothing is asked", async () => {
  const begun = await afterAppointment();
  await closeAtDesk(begun);
  expect(await jobs(begun.houses)).toEqual([]);
});

test("closed at the desk after the question, the button says so and changes nothing", async () => {
  const begun = await afterAppointment();
  const { houses, phone } = begun;
  await jobs(houses);
  await closeAtDesk(begun);
  await phone.press(phone.buttons()["Vu"] ?? "");
  expect(phone.texts().at(-1)).toBe("C'était déjà noté : Absent. Pour corriger, ouvre le bureau.");
  expect(await standing(houses)).toMatchObject({ status: "absent", events: ["absent"] });
});

test.each([
  ["cancelled", "Rien n'est noté. Ce rendez-vous a été annulé."],
  ["moved", "Rien n'est noté. Ce rendez-vous a été déplacé."],
])("%s meanwhile, the button says so and notes nothing", async (status, words) => {
  const { houses, phone } = await afterAppointment();
  await jobs(houses);
  await houses.house.database.run({
    sql: "UPDATE Appointment SET status = ?, version = version + 1",
    values: [status],
  });
  await phone.press(phone.buttons()["Vu"] ?? "");
  expect(phone.texts().at(-1)).toBe(words);
  expect(await standing(houses)).toEqual({ status, events: [], audit: [] });
});

test("a button of another version notes nothing", async () => {
  const { houses, phone } = await afterAppointment();
  await jobs(houses);
  await houses.house.database.run({
    sql: "UPDATE Appointment SET version = version + 1",
    values: [],
  });
  await phone.press(phone.buttons()["Vu"] ?? "");
  expect(phone.texts().at(-1)).toBe("Rien n'est noté. Ce rendez-vous a changé depuis.");
  expect(await standing(houses)).toMatchObject({ status: "booked", events: [] });
});

test("nobody's phone but the worker's of that agenda notes anything, whatever button it forges", async () => {
  const { houses, phone } = await afterAppointment();
  await jobs(houses);
  const seen = phone.buttons()["Vu"] ?? "";
  const stranger = phoneOf(houses, 778);
  await stranger.say("bonjour");
  await stranger.press(seen);
  expect(stranger.texts().at(-1)).toContain("Ce téléphone n'est pas relié à cet agenda.");
  const tom = phoneOf(houses, 779);
  const desk = await pair(houses, "Tom", tom);
  await desk.post("/desk/aide/agenda", { agenda: "conseiller-2" });
  await tom.press(seen);
  expect(tom.texts().at(-1)).toContain("Ce téléphone n'est pas relié à cet agenda.");
  const azur = phoneOf(houses, 780, blue);
  await pair(houses, "Azur", azur, { structure: blue });
  await azur.press(seen);
  expect(azur.texts().at(-1)).toContain("Ce téléphone n'est pas relié à cet agenda.");
  expect(await standing(houses)).toEqual({ status: "booked", events: [], audit: [] });
});

test.each([
  ["unpaired", "UPDATE Worker SET alertConversation = NULL"],
  ["without an agenda", "UPDATE Worker SET agendaWorker = NULL"],
  ["of a worker who left", "UPDATE Worker SET disabledAt = 1"],
  ["that blocked the bot", "UPDATE Address SET unreachableSince = 1 WHERE channel = 'telegram'"],
])("a phone %s is asked nothing", async (_, statement) => {
  const { houses, phone } = await afterAppointment();
  await houses.house.database.run({ sql: statement, values: [] });
  const before = phone.texts().length;
  expect(await jobs(houses)).toEqual([]);
  expect(phone.texts().length).toBe(before);
});

test("two workers who share an agenda are both asked; the second learns that it is noted", async () => {
  const { houses, phone } = await afterAppointment();
  const other = phoneOf(houses, 778);
  await pair(houses, "Tom", other);
  await jobs(houses);
  await phone.press(phone.buttons()["Vu"] ?? "");
  await other.press(other.buttons()["Absent"] ?? "");
  expect(other.texts().at(-1)).toBe("C'était déjà noté : Vu. Pour corriger, ouvre le bureau.");
  expect(await standing(houses)).toMatchObject({ status: "seen", events: ["seen"] });
});

test("what ends in quiet hours is asked in the morning, with its day; after a day only the desk asks", async () => {
  const { houses, phone } = await afterAppointment();
  houses.setClock("2026-11-24T22:00:00+01:00");
  const before = phone.texts().length;
  expect((await jobs(houses)).map(({ outcome }) => outcome)).toEqual(["quietHours"]);
  expect(phone.texts().length).toBe(before);
  houses.setClock("2026-11-25T09:00:00+01:00");
  await jobs(houses);
  expect(phone.texts().slice(before)).toEqual([
    "Rendez-vous du mardi 24 novembre à 9 h 30 : vu, absent ou excusé ?",
  ]);
  const late = await afterAppointment();
  late.houses.setClock("2026-11-25T09:31:00+01:00");
  expect(await jobs(late.houses)).toEqual([]);
});

test("who asked for it reads the hours of the day once, in the morning, when there are some", async () => {
  const houses = await threeHouses();
  const phone = phoneOf(houses, 777);
  await pair(houses, "Nadia", phone, { morning: true });
  await visitorAt(houses, "").book("Lina");
  await visitorAt(houses, "").book("Karim");
  const before = phone.texts().length;
  // Monday has no appointment
  await jobs(houses);
  houses.setClock("2026-11-24T07:00:00+01:00");
  await jobs(houses);
  expect(phone.texts().length).toBe(before);
  houses.setClock("2026-11-24T08:45:00+01:00");
  await jobs(houses);
  await jobs(houses);
  houses.setClock("2026-11-24T09:15:00+01:00");
  await jobs(houses);
  expect(phone.texts().slice(before)).toEqual([
    "Tes rendez-vous aujourd'hui :\n- 9 h 30\n- 10 h 15",
  ]);
});

test("who did not ask reads no list; nor does anybody in the afternoon", async () => {
  const houses = await threeHouses();
  const phone = phoneOf(houses, 777);
  const desk = await pair(houses, "Nadia", phone);
  await visitorAt(houses, "").book("Lina");
  const before = phone.texts().length;
  houses.setClock("2026-11-24T08:45:00+01:00");
  expect(await jobs(houses)).toEqual([]);
  await desk.signIn();
  await desk.post("/desk/aide/agenda", { agenda, matin: "1" });
  houses.setClock("2026-11-24T12:00:00+01:00");
  await houses.house.database.run({
    sql: "UPDATE Appointment SET startsAt = startsAt + 18000000, endsAt = endsAt + 18000000",
    values: [],
  });
  expect(await jobs(houses)).toEqual([]);
  expect(phone.texts().length).toBe(before);
});

/** Nadia's phone is told of changes; Lina books on Monday at nine, for Tuesday at half past nine. */
async function toldOfChanges(news: string) {
  const houses = await threeHouses();
  const phone = phoneOf(houses, 777);
  await pair(houses, "Nadia", phone, { news });
  const before = phone.texts().length;
  const lina = visitorAt(houses, "");
  await lina.book("Lina");
  return { houses, lina, told: () => phone.texts().slice(before) };
}

test("an appointment that is booked, then cancelled, is told to the worker's phone, each once and by its hour alone", async () => {
  const { houses, lina, told } = await toldOfChanges("soon");
  await jobs(houses);
  await jobs(houses);
  expect(told()).toEqual(["Nouveau rendez-vous : mardi 24 novembre à 9 h 30."]);
  const asked = await lina.say({ text: "annuler mon rdv" });
  const yes = asked.at(-1)?.options.find(({ label }) => label.startsWith("Oui"));
  await lina.say({ choice: yes?.id ?? "" });
  await jobs(houses);
  expect(told().slice(1)).toEqual(["Rendez-vous annulé : mardi 24 novembre à 9 h 30."]);
});

test("who wants no news reads none; in quiet hours nobody is told, and it is told in the morning", async () => {
  const none = await toldOfChanges("none");
  await jobs(none.houses);
  expect(none.told()).toEqual([]);
  const night = await toldOfChanges("all");
  night.houses.setClock("2026-11-23T22:30:00+01:00");
  const lines = await jobs(night.houses);
  expect(lines.map(({ outcome }) => outcome)).toEqual(["quietHours"]);
  expect(night.told()).toEqual([]);
});

test("soon is two days: what is further away waits for whoever wants all", async () => {
  const far = await toldOfChanges("soon");
  const row = "UPDATE Appointment SET startsAt = startsAt + 172800000, endsAt = endsAt + 172800000";
  await far.houses.house.database.run({ sql: row, values: [] });
  await jobs(far.houses);
  expect(far.told()).toEqual([]);
});
