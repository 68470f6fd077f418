import { addMonths, at, dateIn, type Instant } from "../base/time.ts";
import type { PersonPageFile, PersonRow } from "../store/people-store.ts";
import { isManager } from "./may.ts";
import { codeOf, nameOf, type View, workerName } from "./words.ts";

/** What became of an act on a person. */
export const personTellings = [
  ...(["joined", "same", "clash", "gone"] as const),
  ...(["erased", "alertOpen", "notAllowed"] as const),
];
export type PersonTold = (typeof personTellings)[number];

export function peopleWords(view: View) {
  return (key: string, values = {}) => view.speak({ key: `personnes:${key}`, values });
}

interface PeopleShown {
  readonly view: View;
  readonly asked: string;
  readonly people: readonly PersonRow[];
  readonly told: PersonTold | null;
}

/** Everybody, by first name or by when they last wrote. */
export function PeoplePage({ view, asked, people, told }: PeopleShown) {
  const say = peopleWords(view);
  return (
    <section class="agenda">
      <h1>{say("title")}</h1>
      {told ? (
        <p class="notice" role="status">
          {say(told)}
        </p>
      ) : null}
      <p>{say("how")}</p>
      <search>
        <form class="new-feed" method="get" action="/desk/personnes">
          <label for="q">{say("firstName")}</label>
          <input id="q" name="q" value={asked} maxlength={60} autocomplete="off" />
          <button type="submit">{say("seek")}</button>
        </form>
      </search>
      {people.length === 0 ? (
        <div class="empty">
          <p>
            <strong>{say("none")}</strong>
          </p>
          <p>{say("noneHow")}</p>
        </div>
      ) : (
        <ul class="feeds">
          {people.map((row) => (
            <li>
              <p>
                <a href={`/desk/personnes/${row.person}`}>{nameOf(view, row.firstName)}</a>{" "}
                <span class="code">{codeOf(row.conversation)}</span>
              </p>
              <p class="soft">
                {view.say(`channel_${row.channel}`)} ·{" "}
                {say("lastSeen", { day: view.moment(row.lastActivityAt, "day") })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface PersonShown {
  readonly view: View;
  readonly file: PersonPageFile;
  readonly told: PersonTold | null;
}

/** One person: where they write, what was booked, what they agreed to, who read it. */
export function PersonPage({ view, file, told }: PersonShown) {
  const say = peopleWords(view);
  return (
    <section class="agenda person">
      <h1>{nameOf(view, file.firstName)}</h1>
      {told ? (
        <p class="notice" role="status">
          {say(told)}
        </p>
      ) : null}
      <p>
        {say("since", { day: view.moment(file.knownSince, "day") })}{" "}
        {say("keptUntil", { day: keptUntil(view, file) })}{" "}
        {file.remindersStopped ? say("remindersStopped") : ""}
      </p>
      <h2>{say("conversations")}</h2>
      <ul class="feeds">
        {file.conversations.map(({ id, channel, lastActivityAt }) => (
          <li>
            <p>
              <a href={`/desk/conversations/${id}`}>
                {view.say(`channel_${channel}`)} <span class="code">{codeOf(id)}</span>
              </a>
            </p>
            <p class="soft">{say("lastSeen", { day: view.moment(lastActivityAt, "day") })}</p>
          </li>
        ))}
      </ul>
      <h2>{say("appointments")}</h2>
      {file.appointments.length === 0 ? <p class="soft">{say("noAppointment")}</p> : null}
      <ul>
        {file.appointments.map(({ start, status }) => (
          <li>
            {view.moment(start)} : {say(`status_${status}`)}
          </li>
        ))}
      </ul>
      <Consents view={view} file={file} />
      <SameName view={view} file={file} />
      <Rights view={view} file={file} />
      <Trail view={view} file={file} />
    </section>
  );
}

/** When all goes without another contact: the day the purge finds it. */
function keptUntil({ structure, moment }: View, { conversations }: PersonPageFile): string {
  const { zone, retention } = structure;
  const last = Math.max(...conversations.map(({ lastActivityAt }) => lastActivityAt));
  const day = addMonths(
    dateIn(zone, last as (typeof conversations)[number]["lastActivityAt"]),
    retention.conversationsMonthsAfterLastContact,
  );
  return `${moment(at(zone, day, "12:00"), "day")} ${day.slice(0, 4)}`;
}

const asked = ["paperPhotos", "followUpWanted"] as const;

function Consents({ view, file }: Pick<PersonShown, "view" | "file">) {
  const say = peopleWords(view);
  const given = file.conversations.flatMap(({ known }) =>
    asked.flatMap((fact) => {
      const answer = known[fact];
      return answer ? [{ fact, isYes: answer.value === true, at: answer.at }] : [];
    }),
  );
  return (
    <>
      <h2>{say("consents")}</h2>
      {given.length === 0 ? <p class="soft">{say("noConsent")}</p> : null}
      <ul>
        {given.map(({ fact, isYes, at: when }) => (
          <li>
            {say(fact)} : {say(isYes ? "consent_yes" : "consent_no")},{" "}
            {say("consent_on", { day: view.moment(when as Instant, "day") })}
          </li>
        ))}
      </ul>
    </>
  );
}

function SameName({ view, file }: Pick<PersonShown, "view" | "file">) {
  const say = peopleWords(view);
  if (file.sameName.length === 0) return null;
  return (
    <>
      <h2>{say("sameName")}</h2>
      <p class="soft">{say("sameNameHow")}</p>
      <ul class="feeds">
        {file.sameName.map((row) => (
          <li>
            <p>
              <a href={`/desk/personnes/${row.person}`}>{nameOf(view, row.firstName)}</a>{" "}
              <span class="code">{codeOf(row.conversation)}</span>
            </p>
            <p class="soft">{say("lastSeen", { day: view.moment(row.lastActivityAt, "day") })}</p>
            <form method="post" action={`/desk/personnes/${file.person}/reunir`}>
              <input type="hidden" name="autre" value={row.person} />
              <button type="submit">{say("join")}</button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

function Rights({ view, file }: Pick<PersonShown, "view" | "file">) {
  const say = peopleWords(view);
  const base = `/desk/personnes/${file.person}`;
  return (
    <>
      <h2>{say("file")}</h2>
      <p>
        <a class="button" href={`${base}/export`} download>
          {say("export")}
        </a>
      </p>
      <p class="soft">{say("exportHow")}</p>
      {!isManager(view.worker) ? null : (
        <details>
          <summary>{say("erase")}</summary>
          <form method="post" action={`${base}/effacer`}>
            <p class="soft">{say("eraseHow")}</p>
            <button type="submit" class="button-danger">
              {say("eraseSure")}
            </button>
          </form>
        </details>
      )}
    </>
  );
}

const acts = new Set([
  ...["conversation.read", "file.opened", "file.exported", "person.joined", "dossier.kept"],
  ...["conversation.aside", "conversation.back", "conversation.assigned", "conversation.labelled"],
]);

function Trail({ view, file }: Pick<PersonShown, "view" | "file">) {
  const say = peopleWords(view);
  return (
    <>
      <h2>{say("trail")}</h2>
      {file.trail.length === 0 ? <p class="soft">{say("trailNone")}</p> : null}
      <ul>
        {file.trail.map(({ worker, what, at: when }) => (
          <li>
            {workerName(view, worker)}{" "}
            {acts.has(what) ? say(`did_${what.replace(".", "_")}`) : say("did_other", { what })},{" "}
            {view.moment(when, "short")}
          </li>
        ))}
      </ul>
    </>
  );
}
