/** What the files of one room may import. */
export interface Row {
  /** Rooms, or one file of a room ("channels/channel"). A room may always import itself. */
  readonly imports?: readonly string[];
  /** The same, for types alone: nothing of them is left when the program runs. */
  readonly types?: readonly string[];
  /** Libraries; a subpath ("hono/jsx") goes with its library. */
  readonly libraries?: readonly string[];
}

const domain = [
  "understanding",
  "person",
  "eligibility",
  "appointments",
  "escalation",
  "observatory",
] as const;
const everything = [
  ...["base", "engine", ...domain, "structure", "texts", "locales", "flows", "flowkit", "reviews"],
  ...[
    "catalogue",
    "repertoire",
    "sheet",
    "bilan",
    "calendar",
    "prescriber",
    "settings",
    "answering",
    "channels",
    "look",
    "desk",
    "jobs",
    "store",
    "operations",
    "pages",
    "app",
    "assemble",
    "node",
  ],
] as const;

/** Who may import whom. A room that is not named here may not exist. */
export const rooms: Readonly<Record<string, Row>> = {
  // one conversation per file, plain data
  flows: { imports: ["flowkit"] },
  locales: {},
  // messages written to learn from and to be judged by: read by the commands alone
  corpus: {},

  base: { libraries: ["rrule-temporal", "temporal-polyfill"] },
  engine: { imports: ["base"] },

  // what a social worker would recognise
  understanding: { imports: ["base"], types: ["person"] },
  person: { imports: ["base"], libraries: ["zod"] },
  eligibility: { imports: ["base"], types: ["person"], libraries: ["zod"] },
  appointments: {
    imports: ["base"],
    types: ["person"],
    libraries: ["ical-generator", "timezones-ical-library"],
  },
  escalation: { imports: ["base"], types: ["person"] },
  observatory: { imports: ["base"], types: ["person"], libraries: ["zod"] },
  structure: { imports: ["base", "locales"], types: ["person"], libraries: ["zod"] },

  // words
  texts: { imports: ["base", "locales"], libraries: ["i18next"] },
  // which texts were read by somebody whose language it is
  reviews: { imports: ["base", "locales"] },
  catalogue: { imports: ["base", "engine", ...domain, "structure"], types: ["texts"] },
  // what the words of the catalogue stand for
  repertoire: {
    // locales: the words of subjects, by which they are found
    imports: ["base", "engine", ...domain, "structure", "catalogue", "locales"],
    types: ["texts", "store"],
  },
  flowkit: { imports: ["base", "engine"], types: ["catalogue", "texts", "locales"] },

  // taking turns: the messages that wait, and the turns we begin; then sending, in order
  answering: {
    imports: ["base", "engine", "escalation", "appointments", "person/link-code", "repertoire"],
    types: ["channels/bells", "channels/channel", "store", "structure", "texts"],
  },

  // the outside
  look: { libraries: ["hono"] },
  channels: {
    imports: ["base", "engine", "texts", "look"],
    types: ["store", "structure"],
    libraries: ["@block65/webcrypto-web-push", "grammy", "hono", "nodemailer", "zod"],
  },
  store: {
    // observatory/period: which days a bilan counts
    imports: ["base", "engine", "escalation/call-stages", "observatory/period"],
    types: [...domain, "structure"],
    // better-auth: its tables are written through our door (auth-adapter)
    libraries: ["@prisma/driver-adapter-utils", "better-auth", "@cloudflare/workers-types"],
  },
  desk: {
    // the sign-in library is given its tables where it is set up; a rule has as many lines as are written
    imports: [
      ...["base", ...domain, "structure", "texts", "look", "repertoire", "store/auth-adapter"],
      ...["bilan", "channels/push-subscription"],
      ...["locales/index", "locales/fr/regles.json", "locales/fr/relecture.json", "reviews"],
    ],
    types: ["engine", "store", "channels/bells", "channels/live", "channels/whatsapp-web-state"],
    libraries: ["hono", "better-auth", "zod"],
  },
  // the page of the sheet of a bilan, for who has its link
  sheet: {
    imports: ["base", "eligibility", "repertoire", "look"],
    types: ["person", "store", "structure", "texts"],
    libraries: ["hono"],
  },
  // the page of a partner who asks for an appointment for somebody, for who has its link
  prescriber: {
    imports: ["base", "appointments", "person", "repertoire", "look"],
    types: ["store", "structure", "texts"],
    libraries: ["hono"],
  },
  // the calendars of workers and sites, for the programs that have their secret address
  calendar: {
    imports: ["base", "appointments", "repertoire"],
    types: ["store", "structure", "texts"],
    libraries: ["hono"],
  },
  // the bilan as a page, a spreadsheet and tables
  bilan: {
    imports: ["base", "observatory", "look"],
    types: ["structure", "texts"],
    libraries: ["hono", "write-excel-file"],
  },
  jobs: {
    imports: ["base", ...domain, "structure", "texts", "channels/channel"],
    types: ["engine", "store"],
  },
  // what the operator sees: logs, metrics, the doctor, the first words at the start
  operations: {
    imports: ["base", "settings"],
    types: ["structure", "texts", "desk/desk-door", "store/backlog"],
    libraries: ["pino", "prom-client"],
  },

  // where it is put together
  settings: { imports: ["base"], libraries: ["zod"] },
  app: { types: ["operations"], libraries: ["hono"] },
  pages: { imports: everything, libraries: ["hono"] },
  assemble: { imports: everything, libraries: ["hono", "pino", "prom-client"] },
  commands: {
    imports: [...everything, "corpus"],
    libraries: ["pino", "zod", "papaparse", "read-excel-file"],
  },
  // what only Node can do: the database in a file, the ticking clock, the address behind a proxy
  node: {
    imports: everything,
    libraries: ["hono", "@hono/node-server", "wrangler", "zod", "qrcode", "whatsapp-web.js"],
  },
  "main-node": { imports: everything, libraries: ["hono", "@hono/node-server", "pino"] },
  // what only Cloudflare can do: one invocation for each request, errand and tick
  worker: {
    imports: everything,
    libraries: ["hono", "grammy", "prom-client", "@cloudflare/workers-types"],
  },
  "main-worker": {
    imports: [...everything, "worker"],
    libraries: ["hono", "@cloudflare/workers-types"],
  },
};

