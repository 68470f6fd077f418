import type { Ringer, Ringers } from "../channels/bells.ts";
import { webPush } from "../channels/web-push.ts";
import type { Settings } from "../settings.ts";

/** How people are rung here, as the settings want it; `mail` writes e-mails where something can. */
export function ringersFrom(
  { push, publicUrl }: Pick<Settings, "push" | "publicUrl">,
  mail: Ringer | null,
): Ringers {
  return {
    push: push ? webPush({ ...push, subject: subjectOf(publicUrl) }) : null,
    mail,
  };
}

/** The makers of browsers want to know who rings; a house on this machine alone has no such address. */
function subjectOf(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? publicUrl : "mailto:trousseau@localhost";
}
