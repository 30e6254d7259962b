import type { Outcome, Work } from '../../../platform/db/work.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import { osloDate, plainDate } from '../../../platform/time/oslo.ts'
import type { Workspace } from '../../../modules/workspaces/index.ts'
import { addReport, draftReport, finishReport, reportSections, writeReportSection, yearlyReport, yearMaterial, yearPeriod } from '../../../reports/yearly/index.ts'
import type { Calendar } from '../calendar.ts'
import type { Deed } from '../story.ts'

/** Written by the secretariat over the draft of last year's report. */
const written: Readonly<Record<string, string>> = {
  summary: `Partnerskapet kom i gang i år. Det viktigste er at kommunene, fylkeskommunen, høgskolen og næringslivet har fått én felles plan. Den er for vid, og det vet vi: Neste år skal vi gjøre færre ting, og gjøre dem ferdige.

Tallene står i tabellen under. De viser hva vi har gjort, ikke hva det har ført til. Det er for tidlig å si.

Vi ber fylkestinget ta rapporten til orientering. (Eksempel: Innholdet er oppdiktet.)`,
  asks: 'Vi ber fylkestinget ta rapporten til orientering, og gi partnerskapet et tydelig mandat for neste periode.',
  next: 'Neste år samler vi innsatsen om færre tiltak. Vi avklarer forventningene med partnerne, og skriver en ny avtale.',
}

/** Last year's report was finished in March, or some days ago where March has not been; this year's is being written. */
export function yearlyReportDeeds({ workspace, calendar }: { workspace: Workspace; calendar: Calendar }): Deed[] {
  const [last, now] = [yearPeriod(calendar.year(-1)), yearPeriod(calendar.year(0))]
  const sinceMarch = plainDate(`${calendar.year(0)}-03-10`).until(calendar.today, { largestUnit: 'days' }).days
  const finished = Math.max(6, sinceMarch)
  const find = async (work: Work, period: typeof last): Promise<Item> =>
    (await readItems(work.tx, work.viewer, yearlyReport, { workspaceId: workspace.id })).find((one) => one.fields.from_on === period.from) ?? fail(period.from)
  const begin = (day: number, period: typeof last, loose: { title: string; count: number }[]): Deed => ({
    day, order: 5, by: 'sekretariat',
    async does(work) {
      done(await addReport(work, workspace, period, 'Fylkestinget'))
      const material = await yearMaterial(work.tx, work.viewer, workspace, period, osloDate(work.now).toString(), { recipient: 'Fylkestinget', loose, evaluation: [] })
      done(await draftReport(work, workspace, await find(work, period), material))
    },
  })
  return [
    begin(finished + 14, last, [{ title: 'Tiltak uten eier', count: 6 }, { title: 'Mål som ikke bygger på kunnskap', count: 2 }]),
    {
      day: finished, order: 5, by: 'sekretariat',
      async does(work) {
        const item = await find(work, last)
        for (const section of await reportSections(work.tx, item.id, 1)) {
          const body = written[section.key] ?? section.body.replace(/\[Skriv[^\]]*\]/g, '').trim()
          if (body !== section.body) done(await writeReportSection(work, workspace, item, section, section.revision, { heading: section.heading, body: body || 'Ingenting er ført.' }))
        }
        done(await finishReport(work, workspace, item, (await find(work, last)).version))
      },
    },
    begin(2, now, [{ title: 'Tiltak uten eier', count: 4 }, { title: 'Vedtak som ikke er fulgt opp', count: 2 }]),
  ]
}

const done = <T>(outcome: Outcome<T, string>): T => ('done' in outcome ? outcome.done : fail(outcome.refused))
const fail = (what: string): never => {
  throw new Error(`The demo does not hang together: ${what}`)
}
