import type { AssetSource } from "../look/assets.ts";

/** The files of the desk's pages, to be loaded beside `lookSources`. */
export const deskSources: readonly AssetSource[] = [
  { name: "desk.css", type: "text/css; charset=utf-8", path: "src/desk/desk.css" },
  { name: "agenda.css", type: "text/css; charset=utf-8", path: "src/desk/agenda.css" },
  { name: "bilan.css", type: "text/css; charset=utf-8", path: "src/bilan/bilan.css" },
  { name: "desk.js", type: "text/javascript; charset=utf-8", path: "src/desk/desk.js" },
  {
    name: "htmx.js",
    type: "text/javascript; charset=utf-8",
    path: "node_modules/htmx.org/dist/htmx.min.js",
  },
  {
    name: "htmx-sse.js",
    type: "text/javascript; charset=utf-8",
    path: "node_modules/htmx-ext-sse/dist/sse.min.js",
  },
];
