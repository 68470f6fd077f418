import type { Open } from "./conversation-head.tsx";

/** That a sheet of the bilan logement exists; what it says, once the person gave it to the team to read. */
export function BilanSheet({ view, file }: Open) {
  const { say, speak, moment } = view;
  const { bilanSheet: sheet } = file;
  if (!sheet) return null;
  const values = { day: moment(sheet.createdAt, "day"), figures: sheet.figuresOn };
  return (
    <section class="part">
      <h3>{say("bilanSheet")}</h3>
      {sheet.sharedAt === null ? (
        <p class="soft">{say("bilanSheetPrivate", values)}</p>
      ) : (
        <>
          <p class="soft">{say("bilanSheetShared", values)}</p>
          <ul class="papers">
            {Object.entries(sheet.content.outcomes).map(([scheme, word]) => (
              <li>
                {speak({ key: `eligibility:scheme.${scheme}` })}{" "}
                <span class="badge">
                  {speak({ key: `eligibility:outcome.${word.split(" ")[0]}` })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="/desk/bilans">{say("bilanCounts")}</a>
      </p>
    </section>
  );
}
