import { z } from "zod";
import type { WorkerId } from "../base/ids.ts";
import { type Auth, longestPassword, shortestPassword } from "./auth-library.ts";
import type { SignIn } from "./desk-door.ts";

/** Workers added, their one-time links and their passwords. Nothing here is reached without a worker or a terminal. */
export function workerAccounts(
  auth: Auth,
  origin: string,
): Pick<SignIn, "addWorker" | "newLink" | "setPassword"> {
  const people = async () => (await auth.$context).internalAdapter;
  return {
    async addWorker({ email, name, role, structure, password }) {
      if (password !== undefined && !isGood(password)) return { outcome: "passwordTooShort" };
      const address = email.trim().toLowerCase();
      // the library refuses to sign in what is no address: the worker would be locked out
      if (!z.email().safeParse(address).success) return { outcome: "badAddress" };
      const known = await people();
      if (await known.findUserByEmail(address)) return { outcome: "exists" };
      const worker = { email: address, name, role, structure, emailVerified: true };
      const created = await known.createUser(worker, { method: "email-password" });
      const id = created.id as WorkerId;
      if (password === undefined)
        return { outcome: "added", id, link: await linkFor(auth, address, origin) };
      await keepPassword(auth, id, password);
      return { outcome: "added", id, link: null };
    },

    async newLink(email) {
      const address = email.trim().toLowerCase();
      const known = await (await people()).findUserByEmail(address);
      return known ? linkFor(auth, address, origin) : null;
    },

    async setPassword(worker, password) {
      if (!isGood(password)) return "tooShort";
      await keepPassword(auth, worker, password);
      // whoever was signed in with what came before signs in again
      await (await people()).deleteUserSessions(worker);
      return "set";
    },
  };
}

function isGood(password: string): boolean {
  return password.length >= shortestPassword && password.length <= longestPassword;
}

async function keepPassword(auth: Auth, worker: WorkerId, password: string): Promise<void> {
  const context = await auth.$context;
  const hash = await context.password.hash(password);
  const known = context.internalAdapter;
  if (await known.findCredentialAccount(worker)) await known.updatePassword(worker, hash);
  else
    await known.linkAccount({
      userId: worker,
      providerId: "credential",
      accountId: worker,
      password: hash,
    });
}

/** A link to our own page: opening it shows a button, and only the button uses it up (mail scanners open links). */
async function linkFor(auth: Auth, email: string, origin: string): Promise<string> {
  let made = "";
  const keep = (token: string) => {
    made = token;
  };
  await auth.api.signInMagicLink({
    body: { email, metadata: { keep } },
    headers: new Headers({ origin }),
  });
  if (!made) throw new Error("no sign-in link was made");
  return `${origin}/desk/connexion/lien?jeton=${made}`;
}
