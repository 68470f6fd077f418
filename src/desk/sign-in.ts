import type { WorkerId } from "../base/ids.ts";
import { minute, systemClock } from "../base/time.ts";
import { addressHasher } from "./address-hasher.ts";
import { type Asker, entry } from "./auth-entry.ts";
import { type Auth, addressHeader, authOver, authPath, type SigningIn } from "./auth-library.ts";
import { type Role, roles, type SignIn } from "./desk-door.ts";
import { secondFactor } from "./second-factor.ts";
import { workerAccounts } from "./worker-accounts.ts";

/** The library's own addresses that answer from outside; all the others do not exist. */
const openPaths = ["/sign-in/email", "/sign-out", "/get-session"];
/** For this long after signing in, a new password may be chosen without the old one. */
const freshFor = 15 * minute;

/**
 * Who may come in: by password (scrypt) or by a one-time link. Sessions and attempts are rows of the
 * database: five attempts a minute from one address (kept hashed), whoever is tried.
 */
export function openSignIn(signingIn: SigningIn): SignIn {
  const auth = authOver(signingIn);
  const origin = new URL(signingIn.publicUrl).origin;
  const hashed = addressHasher(signingIn.secret);
  return {
    ...workerAccounts(auth, origin),

    async authenticate(request, address) {
      const path = new URL(request.url).pathname.replace(authPath, "");
      if (!openPaths.includes(path)) return new Response("Not found", { status: 404 });
      const headers = new Headers(request.headers);
      headers.set(addressHeader, await hashed(address));
      const body = request.method === "POST" ? await request.text() : null;
      return auth.handler(
        new Request(`${origin}${authPath}${path}`, { method: request.method, headers, body }),
      );
    },
    signedIn: (request) => whoIs(auth, request),
    ...secondFactor(signingIn.database, (path, asker) => ask(auth, origin, path, asker), hashed),

    async enterWithPassword(request, address, { email, password }) {
      return entry(
        await ask(auth, origin, "/sign-in/email", {
          ...{ request, address: await hashed(address) },
          body: { email, password },
        }),
      );
    },
    async enterWithLink(request, address, token) {
      const path = `/magic-link/verify?token=${encodeURIComponent(token)}`;
      return entry(await ask(auth, origin, path, { request, address: await hashed(address) }));
    },
    async leave(request, address) {
      const asker = { request, address: await hashed(address), body: {} };
      const response = await ask(auth, origin, "/sign-out", asker);
      return response.headers.getSetCookie();
    },
  };
}

async function whoIs(auth: Auth, request: Request): ReturnType<SignIn["signedIn"]> {
  const { headers, response } = await auth.api.getSession({
    headers: request.headers,
    returnHeaders: true,
  });
  if (!response || (response.user.disabledAt ?? null) !== null) return null;
  const { user, session } = response;
  return {
    id: user.id as WorkerId,
    name: user.name,
    email: user.email,
    role: roleOf(user.role),
    structure: user.structure,
    hasSecondFactor: user.twoFactorEnabled === true,
    fresh: systemClock.now() - session.createdAt.getTime() < freshFor,
    cookies: headers.getSetCookie(),
  };
}

/** The library asked from inside on behalf of a client: its limits and cookies apply as from outside. */
async function ask(auth: Auth, origin: string, path: string, { request, address, body }: Asker) {
  const headers = new Headers({ origin, [addressHeader]: address });
  const cookie = request.headers.get("cookie");
  if (cookie) headers.set("cookie", cookie);
  if (body) headers.set("content-type", "application/json");
  const response = await auth.handler(
    new Request(`${origin}${authPath}${path}`, {
      method: body ? "POST" : "GET",
      headers,
      body: body ? JSON.stringify(body) : null,
    }),
  );
  if (response.status >= 500) throw new Error(`signing in failed with ${response.status}`);
  return response;
}

function roleOf(role: string): Role {
  // what no version of ours wrote may see the least
  return roles.find((one) => one === role) ?? "volunteer";
}
