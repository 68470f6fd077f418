import { dateIn } from "../base/time.ts";
import type { Urgency } from "../base/urgency.ts";
import type { QueueRow } from "../store/desk-reads.ts";
import type { Filed } from "../store/filed.ts";
import { boxWords } from "./filing.tsx";
import { LanguageWords } from "./language-words.tsx";
import { filtered, filterQuery, isFiltered, type QueueFilter } from "./queue-filter.ts";
import { Busy, QueueFilters } from "./queue-top.tsx";
import { UrgencySign } from "./urgency-sign.tsx";
import {
  codeOf,
  lastWordsLine,
  nameOf,
  needWords,
  sinceWords,
  type View,
  workerName,
} from "./words.ts";

export interface Lists {
  readonly view: View;
  readonly tab: "file" | "robot";
  readonly rows: readonly QueueRow[];
  readonly waiting: number;
  /** The conversation open beside the list. */
  readonly open?: string | undefined;
  /** The address of the older page, when there is one. */
  readonly older?: string | undefined;
  readonly newest?: boolean;
  /** Which of the list are wanted. */
  readonly filter: QueueFilter;
}

/** The column of conversations, refreshed by itself when something changes. */
export function QueueColumn(lists: Lists) {
  const { view, tab, open, older, newest, filter, rows } = lists;
  const kept = new URLSearchParams({
    ...{ onglet: tab, ...(open ? { ouverte: open } : {}) },
    ...filterQuery(filter),
  });
  const live =
    older || newest
      ? {}
      : { "hx-get": `/desk/file?${kept}`, "hx-trigger": "sse:queue, refresh from:body" };
  return (
    <section class="queue" aria-label={view.say("queueTitle")}>
      <Busy view={view} />
      <QueueFilters {...{ view, filter, rows, tab }} />
      <div id="file" {...live}>
        <Queue {...lists} />
      </div>
    </section>
  );
}

/** The lists themselves: the fragment that is refreshed. */
export function Queue({ view, tab, rows: all, waiting, open, older, newest, filter }: Lists) {
  const { say, worker, now } = view;
  const rows = filtered(view, all, filter);
  const isAside = ({ filed }: QueueRow) => filed.snoozedUntil !== null && filed.snoozedUntil > now;
  const here = rows.filter((row) => !isAside(row));
  const one = (row: QueueRow) => <Row view={view} row={row} open={open === row.conversation} />;
  const groups =
    tab === "robot"
      ? [[say("groupBot"), rows] as const]
      : ([
          [say("groupWaiting"), here.filter(({ heldBy }) => heldBy === "waiting")],
          [
            say("groupMine"),
            here.filter((row) => row.heldBy === "worker" && row.workerId === worker.id),
          ],
          [
            say("groupOthers"),
            here.filter((row) => row.heldBy === "worker" && row.workerId !== worker.id),
          ],
          [boxWords(view)("aside"), rows.filter(isAside)],
        ] as const);
  return (
    <div data-waiting={waiting}>
      <nav class="tabs" aria-label={say("tabs")}>
        <a href="/desk" {...(tab === "file" ? { "aria-current": "page" } : {})}>
          {say("tabQueue")}
          {waiting > 0 ? <span class="count">{waiting}</span> : null}
        </a>
        <a href="/desk?onglet=robot" {...(tab === "robot" ? { "aria-current": "page" } : {})}>
          {say("tabBot")}
        </a>
      </nav>
      {groups.map(([title, those]) =>
        those.length === 0 ? null : (
          <section class="group">
            <h2>
              {title} <span class="count">{those.length}</span>
            </h2>
            <ul>{those.map(one)}</ul>
          </section>
        ),
      )}
      {rows.length > 0 ? null : isFiltered(filter) ? (
        <FoundNone view={view} text={filter.text} />
      ) : (
        <Empty say={say} tab={tab} />
      )}
      {tab === "file" && waiting > 0 ? <p class="soft hint">{say("workingTime")}</p> : null}
      {older ? (
        <a class="button" href={older}>
          {say("older")}
        </a>
      ) : null}
      {newest ? (
        <a class="button button-quiet" href="/desk?onglet=robot">
          {say("newest")}
        </a>
      ) : null}
    </div>
  );
}

