import { type AssetSource, lookSources } from "../look/assets.ts";

const script = "text/javascript; charset=utf-8";

/** The files of the web chat's page, for `loadAssets`: those of every page, then its own. */
export const webChatSources: readonly AssetSource[] = [
  ...lookSources,
  { name: "web-chat.css", type: "text/css; charset=utf-8", path: "src/channels/web-chat.css" },
  { name: "web-chat-leave.js", type: script, path: "src/channels/web-chat-leave.js" },
  { name: "web-chat-aloud.js", type: script, path: "src/channels/web-chat-aloud.js" },
  // before the one that imports them
  { name: "web-chat-arrivals.js", type: script, path: "src/channels/web-chat-arrivals.js" },
  { name: "web-chat-outbox.js", type: script, path: "src/channels/web-chat-outbox.js" },
  { name: "web-chat.js", type: script, path: "src/channels/web-chat-script.js" },
];
