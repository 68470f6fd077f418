import { createTransport } from "nodemailer";
import type { Notice, Ringer, Rung } from "./bells.ts";

/** A mail server, and the address in "from". */
export interface MailServer {
  readonly url: string;
  readonly from: string;
}

const patience = 10_000;

/** Writes e-mails through the operator's own server. */
export function mailRinger({ url, from }: MailServer): Ringer {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // what it sends is somebody's: it is written nowhere else
    logger: false,
  });
  return {
    async ring(target: string, notice: Notice): Promise<Rung> {
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: target },
          subject: notice.title,
          text: textOf(notice),
          // one click in the programs that know it
          ...(notice.stop ? { list: { unsubscribe: notice.stop.link } } : {}),
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { outcome: "rung" };
      } catch (error) {
        return meaning(error);
      }
    },
  };
}

function textOf({ body, link, stop }: Notice): string {
  const end = stop ? `\n\n--\n${stop.words}\n${stop.link}\n` : "\n";
  return `${body}\n\n${link}${end}`;
}

/** 5xx of the server is for good: an address that does not exist. Everything else is tried again. */
function meaning(error: unknown): Rung {
  const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
  const isAddress = error instanceof Error && "code" in error && error.code === "EENVELOPE";
  if (code >= 500 && isAddress) return { outcome: "gone", why: `smtp ${code}` };
  return { outcome: "tryLater", why: code ? `smtp ${code}` : "no mail server" };
}
