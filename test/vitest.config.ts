import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: "forks",
  },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
});
