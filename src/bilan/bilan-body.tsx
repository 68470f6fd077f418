import type { BilanWords, Printed, PrintedGrid, PrintedSection, PrintedTable } from "./printed.ts";
import { RowBar } from "./row-bar.tsx";

interface Shown {
  readonly printed: Printed;
  readonly words: BilanWords;
  /** Where the records behind a row are shown; null where they are not. */
  readonly linkTo?: ((table: string, code: string | null) => string | null) | undefined;
  /** Where the records behind a figure are shown; null where they are not. */
  readonly figureTo?: ((figure: string) => string | null) | undefined;
  /** Where what is missing of a field is filled in; absent where it is not. */
  readonly missingTo?: ((field: string) => string) | undefined;
  /** Where a table is saved alone; absent where it is not. */
  readonly csvOf?: ((table: string) => string) | undefined;
}

/** The whole bilan, as the desk shows it and as it is printed. */
export function BilanBody(shown: Shown) {
  const { printed, words, linkTo, figureTo, csvOf } = shown;
  const { say } = words;
  const { broken, missing, method, changes } = printed;
  return (
    <article class="bilan">
      <header>
        <h1>{printed.title}</h1>
        <p class="bilan-service">{printed.service}</p>
        {printed.lines.map((line) => (
          <p>{line}</p>
        ))}
      </header>
      {broken.length > 0 ? (
        <section class="notice notice-danger">
          <h2>{say("brokenTitle")}</h2>
          <p>{say("brokenHow")}</p>
          <Lines lines={broken} />
        </section>
      ) : null}
      <section>
        <h2>{say("missingTitle")}</h2>
        {missing.length > 0 ? <Missing {...shown} /> : <p>{say("missingNone")}</p>}
      </section>
      <GridTable grid={printed.frequentation} words={words} />
      <GridTable grid={printed.funders ?? null} words={words} />
      {printed.sections.map((section) => (
        <SectionPart {...{ section, words, linkTo, figureTo, csvOf }} />
      ))}
      <section>
        <h2>{say("section_A28")}</h2>
        {changes.length > 0 ? <Lines lines={changes} /> : <p>{say("changesNone")}</p>}
        {printed.analysis.length > 0 ? (
          printed.analysis.map((line) => <p>{line}</p>)
        ) : (
          <p class="soft">{say("toWrite")}</p>
        )}
      </section>
      <section>
        <h2>{say("methodTitle")}</h2>
        <Lines lines={method} />
      </section>
    </article>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

/** What is not known, of how many: each line leads to those of whom it is not, one tap each. */
function Missing({ printed: { missing, missingFields }, missingTo }: Shown) {
  return (
    <ul>
      {missing.map((line, place) => {
        const field = missingFields?.[place];
        return <li>{missingTo && field ? <a href={missingTo(field)}>{line}</a> : line}</li>;
      })}
    </ul>
  );
}

interface GridShown extends Pick<Shown, "words"> {
  readonly grid: PrintedGrid | null;
}

function GridTable({ grid, words }: GridShown) {
  if (!grid) return null;
  const [first, ...columns] = grid.head;
  const shown = (value: string | number | null) =>
    typeof value === "number" ? words.number(value) : (value ?? words.say("none"));
  return (
    <section>
      <h2>{grid.title}</h2>
      <section class="bilan-wide" tabindex={0} aria-label={grid.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(([period, ...values]) => (
              <tr>
                <th scope="row">{period}</th>
                {values.map((value) => (
                  <td>{shown(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface SectionShown extends Pick<Shown, "words" | "linkTo" | "figureTo" | "csvOf"> {
  readonly section: PrintedSection;
}

function SectionPart({ section, words, linkTo, figureTo, csvOf }: SectionShown) {
  const { say } = words;
  return (
    <section>
      <h2>{section.title}</h2>
      {section.figures.length > 0 ? (
        <dl class="bilan-figures">
          {section.figures.map(({ id, label, value, before }) => (
            <div>
              <dt>{label}</dt>
              <dd>
                <FigureValue value={value} label={label} address={figureTo?.(id) ?? null} />
                {before === null ? null : (
                  <span class="soft">
                    {" "}
                    {say("columnBefore")} : {before}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {section.tables.map((table) => (
        <CountTable {...{ table, words, linkTo, csvOf }} part={section.title} />
      ))}
    </section>
  );
}

interface ValueShown {
  readonly value: string;
  readonly label: string;
  readonly address: string | null;
}

/** A number, which opens the records it rests on where there are some. */
function FigureValue({ value, label, address }: ValueShown) {
  const isSome = /[1-9]/.test(value);
  if (address === null || !isSome) return <strong>{value}</strong>;
  return (
    <a href={address} aria-label={`${label} : ${value}`}>
      <strong>{value}</strong>
    </a>
  );
}

interface TableShown extends Pick<Shown, "words" | "linkTo" | "csvOf"> {
  readonly table: PrintedTable;
  /** The part of the bilan it stands in: a zoom has the same tables as the whole. */
  readonly part: string;
}

/** A table whose rows carry their bar; rows that nobody is in, now or before, are left out. */
function CountTable({ table, words, linkTo, csvOf, part }: TableShown) {
  const { say, number } = words;
  const hasBefore = table.rows.some(({ before }) => before !== null);
  const rows = table.rows.filter(
    ({ code, count, before }) => code === null || count !== 0 || (before ?? 0) > 0,
  );
  const largest = Math.max(1, ...rows.map(({ count }) => count ?? 0));
  return (
    <section class="bilan-wide" tabindex={0} aria-label={`${part} : ${table.title}`}>
      <table>
        <caption>
          {table.title} <span class="soft">({table.unit})</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say("columnWhat")}</th>
            <th scope="col">{say("columnNumber")}</th>
            <th scope="col">{say("columnShare")}</th>
            {hasBefore ? <th scope="col">{say("columnBefore")}</th> : null}
            <td class="bilan-bar" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, label, count, share, before }) => {
            const address = linkTo?.(table.id, code) ?? null;
            return (
              <tr>
                <th scope="row">{address && count ? <a href={address}>{label}</a> : label}</th>
                <td>{count === null ? say("hidden") : number(count)}</td>
                <td>
                  {share === null ? say("none") : say("percent", { value: number(share * 100, 1) })}
                </td>
                {hasBefore ? <td>{before === null ? say("none") : number(before)}</td> : null}
                <td class="bilan-bar">
                  <RowBar part={(count ?? 0) / largest} isUnknown={code === null} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say("total")}</th>
            <td>{number(table.total)}</td>
            <td />
            {hasBefore ? <td /> : null}
            <td class="bilan-bar" />
          </tr>
        </tfoot>
      </table>
      {csvOf ? (
        <p class="screen-only">
          <a href={csvOf(table.id)} aria-label={`${say("downloadCsv")} : ${part}, ${table.title}`}>
            {say("downloadCsv")}
          </a>
        </p>
      ) : null}
    </section>
  );
}