/** Files that may use a `node:` module, and why. The start on Workers reaches none of them. */
export const needsNode: Readonly<Record<string, string>> = {
  "src/main-node.ts": "it is the start on Node",
  "src/commands/": "typed in a terminal, on Node",
  "src/node/": "what only Node can do",
  "src/store/node-sqlite.ts": "SQLite is built into Node",
  "src/store/migrate.ts": "works on that connection",
  "src/store/migration-files.ts": "reads a folder",
};

/** Files that may use a `node:` module that Workers have too. */
export const nodeModulesOfWorkers: Readonly<Record<string, readonly string[]>> = {
  "src/store/cipher.ts": ["node:crypto"],
  "src/channels/same-secret.ts": ["node:crypto"],
  "src/store/move-digest.ts": ["node:crypto"],
};

/** Where the start on Workers, or on Node, comes in: these reach nothing that needs Node. */
export const portable = [
  ...["src/main-worker.ts", "src/assemble.ts", "src/app.ts", "src/pages.ts", "src/settings.ts"],
] as const;

/** Files that may read the machine's clock or wait, and why. */
export const knowsTime: Readonly<Record<string, string>> = {
  "src/base/time.ts": "the clock everybody else is given",
  "src/main-node.ts": "a stop that takes too long is cut short",
  "src/main-worker.ts": "a live stream ends before its invocation has asked too much",
  "src/worker/house.ts": "live pages are looked at every second",
  "src/commands/jobs.ts": "waits for a job that the server beside it is running",
  "src/node/open-d1.ts": "Cloudflare's API is waited for when it says to slow down",
  "src/node/ticking.ts": "the clock that ticks for the jobs",
  "src/channels/": "a network is waited for, and obeyed when it says to slow down",
  "src/desk/stream.ts": "a live stream that stays silent is closed by proxies",
  "src/store/auth-adapter.ts": "the sign-in library speaks in dates, the store in milliseconds",
  "src/store/retention-store.ts": "between two pages of a purge everything else goes first",
};

/** Files that may hold accented French, and why; all other sentences are in locales. */
export const speaksFrench: Readonly<Record<string, string>> = {
  "src/understanding/": "the words people write to us",
  "src/person/read-": "the words people answer with",
  "src/commands/": "printed for the operator, never sent to a person",
  "src/eligibility/": "titles of legal sources and names of communes",
  "src/observatory/thresholds": "titles of sources, said as they are",
  "src/repertoire/subject-sources": "names of public pages and of documents, said as they are",
  "src/repertoire/subject-allowed-digits": "phrases of the texts themselves",
  "src/repertoire/partner-numbers": "names of places",
};

/** Names that say nothing about what a file holds. */
export const emptyNames = [
  ...["utils", "util", "helpers", "helper", "common", "shared", "misc", "manager", "service"],
  ...["handler", "processor", "data", "info", "item", "tmp", "msg", "conv", "appt", "ctx"],
] as const;
