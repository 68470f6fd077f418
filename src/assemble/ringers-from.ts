import type { Ringers } from "../channels/bells.ts";
import { mailRinger } from "../channels/mail.ts";
import { webPush } from "../channels/web-push.ts";
import type { Settings } from "../settings.ts";

/** How people are rung, as the settings want it. */
export function ringersFrom({
  push,
  mail,
  publicUrl,
}: Pick<Settings, "push" | "mail" | "publicUrl">): Ringers {
  return {
    push: push ? webPush({ ...push, subject: subjectOf(publicUrl) }) : null,
    mail: mail ? mailRinger(mail) : null,
  };
}

/** The makers of browsers want to know who rings; a house on this machine alone has no such address. */
function subjectOf(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? publicUrl : "mailto:trousseau@localhost";
}
