import { defineConfig } from "vitest/config";

// where no zone is asked for, the one in which most days have begun already: hours on the wall never rest on
// the machine's own zone
process.env["TZ"] ??= "Pacific/Kiritimati";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: "forks",
    // a file reads the house's texts, flows and model once for all that its process runs; nothing is mocked, so
    // that no test can change what another imports
    isolate: false,
    // every core works: left to itself, one of two would rest
    maxWorkers: "100%",
    // `npm run coverage`: what no test walks through, file by file, the least covered first
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "src/**/*.tsx", "flows/**/*.ts"],
      exclude: ["src/**/generated*/**", "src/worker/**", "src/main-worker.ts"],
      reportsDirectory: "coverage",
      reporter: ["json-summary"],
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
});
