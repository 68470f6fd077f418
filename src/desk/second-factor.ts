import type { Database } from "../store/database.ts";
import type { Entry, SecondFactor, SecondFactorBegun } from "./at-the-door.ts";
import { type Asker, entry } from "./auth-entry.ts";

/** A code of the app has six digits; those for a lost phone are longer, and serve once. */
const ofTheApp = /^\d{6}$/;

/** Codes of an app on a worker's phone, over the sign-in library. */
export function secondFactor(
  database: Database,
  ask: (path: string, asker: Asker) => Promise<Response>,
  hashed: (address: string) => Promise<string>,
): SecondFactor {
  const inside = async (request: Request, path: string, body: object) =>
    ask(path, { request, address: await hashed("inside"), body });
  const changed = async (request: Request, path: string, body: object) => {
    const response = await inside(request, path, body);
    return response.status === 200 ? response.headers.getSetCookie() : null;
  };
  return {
    async enterWithCode(request, address, typed): Promise<Entry> {
      const code = typed.replaceAll(/\s/g, "");
      const isApp = ofTheApp.test(code);
      const path = isApp ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
      return entry(await ask(path, { request, address: await hashed(address), body: { code } }));
    },
    async beginSecondFactor(request, password): Promise<SecondFactorBegun | null> {
      const response = await inside(request, "/two-factor/enable", { password, method: "totp" });
      if (response.status !== 200) return null;
      const { totpURI, backupCodes } = (await response.json()) as {
        readonly totpURI: string;
        readonly backupCodes: readonly string[];
      };
      return { address: totpURI, codes: backupCodes };
    },
    confirmSecondFactor: (request, code) =>
      changed(request, "/two-factor/verify-totp", { code: code.replaceAll(/\s/g, "") }),
    endSecondFactor: (request, password) => changed(request, "/two-factor/disable", { password }),
    async asksForCode(email) {
      const row = await database.get(
        "SELECT 1 FROM Worker WHERE email = ? AND twoFactorEnabled = 1",
        [email.trim().toLowerCase()],
      );
      return row !== null;
    },
  };
}
