import { isManager, mayAsk } from "./may.ts";
import type { View } from "./words.ts";

/** Which page of the navigation is looked at. */
export type Tab =
  | "queue"
  | "agenda"
  | "bilan"
  | "rules"
  | "people"
  | "dossiers"
  | "team"
  | "settings"
  | "lodging"
  | "measures"
  | "misheard"
  | "languages"
  | "channels"
  | "help"
  | "none";

interface Shown {
  readonly view: View;
  readonly tab: Tab;
}

/** The pages of every day, and behind one word those of now and then. */
export function Navigation({ view, tab }: Shown) {
  const { say } = view;
  const rest = restOf(view);
  const isWithin = rest.some((one) => one.tab === tab);
  return (
    <nav aria-label={say("navMain")}>
      {daily(view).map((one) => (
        <Link {...one} view={view} current={one.tab === tab} />
      ))}
      <details class="more-nav">
        <summary {...(isWithin ? { class: "within" } : {})}>
          {say("navMore")}
          {view.misheard > 0 ? <span class="count">{view.misheard}</span> : null}
        </summary>
        <div>
          {rest.map((one) => (
            <Link {...one} view={view} current={one.tab === tab} />
          ))}
        </div>
      </details>
    </nav>
  );
}

interface LinkTo {
  readonly tab: Tab;
  readonly href: string;
  readonly words: string;
  /** How many wait there; nothing is said of none. */
  readonly count?: number;
}

function daily({ say, speak }: View): readonly LinkTo[] {
  return [
    { tab: "queue", href: "/desk", words: say("navQueue") },
    { tab: "agenda", href: "/desk/agenda", words: say("navAgenda") },
    { tab: "dossiers", href: "/desk/dossiers", words: speak({ key: "dossiers:title" }) },
    { tab: "people", href: "/desk/personnes", words: speak({ key: "personnes:title" }) },
    { tab: "bilan", href: "/desk/observatoire", words: speak({ key: "observatoire:navTitle" }) },
  ];
}

function restOf({ say, speak, worker, misheard }: View): readonly LinkTo[] {
  const all: readonly LinkTo[] = [
    { tab: "lodging", href: "/desk/hebergement", words: speak({ key: "hebergement:title" }) },
    {
      ...{ tab: "measures", href: "/desk/accompagnements" },
      words: speak({ key: "accompagnements:title" }),
    },
    { tab: "misheard", href: "/desk/incompris", words: say("navMisheard"), count: misheard },
    { tab: "rules", href: "/desk/regles", words: say("navRules") },
    { tab: "languages", href: "/desk/langues", words: say("navLanguages") },
    { tab: "channels", href: "/desk/canaux", words: say("navChannels") },
    { tab: "team", href: "/desk/equipe", words: speak({ key: "equipe:title" }) },
    { tab: "settings", href: "/desk/reglages", words: speak({ key: "reglages:title" }) },
    { tab: "help", href: "/desk/aide", words: say("navHelp") },
  ];
  const forManagers: readonly Tab[] = ["channels", "team"];
  return all.filter(
    ({ tab }) =>
      (tab !== "settings" || worker.role === "admin") &&
      (!forManagers.includes(tab) || isManager(worker)),
  );
}

function Link({
  view,
  current,
  ...to
}: LinkTo & { readonly view: View; readonly current: boolean }) {
  const { href, words, count = 0 } = to;
  if (!mayAsk(view.worker, "GET", href)) return null;
  return (
    <a href={href} {...(current ? { "aria-current": "page" } : {})}>
      {words}
      {count > 0 ? <span class="count">{count}</span> : null}
    </a>
  );
}
