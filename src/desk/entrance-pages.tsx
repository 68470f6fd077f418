import type { Child } from "hono/jsx";
import type { Assets } from "../look/assets.ts";
import { Sign } from "../look/sign.tsx";
import { shortestPassword } from "./auth-library.ts";
import { Html } from "./page.tsx";

type Say = (key: string) => string;

interface Entrance {
  readonly assets: Assets;
  readonly title: string;
  readonly notice?: { readonly words: string; readonly kind: "attention" | "done" } | undefined;
  readonly children?: Child;
}

/** A page before the desk: the sign, one card, one thing to do. It works without any script. */
function Entrance({ assets, title, notice, children }: Entrance) {
  return (
    <Html title={`${title} · Trousseau`} assets={assets} bodyClass="entrance">
      <main class="card door">
        <p class="brand">
          <Sign />
          <span>Trousseau</span>
        </p>
        <h1>{title}</h1>
        {notice ? (
          <p
            class={notice.kind === "attention" ? "notice notice-attention" : "notice"}
            role="alert"
          >
            {notice.words}
          </p>
        ) : null}
        {children}
      </main>
    </Html>
  );
}

interface Shown {
  readonly say: Say;
  readonly assets: Assets;
  readonly notice?: Entrance["notice"];
}

/** E-mail and password. What was typed as e-mail is given back after a mistake. */
export function SignInPage({
  email,
  canMail = false,
  ...shown
}: Shown & { readonly email: string; readonly canMail?: boolean }) {
  const { say } = shown;
  return (
    <Entrance {...shown} title={say("signInTitle")}>
      <form method="post" action="/desk/connexion">
        <label for="email">{say("email")}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          required
          value={email}
        />
        <label for="password">{say("password")}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
        />
        <button type="submit" class="button-main">
          {say("signIn")}
        </button>
      </form>
      {canMail ? (
        <p>
          <a href="/desk/connexion/oubli">{say("signInForgottenLink")}</a>
        </p>
      ) : (
        <p class="soft">{say("signInForgotten")}</p>
      )}
    </Entrance>
  );
}

/** After the right password: the code of the phone. */
export function CodePage(shown: Shown) {
  const { say } = shown;
  return (
    <Entrance {...shown} title={say("codeTitle")}>
      <p>{say("codeHow")}</p>
      <form method="post" action="/desk/connexion/code">
        <label for="code">{say("code")}</label>
        <input
          id="code"
          name="code"
          autocomplete="one-time-code"
          inputmode="text"
          maxlength={20}
          required
          autofocus
        />
        <button type="submit" class="button-main">
          {say("codeEnter")}
        </button>
      </form>
    </Entrance>
  );
}

/** Asks for a sign-in link by e-mail; what is answered never says whether the address is known. */
export function ForgottenPage(shown: Shown) {
  const { say } = shown;
  return (
    <Entrance {...shown} title={say("forgotten")}>
      <p>{say("forgottenHow")}</p>
      <form method="post" action="/desk/connexion/oubli">
        <label for="email">{say("email")}</label>
        <input id="email" name="email" type="email" autocomplete="username" required />
        <button type="submit" class="button-main">
          {say("forgottenSend")}
        </button>
      </form>
      <p>
        <a href="/desk/connexion">{say("signInTitle")}</a>
      </p>
    </Entrance>
  );
}

/** A one-time link: only its button uses it up, so that a mail scanner that opens it does no harm. */
export function LinkPage({ token, ...shown }: Shown & { readonly token: string }) {
  const { say } = shown;
  return (
    <Entrance {...shown} title={say("linkTitle")}>
      <p>{say("linkIntro")}</p>
      <form method="post" action="/desk/connexion/lien">
        <input type="hidden" name="jeton" value={token} />
        <button type="submit" class="button-main">
          {say("linkEnter")}
        </button>
      </form>
    </Entrance>
  );
}

/** A new password, for somebody who has just signed in. */
export function PasswordPage({
  fresh,
  email,
  ...shown
}: Shown & { readonly fresh: boolean; readonly email: string }) {
  const { say } = shown;
  return (
    <Entrance {...shown} title={say("passwordTitle")}>
      <p>{say(fresh ? "passwordIntro" : "passwordNotFresh")}</p>
      {fresh ? (
        <form method="post" action="/desk/mot-de-passe">
          <input type="hidden" name="username" autocomplete="username" value={email} />
          <label for="nouveau">{say("passwordNew")}</label>
          <input
            id="nouveau"
            name="nouveau"
            type="password"
            autocomplete="new-password"
            minlength={shortestPassword}
            required
          />
          <button type="submit" class="button-main">
            {say("passwordSave")}
          </button>
        </form>
      ) : null}
      <form method="post" action="/desk/deconnexion">
        <button type="submit">{say("signOut")}</button>
      </form>
      <p>
        <a href="/desk">{say("passwordLater")}</a>
      </p>
    </Entrance>
  );
}
