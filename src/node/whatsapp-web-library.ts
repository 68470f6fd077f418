import type { Client } from "whatsapp-web.js";

/** What a browser is opened with. */
export interface BrowserWish {
  readonly structure: string;
  /** Where sessions are kept, each structure's in a folder of its own. */
  readonly folder: string;
  readonly chrome: string;
  /** A page to show in place of WhatsApp's: a file `<version>.html` in a folder. */
  readonly page?: { readonly version: string; readonly path: string };
  /** False once nobody wants the browser any more, perhaps while it is starting. */
  isWanted(): boolean;
  /** Told of what breaks inside the library where it leaves nobody to catch it. */
  broke(error: unknown): void;
}

/** Opens the library's client, not yet started. */
export type OpenClient = (wish: BrowserWish) => Promise<Client>;

/** The folder of a structure's session. */
export function profileOf({
  folder,
  structure,
}: Pick<BrowserWish, "folder" | "structure">): string {
  return `${folder}/session-${structure}`;
}

/** Waiting for a page that loads and is not WhatsApp, in milliseconds. */
const pagePatience = 60_000;

/**
 * The library's own client on a real browser. It is loaded here and now: an installation without
 * WhatsApp Web never pays for it.
 */
export const openClient: OpenClient = async (wish) => {
  const { default: library } = await import("whatsapp-web.js");
  const session = new library.LocalAuth({ clientId: wish.structure, dataPath: wish.folder });
  // the library would delete the profile under the browser that has it open: it is done afterwards
  session.logout = async () => undefined;
  const client = new library.Client({
    authStrategy: session,
    authTimeoutMs: pagePatience,
    ...(wish.page
      ? {
          webVersion: wish.page.version,
          webVersionCache: { type: "local", path: wish.page.path, strict: true },
        }
      : {}),
    puppeteer: {
      headless: true,
      executablePath: wish.chrome,
      // with a pipe the browser ends when we do, killed or not; with a socket it would stay behind
      pipe: true,
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      args: ["--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    },
  });
  session.afterBrowserInitialized = async () => {
    // once the driver has let go of them, a pipe that a killed browser tears would end our process
    for (const pipe of client.pupBrowser?.process()?.stdio ?? [])
      pipe?.on("error", () => undefined);
    // a browser that nobody wants any more is not driven further
    if (!wish.isWanted()) throw new Error("not wanted any more");
  };
  guard(client, wish);
  return client;
};

/** Methods the library calls by itself without waiting for them: what they throw would end our process. */
interface Unwatched {
  inject(): Promise<void>;
  destroy(): Promise<void>;
  initWebVersionCache(): Promise<void>;
}

function guard(client: Client, wish: BrowserWish): void {
  const inner = client as unknown as Unwatched; // the library's types leave these methods out
  const inject = inner.inject.bind(client);
  const destroy = inner.destroy.bind(client);
  let isFirst = true;
  inner.inject = async () => {
    // the first belongs to the start, which hears of its failure; later ones follow a page that reloads
    const isStart = isFirst;
    isFirst = false;
    try {
      await inject();
    } catch (error) {
      if (isStart) throw error;
      wish.broke(error);
    }
  };
  inner.destroy = () => destroy().catch((error: unknown) => wish.broke(error));
  // it listens to every answer of the page, reads some too late, and keeps copies that nobody needs
  if (!wish.page) inner.initWebVersionCache = async () => undefined;
}
