import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: "forks",
    // every core works: left to itself, one of two would rest
    maxWorkers: "100%",
  },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
});
