import type { Database } from "../store/database.ts";

/** Puts between a house and its database what tells, once, that so many statements were given. */
export function tellingDatabase(most: number, tell: () => void): (real: Database) => Database {
  let given = 0;
  const count = (more: number) => {
    const before = given;
    given += more;
    if (before < most && given >= most) tell();
  };
  return (real) => ({
    get(sql, values) {
      count(1);
      return real.get(sql, values);
    },
    all(sql, values) {
      count(1);
      return real.all(sql, values);
    },
    run(statement) {
      count(1);
      return real.run(statement);
    },
    batch(statements) {
      count(statements.length);
      return real.batch(statements);
    },
    close: () => real.close(),
  });
}