function FoundNone({ view, text }: { readonly view: View; readonly text: string }) {
  const say = boxWords(view);
  return (
    <div class="empty">
      <p>
        <strong>{say("foundNone")}</strong>
      </p>
      <p>{say("foundNoneHow")}</p>
      <a class="button" href={`/desk/personnes?q=${encodeURIComponent(text)}`}>
        {say("seekPeople")}
      </a>
    </div>
  );
}

function Empty({ say, tab }: Pick<View, "say"> & Pick<Lists, "tab">) {
  return (
    <div class="empty">
      <p>
        <strong>{say(tab === "file" ? "emptyQueue" : "emptyBot")}</strong>
      </p>
      <p>{say(tab === "file" ? "emptyQueueHow" : "emptyBotHow")}</p>
    </div>
  );
}

interface Line {
  readonly view: View;
  readonly row: QueueRow;
  readonly open: boolean;
}

/** Urgency, who, what they want in their words, since when, channel, language: read in this order. */
function Row({ view, row, open }: Line) {
  const { say } = view;
  return (
    <li>
      <a
        class={`row row-${row.urgency}`}
        href={`/desk/conversations/${row.conversation}`}
        {...(open ? { "aria-current": "true" } : {})}
      >
        <span class="row-top">
          <UrgencyBadge say={say} urgency={row.urgency} />
          <span class="row-who">{nameOf(view, row.firstName)}</span>
          <span class="code">{codeOf(row.conversation)}</span>
        </span>
        <span class="row-words">{lastWordsLine(view, row.lastWords)}</span>
        <span class="row-meta">
          {row.need ? <span class="badge">{needWords(view, row.need)}</span> : null}
          <span>{situation(view, row)}</span>
          <span>{say(`channel_${row.channel}`)}</span>
          <LanguageWords view={view} chosen={row.language} words={row.lastWords} />
          <FiledWords view={view} filed={row.filed} />
        </span>
      </a>
    </li>
  );
}

/** Until when it is aside, for whom it is, and its labels. */
export function FiledWords({ view, filed }: { readonly view: View; readonly filed: Filed }) {
  const say = boxWords(view);
  const { snoozedUntil, assignedTo, labels } = filed;
  return (
    <>
      {snoozedUntil !== null && snoozedUntil > view.now ? (
        <span>{say("asideUntil", { day: view.moment(snoozedUntil, "day") })}</span>
      ) : null}
      {assignedTo === null ? null : (
        <span>
          {assignedTo === view.worker.id
            ? say("assignedToMe")
            : say("assignedTo", { name: workerName(view, assignedTo) })}
        </span>
      )}
      {labels.map((label) => (
        <span class="badge badge-label">{label}</span>
      ))}
    </>
  );
}

/** Since when they wait, or who is with them. */
function situation(view: View, row: QueueRow): string {
  if (row.heldBy === "worker" && row.workerId !== view.worker.id) {
    return view.say("held_worker", { name: workerName(view, row.workerId) });
  }
  if (row.heldBy === "waiting" && row.waitingSince !== null)
    return sinceWords(view, row.waitingSince);
  const { zone } = view.structure;
  const isToday = dateIn(zone, row.lastActivityAt) === dateIn(zone, view.now);
  return view.moment(row.lastActivityAt, isToday ? "time" : "short");
}

/** A sign and a word: never a colour alone. */
export function UrgencyBadge({ say, urgency }: Pick<View, "say"> & { readonly urgency: Urgency }) {
  if (urgency === "none") return null;
  const tone = { immediate: "badge-danger", high: "badge-attention", normal: "" }[urgency];
  return (
    <span class={`badge ${tone}`}>
      <UrgencySign urgency={urgency} />
      {say(`urgency_${urgency}`)}
    </span>
  );
}
