import { itemPart } from '../../platform/item/manifest.ts'
import { formatDate } from '../../platform/text/format.ts'
import { ButtonLink, Downloads, Heading, Prose } from '../../ui/index.ts'
import { Figures } from './figures-view.tsx'
import { reportPath } from './pages/paths.ts'
import { reportFile } from './pages/text-page.tsx'
import { readReport, type ReadReport } from './read-report.ts'
import { reportWords } from './report.words.ts'
import { yearlyReport } from './yearly-report.ts'
import { mayWrite } from './yearly-report.policy.ts'

/** At the top of a report's page: the year at a glance, half a page, and the way to the rest. */
export const reportPart = itemPart<ReadReport & { write: boolean }>({
  kind: yearlyReport.name,
  first: true,
  acts: true,
  load: async ({ db, viewer }, workspace, item) => ({ ...(await readReport(db, viewer, workspace.id, item.id, null)), write: mayWrite(viewer, workspace, item) }),
  view: ({ shown, current, sections, fetched, write }, { request: { lang }, workspace, item }) => {
    const w = reportWords[lang]
    const here = reportPath(workspace, item, 'tekst')
    const [first] = sections
    if (!shown || !first) return <section><p>{write ? w.noneLead : w.noneForOthers}</p>{write ? <p><ButtonLink href={here} variant="primary">{w.begin}</ButtonLink></p> : null}</section>
    const inLang = workspace.language === lang ? undefined : workspace.language
    return (
      <section aria-labelledby="kort-fortalt">
        <Heading level={2} id="kort-fortalt" lang={inLang}>{first.heading}</Heading>
        {shown.agreedOn ? <p class="hint">{w.finished(formatDate(shown.agreedOn, lang))}</p> : null}
        <Prose text={first.body} {...(inLang && { lang: inLang })} />
        <div lang={inLang}><Figures lang={workspace.language} figures={fetched.sections.get(first.key)?.figures ?? []} /></div>
        <div class="actions no-print"><ButtonLink href={here} variant="primary">{current && write ? w.write : w.read}</ButtonLink></div>
        <Downloads lang={lang} path={reportFile(workspace, item)} query={new URLSearchParams({ utgave: String(shown.number) })} formats={['pdf', 'docx']} />
      </section>
    )
  },
})
