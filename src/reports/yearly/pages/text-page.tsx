import type { Outcome } from '../../../platform/db/work.ts'
import { page } from '../../../platform/http/page.ts'
import { versionField } from '../../../platform/http/form.ts'
import type { Fields } from '../../../platform/item/field.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Alert, Button, ButtonLink, Downloads, EmptyState, ErrorSummary, Form, FormActions, formState, Heading, Prose, State, TextInput } from '../../../ui/index.ts'
import { gapsIn, itemReaders, type TextRefusal, toldRefusal } from '../../../modules/thread/index.ts'
import { workspacePath } from '../../../modules/workspaces/index.ts'
import { fetchMaterial, periodOf } from '../fetch-material.ts'
import { Figures } from '../figures-view.tsx'
import { readReport } from '../read-report.ts'
import { draftReport, finishReport, openReport } from '../report.actions.ts'
import { reportWords } from '../report.words.ts'
import { yearlyReport } from '../yearly-report.ts'
import { mayWrite } from '../yearly-report.policy.ts'
import { reportCrumbs, reportPath } from './paths.ts'

const { nb, nn, en } = reportWords
const reasonFields: Fields = { reason: { type: 'text', max: 500, required: true, label: { nb: nb.reason, nn: nn.reason, en: en.reason } } }

const answered = (outcome: Outcome<true, TextRefusal>, lang: Lang, to: string, text: string) => ('refused' in outcome ? { refused: toldRefusal(outcome.refused, lang) } : { done: { to, flash: { text } } })

/** Where a report is had to take with one, without its ending. */
export const reportFile = (workspace: { slug: string }, item: { number: number }): string => workspacePath(workspace, `last-ned/arsrapport-${item.number}`)

/** The whole report: what is being written, or what was finished, with its figures under each section. */
export const reportTextPage = (catalogue: Catalogue) =>
  page({
    path: '/arbeidsrom/:workspace/arsrapport/:number{[0-9]+}/tekst',
    access: itemReaders(yearlyReport),
    styles: ['written.page.css'],
    load: async ({ db, viewer, query }, { workspace, item }) => ({ ...(await readReport(db, viewer, workspace.id, item.id, query.get('utgave'))), write: mayWrite(viewer, workspace, item) }),
    title: (_, __, { item }) => item.title,
    crumbs: (_, { lang }, { workspace, item }) => reportCrumbs(workspace, item, lang),
    actions: {
      draft: async (work, { request, scope: { workspace, item } }) => {
        if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
        const period = periodOf(item)
        if (!period) return { refused: { message: reportWords[request.lang].noneLead } }
        return answered(await draftReport(work, workspace, item, await fetchMaterial(catalogue, request, work.tx, workspace, item, period)), request.lang, reportPath(workspace, item, 'tekst'), reportWords[request.lang].made)
      },
      finish: async (work, { request: { lang }, scope: { workspace, item }, raw }) =>
        answered(await finishReport(work, workspace, item, Number(firstText(raw, versionField))), lang, reportPath(workspace, item), reportWords[lang].didFinish),
      open: async (work, { request: { lang }, scope: { workspace, item }, raw }) => {
        const { values, errors } = parseFields(reasonFields, raw, lang)
        if (Object.keys(errors).length > 0) return { refused: { errors: { reason: firstText(raw, 'reason') ? (errors.reason ?? '') : reportWords[lang].reasonNeeded } } }
        return answered(await openReport(work, workspace, item, String(values.reason)), lang, reportPath(workspace, item, 'tekst'), reportWords[lang].opened)
      },
    },
    view: ({ editions, shown, current, writing, sections, fetched, write }, { lang }, { workspace, item }, returned) => {
      const w = reportWords[lang]
      const here = reportPath(workspace, item, 'tekst')
      const state = formState(returned)
      if (!shown) {
        return (
          <>
            <Heading level={1}>{item.title}</Heading>
            <EmptyState picture="start" title={w.none} actions={write ? <Form action={here} does="draft" submissionKey={crypto.randomUUID()}><Button variant="primary">{w.begin}</Button></Form> : undefined}>
              <p>{write ? w.noneLead : w.noneForOthers}</p>
            </EmptyState>
          </>
        )
      }
      const gaps = current ? gapsIn(sections) : 0
      const inLang = workspace.language === lang ? undefined : workspace.language
      return (
        <>
          <Heading level={1} lang={inLang}>{item.title}</Heading>
          <p class="lead"><State lang={lang} kind={shown.agreedOn ? 'holds' : 'in_progress'}>{shown.agreedOn ? w.finished(formatDate(shown.agreedOn, lang)) : w.writing}</State></p>
          <ErrorSummary lang={lang} state={state} />
          {current ? (
            <Alert title={w.draftTitle}>
              <p>{writing.agreed ? w.newEdition(shown.number, shown.reason ?? '') : w.draftLead}{gaps > 0 ? ` ${w.gaps(gaps)}` : ''}{fetched.on ? ` ${w.fetched(formatDate(fetched.on, lang))}` : ''}</p>
              {write ? <p class="no-print"><a href={reportPath(workspace, item, 'hent-pa-nytt')}>{w.again}</a></p> : null}
            </Alert>
          ) : shown.reason ? <p>{w.because(shown.reason)}</p> : null}
          {editions.length > 1 ? <p class="no-print">{w.earlier} {editions.filter((one) => one.number !== shown.number).map((one) => <><a href={`${here}?utgave=${one.number}`}>{w.edition(one.number)}</a> </>)}</p> : null}
          <Downloads lang={lang} path={reportFile(workspace, item)} query={new URLSearchParams({ utgave: String(shown.number) })} formats={['pdf', 'docx']} />
          {sections.map((section) => (
            <section class="written-section" id={`avsnitt-${section.id}`}>
              <header>
                <Heading level={2} lang={inLang}>{section.heading}</Heading>
                {current && write ? <a class="no-print" href={`${here}/${section.id}/endre`}>{w.change}<span class="ds-sr-only"> «{section.heading}»</span></a> : null}
              </header>
              <Prose text={section.body} {...(inLang && { lang: inLang })} />
              <div lang={inLang}><Figures lang={workspace.language} figures={fetched.sections.get(section.key)?.figures ?? []} /></div>
            </section>
          ))}
          {current && write ? <p class="no-print"><ButtonLink href={`${here}/ny`}>{w.add}</ButtonLink></p> : null}
          {current && write ? (
            <section class="no-print">
              <Heading level={2}>{w.finishTitle}</Heading>
              <p>{w.finishLead}{gaps > 0 ? ` ${w.gaps(gaps)}` : ''}</p>
              <Form action={here} does="finish" submissionKey={crypto.randomUUID()} version={item.version}>
                <FormActions><Button variant="primary">{w.finish}</Button></FormActions>
              </Form>
            </section>
          ) : null}
          {write && !writing.current && writing.agreed?.number === shown.number ? (
            <section class="no-print">
              <Heading level={2}>{w.openTitle}</Heading>
              <p>{w.openLead}</p>
              <Form action={here} does="open" submissionKey={crypto.randomUUID()}>
                <TextInput lang={lang} state={state} name="reason" label={w.reason} hint={w.reasonHint} maxlength={500} />
                <FormActions><Button>{w.open}</Button></FormActions>
              </Form>
            </section>
          ) : null}
        </>
      )
    },
  })
