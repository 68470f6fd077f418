import { isLoopback } from "../base/loopback.ts";
import type { CalendarFeed, FeedSubject } from "../store/calendar-feeds.ts";
import { subjectName } from "./agenda-asked.ts";
import { AgendaPicker } from "./agenda-picker.tsx";
import { type View, workerName } from "./words.ts";

interface CalendarsProps {
  readonly view: View;
  readonly feeds: readonly CalendarFeed[];
  /** Just made, and shown this once. */
  readonly made: { readonly of: FeedSubject; readonly address: string } | null;
  /** What became of the act before. */
  readonly told: "feedRevoked" | null;
}

/** The private links by which a worker's own calendar follows the agenda. */
export function CalendarsPage({ view, feeds, made, told }: CalendarsProps) {
  const say = wordsOf(view);
  return (
    <section class="agenda">
      <h1>{say("feeds")}</h1>
      <p>{say("feedsHow")}</p>
      <p class="soft">{say("feedsHowOften")}</p>
      {told ? <p role="status">{say(told)}</p> : null}
      {made ? <Made view={view} made={made} /> : null}
      {feeds.length === 0 && !made ? (
        <div class="empty">
          <p>
            <strong>{say("feedsNone")}</strong>
          </p>
          <p>{say("feedsNoneHow")}</p>
        </div>
      ) : (
        <ul class="feeds">
          {feeds.map((feed) => (
            <FeedLine view={view} feed={feed} />
          ))}
        </ul>
      )}
      <NewFeed view={view} />
    </section>
  );
}

/** The words of the agendas, by their key. */
function wordsOf({ speak }: View) {
  return (key: string, values?: Record<string, string>) =>
    speak({ key: `agendas:${key}`, ...(values ? { values } : {}) });
}

function Made({
  view,
  made,
}: Pick<CalendarsProps, "view"> & { made: NonNullable<CalendarsProps["made"]> }) {
  const say = wordsOf(view);
  return (
    <div class="notice" role="status">
      <p>
        <strong>{say("feedReady")}</strong>
      </p>
      <label for="lien">{say("feedAddress", { of: subjectName(view.structure, made.of) })}</label>
      <input id="lien" class="code" readonly value={made.address} />
      <p>{say("feedPaste")}</p>
      {isLoopback(made.address) ? <p>{say("feedLocal")}</p> : null}
    </div>
  );
}

function FeedLine({ view, feed }: { readonly view: View; readonly feed: CalendarFeed }) {
  const say = wordsOf(view);
  const name = subjectName(view.structure, feed);
  const made = { day: view.moment(feed.createdAt, "short"), who: workerName(view, feed.madeBy) };
  return (
    <li>
      <p>
        <strong>{name}</strong> <span class="soft">{say(`feedKind_${feed.kind}`)}</span>
      </p>
      <p class="soft">
        {say("feedMade", made)} ·{" "}
        {feed.lastReadAt === null
          ? say("feedNeverRead")
          : say("feedRead", { day: view.moment(feed.lastReadAt, "short") })}
      </p>
      <form method="post" action={`/desk/agenda/calendriers/${feed.id}/couper`}>
        <button type="submit" class="button-quiet" aria-label={say("feedRevokeFor", { of: name })}>
          {say("feedRevoke")}
        </button>
      </form>
    </li>
  );
}

function NewFeed({ view }: Pick<CalendarsProps, "view">) {
  const say = wordsOf(view);
  return (
    <form class="new-feed" method="post" action="/desk/agenda/calendriers">
      <label for="agenda">{say("feedWhose")}</label>
      <AgendaPicker view={view} chosen={null} all={false} />
      <button type="submit">{say("feedMake")}</button>
    </form>
  );
}
