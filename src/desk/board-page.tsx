import { after, hour } from "../base/time.ts";
import { RowBar } from "../bilan/row-bar.tsx";
import { schemeIds } from "../eligibility/codes.ts";
import { workingMinutesBetween } from "../escalation/promise.ts";
import { hasTitle, subjectTitle } from "../repertoire/subject-titles.ts";
import type { CodeCount, KeptCount, LiveBoard } from "../store/live-board.ts";
import { flowName } from "./flow-page.tsx";
import { observatoryWords } from "./observatory-asked.ts";
import type { View } from "./words.ts";

interface Shown {
  readonly view: View;
  readonly board: LiveBoard;
  /** So many days back. */
  readonly days: number;
}

type Words = ReturnType<typeof observatoryWords>;

/** What happened these days, in numbers: who came, when, for what, where it stopped, what was kept. */
export function BoardPage({ view, board, days }: Shown) {
  const words = observatoryWords(view);
  const { say, number } = words;
  const messages = board.hours.reduce((sum, one) => sum + one.messages, 0);
  const closed = board.hours
    .filter(({ at }) => workingMinutesBetween(view.structure, at, after(at, hour)) === 0)
    .reduce((sum, one) => sum + one.messages, 0);
  const { waiting, followUps, misunderstood } = board;
  return (
    <section class="agenda bilan board">
      <h1>{say("board")}</h1>
      <p>
        {[7, 28, 90].map((one) => (
          <>
            <a
              class="button button-quiet"
              href={`/desk/tableau?jours=${one}`}
              {...(one === days ? { "aria-current": "true" } : {})}
            >
              {say("boardDays", { days: one })}
            </a>{" "}
          </>
        ))}
      </p>
      <dl class="bilan-figures">
        <Figure label={say("boardPeople")} value={number(board.people)} />
        <Figure label={say("boardMessages")} value={number(messages)} />
        <Figure label={say("boardClosed")} value={part(words, closed, messages)} />
        <Figure label={say("boardMisheard")} value={number(misunderstood?.times ?? 0)} />
        <Figure
          label={say("boardWaiting")}
          value={
            waiting.since === null
              ? number(waiting.count)
              : say("boardWaitingSince", { count: waiting.count, when: view.moment(waiting.since) })
          }
        />
        <Figure
          label={say("boardToHuman")}
          value={
            board.toHuman.medianMinutes === null
              ? say("none")
              : say("minutes", { value: number(board.toHuman.medianMinutes) })
          }
        />
        <Figure
          label={say("boardFollowUps")}
          value={part(words, followUps.answered, followUps.sent)}
        />
      </dl>
      <h2>{say("boardKept")}</h2>
      <Kept words={words} kept={board.kept} />
      <Counts
        {...{ words, rows: board.subjects.filter(({ code }) => hasTitle(code)) }}
        title="boardSubjects"
        named={(code) => view.speak(subjectTitle(code))}
        linkTo={(code) => `/desk/parcours/${code}?jours=${days}`}
      />
      <Counts
        {...{ words, rows: board.checks.filter(({ code }) => checkName(view, code) !== null) }}
        title="boardChecks"
        named={(code) => checkName(view, code) ?? code}
      />
      <Counts
        {...{ words, rows: board.stops }}
        title="boardStops"
        named={(code) => stopName(view, code)}
        linkTo={(code) =>
          `/desk/parcours/${code.split(".")[0]}?jours=${days}#${code.split(".")[1]}`
        }
      />
      <Counts
        {...{ words, rows: board.languages }}
        title="boardLanguages"
        named={(code) => languageName(view, code)}
      />
      <Counts {...{ words, rows: board.sources }} title="boardSources" named={(code) => code} />
      <p class="soft">{say("boardHow")}</p>
    </section>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
      </dd>
    </div>
  );
}

/** "3 (12 %)"; a part of nothing is nothing. */
function part({ say, number }: Words, some: number, all: number): string {
  if (all === 0) return say("none");
  const share = say("percent", { value: number((some / all) * 100, 0) });
  return `${number(some)} / ${number(all)} (${share})`;
}

interface Listed {
  readonly words: Words;
  readonly title: string;
  readonly rows: readonly CodeCount[];
  named(code: string): string;
  linkTo?(code: string): string;
}

function Counts({ words, title, rows, named, linkTo }: Listed) {
  const { say, number } = words;
  const most = Math.max(1, ...rows.map(({ people }) => people));
  return (
    <>
      <h2>{say(title)}</h2>
      {rows.length === 0 ? (
        <p class="soft">{say("boardNothing")}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say("columnWhat")}</th>
              <th scope="col">{say("boardColumnPeople")}</th>
              <td class="bilan-bar" />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, people }) => (
              <tr>
                <th scope="row">
                  {linkTo ? <a href={linkTo(code)}>{named(code)}</a> : named(code)}
                </th>
                <td>{number(people)}</td>
                <td class="bilan-bar">
                  <RowBar part={people / most} isUnknown={code === ""} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const shownStatuses = ["seen", "absent", "excused", "cancelled", "booked"] as const;

/** What became of appointments, beside whether a reminder reached their person and whether they said they come. */
function Kept({ words, kept }: { readonly words: Words; readonly kept: readonly KeptCount[] }) {
  const { say, number } = words;
  const groups = [
    { title: "boardReminded", rows: kept.filter(({ reminded }) => reminded) },
    { title: "boardNotReminded", rows: kept.filter(({ reminded }) => !reminded) },
    { title: "boardConfirmed", rows: kept.filter(({ confirmed }) => confirmed) },
    { title: "boardNotConfirmed", rows: kept.filter(({ confirmed }) => !confirmed) },
  ];
  const countOf = (rows: readonly KeptCount[], status: string) =>
    rows.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="bilan-wide" tabindex={0} aria-label={say("boardKept")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("columnWhat")}</th>
            {shownStatuses.map((status) => (
              <th scope="col">{say(`board_${status}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ title, rows }) => (
            <tr>
              <th scope="row">{say(title)}</th>
              {shownStatuses.map((status) => (
                <td>{number(countOf(rows, status))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function languageName({ door }: View, code: string): string {
  if (code === "") return door.texts.say({ key: "observatoire:unknown" }, "fr");
  return door.texts.say({ key: "confiance:language" }, code);
}

/** "Visale : probable"; null for what decides the way and is no aid. */
function checkName({ door }: View, code: string): string | null {
  const [rule = "", outcome = ""] = code.split(":");
  const scheme = schemeIds.find(
    (id) => id === rule.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`),
  );
  const isAnswer = ["eligible", "not", "unsure"].includes(outcome);
  if (!scheme || !isAnswer) return null;
  const say = (key: string) => door.texts.say({ key: `eligibility:${key}` }, "fr");
  return `${say(`scheme.${scheme}`)} : ${say(`outcome.${outcome}`)}`;
}

/** "Visale, income": the step's own name is the team's to recognise on the drawing. */
function stopName(view: View, code: string): string {
  const [flow = "", step = ""] = code.split(".");
  return `${flowName(view, flow)}, ${step}`;
}
