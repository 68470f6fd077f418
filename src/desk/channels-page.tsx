import type { Child } from "hono/jsx";
import type { Instant } from "../base/time.ts";
import type { ChannelHealth } from "../store/channel-health.ts";
import type { LinkedPhone } from "./desk-door.ts";
import type { View } from "./words.ts";

interface Shown {
  readonly view: View;
  readonly channels: readonly ChannelHealth[];
  readonly phone: LinkedPhone | null;
}

/** How each network does: the fragment that is read again every ten seconds. */
export function Channels({ view, channels, phone }: Shown) {
  const { say } = view;
  const isLinkedAlone = phone !== null && !channels.some(({ channel }) => isPhone(channel));
  return (
    <div
      id="canaux"
      class="channels"
      hx-get="/desk/canaux/etat"
      hx-trigger="every 10s"
      hx-swap="outerHTML"
    >
      {channels.length === 0 && !phone ? (
        <div class="empty">
          <p>
            <strong>{say("channels_none")}</strong>
          </p>
          <p>{say("channels_noneHow")}</p>
        </div>
      ) : null}
      {channels.map((one) => (
        <OneChannel view={view} health={one}>
          {isPhone(one.channel) && phone ? <Phone view={view} phone={phone} /> : null}
        </OneChannel>
      ))}
      {isLinkedAlone && phone ? (
        <section class="card" aria-labelledby="canal-whatsapp-web">
          <h2 id="canal-whatsapp-web">{say("channels_whatsappWeb")}</h2>
          <Phone view={view} phone={phone} />
        </section>
      ) : null}
    </div>
  );
}

function isPhone(channel: string): boolean {
  return channel === "whatsapp-web";
}

interface One {
  readonly view: View;
  readonly health: ChannelHealth;
  readonly children?: Child;
}

function OneChannel({ view, health, children }: One) {
  const { say, moment } = view;
  const { channel, account, failingSince } = health;
  const mark = `canal-${channel}-${account}`;
  const when = (at: Instant | null) => (at === null ? say("channels_never") : moment(at, "short"));
  return (
    <section class="card" aria-labelledby={mark}>
      <h2 id={mark}>
        {isPhone(channel) ? say("channels_whatsappWeb") : say(`channel_${channel}`)}{" "}
        <span class={failingSince === null ? "badge badge-action" : "badge badge-danger"}>
          {say(failingSince === null ? "channels_well" : "channels_failing")}
        </span>
      </h2>
      <dl class="pairs">
        <Line name={say("channels_lastReceived")}>{when(health.lastReceivedAt)}</Line>
        <Line name={say("channels_lastSent")}>{when(health.lastSentAt)}</Line>
        <Line name={say("channels_waiting")}>{health.waiting}</Line>
        <Line name={say("channels_held")}>{health.held}</Line>
        <Line name={say("channels_failed")}>{health.failed}</Line>
        {failingSince === null ? null : (
          <Line name={say("channels_failingSince")}>{moment(failingSince, "short")}</Line>
        )}
      </dl>
      {children}
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children?: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Another code has another address: the browser would go on showing the one it has. Tells nothing of it. */
function markOf(code: string): string {
  let mark = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(code)) mark = Math.imul(mark ^ byte, 0x01000193);
  return (mark >>> 0).toString(16);
}

/** Where the phone stands, what is risked, and for administrators the code to scan. */
function Phone({ view, phone }: { readonly view: View; readonly phone: LinkedPhone }) {
  const { say, moment, worker } = view;
  const { state, why, qr, since, account } = phone.standing();
  return (
    <>
      <p>
        <strong>{say(`phone_${state}`)}</strong>{" "}
        <span class="soft">{say("phone_since", { when: moment(since, "short") })}</span>
      </p>
      {why === null ? null : <p class="notice notice-attention">{say(`phone_why_${why}`)}</p>}
      {qr !== null && worker.role === "admin" ? (
        <img
          class="qr"
          src={`/desk/canaux/qr.svg?a=${markOf(qr)}`}
          alt={say("phone_qr")}
          width="280"
          height="280"
        />
      ) : null}
      {qr !== null && worker.role !== "admin" ? <p>{say("phone_askAdmin")}</p> : null}
      <p class="soft">{say("whatsappWeb_risk")}</p>
      <p class="soft">{say("whatsappWeb_ownNumber")}</p>
      <p class="soft">{say("whatsappWeb_onlyOurs")}</p>
      {account === null ? null : (
        <p class="soft">{say("whatsappWeb_start", { number: account })}</p>
      )}
      <p class="soft">{say("whatsappWeb_reminders")}</p>
      <p class="soft">{say("whatsappWeb_team")}</p>
    </>
  );
}
