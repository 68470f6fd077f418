import type { SaidValues } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { placeById } from "../repertoire/places.ts";
import type { ToCall } from "../store/to-call-store.ts";
import { codeOf, nameOf, type View } from "./words.ts";

/** A reminder of the next two days, and what will become of it. */
export interface AheadLine {
  readonly at: Instant;
  readonly conversation: string;
  readonly person: string;
  readonly start: Instant;
  readonly step: string;
  readonly outcome: "send" | "lookWhoToCall" | "putOff" | "skip";
  readonly why: string | null;
  /** By which network it leaves. */
  readonly channel: string | null;
  /** False when it is written and nothing rings where the person is. */
  readonly rings: boolean;
  /** Of other appointments, said in the same message. */
  readonly others: number;
}

export interface RemindersShown {
  readonly view: View;
  readonly alarms: readonly string[];
  readonly toCall: readonly ToCall[];
  readonly ahead: readonly AheadLine[];
  readonly names: ReadonlyMap<string, string>;
  readonly called: boolean;
}

/** Whom the team had better call, what will leave on its own, and what is wrong with it. */
export function RemindersPage({ view, alarms, toCall, ahead, names, called }: RemindersShown) {
  const say = reminderWords(view);
  return (
    <section class="agenda waiting-list supply">
      <h1>{say("title")}</h1>
      <div role="status">{called ? <p class="notice">{say("done_called")}</p> : null}</div>
      {alarms.map((alarm) => (
        <p class="notice" role="alert">
          {say(`alarm_${alarm}`)}
        </p>
      ))}
      <h2>{say("callTitle")}</h2>
      {toCall.length === 0 ? (
        <div class="empty">
          <p>
            <strong>{say("callNone")}</strong>
          </p>
          <p>{say("callNoneHow")}</p>
        </div>
      ) : (
        <>
          <p class="soft">{say("callHow")}</p>
          <ol>
            {toCall.map((one) => (
              <Call view={view} one={one} name={names.get(one.person) ?? null} />
            ))}
          </ol>
        </>
      )}
      <h2>{say("aheadTitle")}</h2>
      <p class="soft">{say(ahead.length === 0 ? "aheadNone" : "aheadHow")}</p>
      <ol>
        {ahead.map((line) => (
          <Ahead view={view} line={line} name={names.get(line.person) ?? null} />
        ))}
      </ol>
    </section>
  );
}

/** The words of this page, by their key. */
export function reminderWords({ speak }: View) {
  return (key: string, values?: SaidValues) =>
    speak({ key: `appels:${key}`, ...(values ? { values } : {}) });
}

interface OneCall {
  readonly view: View;
  readonly one: ToCall;
  readonly name: string | null;
}

function Call({ view, one, name }: OneCall) {
  const say = reminderWords(view);
  const known = nameOf(view, name);
  const place = placeById(view.structure, one.site);
  return (
    <li class="misheard">
      <p>
        <a href={`/desk/conversations/${one.conversation}`}>{known}</a>{" "}
        <span class="code">{codeOf(one.conversation)}</span>
      </p>
      <p class="row-meta">
        <span>{view.moment(one.start)}</span>
        {place ? <span>{place.shortName}</span> : null}
      </p>
      <p>{one.reasons.map((reason) => say(`reason_${reason}`)).join(", ")}</p>
      <form method="post" action={`/desk/rappels/${one.appointment}/appele`}>
        <button type="submit" aria-label={say("calledOf", { name: known })}>
          {say("called")}
        </button>
      </form>
    </li>
  );
}

interface OneAhead {
  readonly view: View;
  readonly line: AheadLine;
  readonly name: string | null;
}

function Ahead({ view, line, name }: OneAhead) {
  const say = reminderWords(view);
  return (
    <li class="misheard">
      <p>
        <time>{view.moment(line.at)}</time>{" "}
        <a href={`/desk/conversations/${line.conversation}`}>{nameOf(view, name)}</a>{" "}
        <span class="code">{codeOf(line.conversation)}</span>
      </p>
      <p class="row-meta">
        <span>{say(`step_${line.step}`)}</span>
        <span>{say("forDay", { day: view.moment(line.start) })}</span>
      </p>
      <p class="row-meta">
        <span>{outcomeWords(view, line)}</span>
        {line.outcome === "send" && line.others > 0 ? (
          <span>{say("sendTogether", { count: line.others })}</span>
        ) : null}
      </p>
    </li>
  );
}

function outcomeWords(view: View, { outcome, why, channel, rings }: AheadLine): string {
  const say = reminderWords(view);
  if (outcome === "lookWhoToCall") return say(outcome);
  if (outcome !== "send") return say(outcome, { why: say(`why_${why ?? "late"}`) });
  if (!rings) return say("silent");
  return say("send", { channel: view.say(`channel_${channel ?? "web"}`) });
}
