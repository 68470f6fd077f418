import type { Child } from "hono/jsx";
import { dateIn, type LocalDate } from "../base/time.ts";
import { schemes } from "../eligibility/assess.ts";
import type { Bareme } from "../eligibility/bareme.ts";
import { type SchemeId, schemeIds } from "../eligibility/codes.ts";
import { localFiguresOf } from "../repertoire/local-figures-of.ts";
import { figuresOf, figureValues, type Part, partsOf } from "./rule-figures.ts";
import { ruleLines } from "./rule-lines.ts";
import { dayWords, type View } from "./words.ts";

interface Shown {
  readonly view: View;
}
interface OfScheme extends Shown {
  readonly scheme: SchemeId;
}

/** Every scheme, with how sure its figures are and when they were last read. */
export function RuleList({ view }: Shown) {
  const today = dateIn(view.structure.zone, view.now);
  return (
    <>
      <p class="soft">{words(view, "intro")}</p>
      <ul class="rules">
        {schemeIds.map((scheme) => (
          <li>
            <a href={`/desk/regles/${scheme}`}>{nameOf(view, scheme)}</a>{" "}
            <span class="soft">{trustIn(view, scheme, today)}</span>
          </li>
        ))}
      </ul>
      <LocalFigures view={view} />
    </>
  );
}

/** One scheme: its rule in the order it is read, and its figures with source, date and confidence. */
export function Rule({ view, scheme, children }: OfScheme & { readonly children?: Child }) {
  const today = dateIn(view.structure.zone, view.now);
  const values = figureValues(scheme, today);
  return (
    <>
      <p>
        <a href="/desk/regles">{words(view, "back")}</a>
      </p>
      <section aria-labelledby="regle">
        <h2 id="regle">{words(view, "lines")}</h2>
        <ol>
          {ruleLines(scheme).map((key) => (
            <li>{view.speak({ key: `regles:${key}`, values })}</li>
          ))}
        </ol>
      </section>
      {children}
      <Figures view={view} scheme={scheme} on={today} />
    </>
  );
}

function Figures({ view, scheme, on }: OfScheme & { readonly on: LocalDate }) {
  const rows = figuresOf(scheme, on).map(({ name, figure, parts }) => ({ name, figure, parts }));
  return (
    <section aria-labelledby="chiffres">
      <h2 id="chiffres">{words(view, "figures")}</h2>
      {rows.length === 0 ? <p class="soft">{words(view, "none")}</p> : null}
      {rows.length === 0 ? null : <FigureTable view={view} rows={rows} />}
    </section>
  );
}

function LocalFigures({ view }: Shown) {
  const lists = Object.entries(localFiguresOf(view.structure));
  const rows = lists.flatMap(([name, list = []]) =>
    list.map((figure) => ({ name, figure, parts: partsOf(name, figure.value) })),
  );
  return (
    <section aria-labelledby="chiffres-locaux">
      <h2 id="chiffres-locaux">{words(view, "local")}</h2>
      {rows.length === 0 ? <p class="soft">{words(view, "localNone")}</p> : null}
      {rows.length === 0 ? null : <FigureTable view={view} rows={rows} />}
    </section>
  );
}

interface Row {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly figure: Bareme<unknown>;
}

function FigureTable({ view, rows }: Shown & { readonly rows: readonly Row[] }) {
  const heads = ["figureName", "value", "since", "source", "checkedOn", "confidence"];
  return (
    <table class="figures">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{words(view, head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, parts, figure }) => (
          <tr>
            <th scope="row">{view.speak({ key: `regles:figure.${name}` })}</th>
            <td data-name={words(view, "value")}>
              {parts.map((part) => (
                <div>{partWords(view, part)}</div>
              ))}
            </td>
            <td data-name={words(view, "since")}>{dayWords(figure.from)}</td>
            <td data-name={words(view, "source")}>{figure.source}</td>
            <td data-name={words(view, "checkedOn")}>{dayWords(figure.checkedOn)}</td>
            <td data-name={words(view, "confidence")}>{words(view, figure.confidence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "zone 2 : 1 575", or the number alone. */
function partWords(view: View, { keys, value }: Part): string {
  const said = view.speak({ key: "regles:page.number", values: { value } });
  const names = keys.map((key) =>
    /^\d$/.test(key) ? key : view.speak({ key: `regles:part.${key}` }),
  );
  return names.length === 0 ? said : `${names.join(", ")} : ${said}`;
}

function trustIn(view: View, scheme: SchemeId, on: LocalDate): string {
  const shown = figuresOf(scheme, on);
  if (shown.length === 0) return words(view, "none");
  const toConfirm = shown.filter(({ figure }) => figure.confidence === "confirm").length;
  const [oldest = on] = shown.map(({ figure }) => figure.checkedOn).sort();
  const values = { count: shown.length, toConfirm, day: dayWords(oldest) };
  return view.speak({ key: "regles:page.trust", values });
}

/** The scheme as it is told in one line: its name, and what it is. */
export function nameOf(view: View, scheme: SchemeId): string {
  return view.speak({ key: `eligibility:scheme.${scheme}` });
}

function words(view: View, key: string): string {
  return view.speak({ key: `regles:page.${key}` });
}

/** The schemes that have a page: those of the rules. */
export function isScheme(name: string): name is SchemeId {
  return Object.hasOwn(schemes, name);
}
