import { page } from '../../../platform/http/page.ts'
import { mayAdd } from '../../../platform/item/item.policy.ts'
import type { Fields } from '../../../platform/item/field.ts'
import { readItems } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Lead, Select, TextInput } from '../../../ui/index.ts'
import { itemPath, listCrumbs, toldRefusal } from '../../../modules/thread/index.ts'
import { type InWorkspace, workspaceRoles } from '../../../modules/workspaces/index.ts'
import { fetchMaterial } from '../fetch-material.ts'
import { addReport, draftReport, yearPeriod } from '../report.actions.ts'
import { nextRecipient, reportedPeriods } from '../report-text.store.ts'
import { reportWords } from '../report.words.ts'
import { yearlyReport } from '../yearly-report.ts'
import { reportPath } from './paths.ts'

/** How many years back one may report. */
const yearsBack = 5
const fields: Fields = { recipient: yearlyReport.fields.recipient }

/** A new report of a year: its draft is made at once, of what everybody in the workspace may see. */
export const newReportPage = (catalogue: Catalogue) =>
  page({
    path: '/arbeidsrom/:workspace/arsrapport/ny',
    access: workspaceRoles(`${yearlyReport.name}-writers`, yearlyReport.writers),
    load: async ({ db, now }, { workspace }: InWorkspace) => {
      const [taken, next] = await Promise.all([reportedPeriods(db, workspace.id), nextRecipient(db, workspace.id)])
      const years = Array.from({ length: yearsBack + 1 }, (_, i) => osloDate(now).year - i).filter((year) => !taken.includes(yearPeriod(year).from))
      return { years, next }
    },
    title: (_, { lang }) => reportWords[lang].newTitle,
    crumbs: (_, { lang }, { workspace }) => listCrumbs(workspace, yearlyReport, lang),
    actions: {
      add: async (work, { request, scope: { workspace }, loaded, raw }) => {
        const { lang } = request
        const w = reportWords[lang]
        if (!mayAdd(work.viewer, workspace, yearlyReport)) return { refused: 'forbidden' }
        const { values, errors } = parseFields(fields, raw, lang)
        const year = Number(firstText(raw, 'aar'))
        if (!loaded.years.includes(year)) errors.aar = firstText(raw, 'aar') ? w.taken : w.yearNeeded
        if (Object.keys(errors).length > 0) return { refused: { errors } }
        const added = await addReport(work, workspace, yearPeriod(year), typeof values.recipient === 'string' ? values.recipient : null)
        if ('refused' in added) return { refused: added.refused }
        const [item] = await readItems(work.tx, work.viewer, yearlyReport, { workspaceId: workspace.id, ids: [added.done] })
        if (!item) return { refused: 'missing' }
        const drafted = await draftReport(work, workspace, item, await fetchMaterial(catalogue, request, work.tx, workspace, item, yearPeriod(year)))
        return 'refused' in drafted ? { refused: toldRefusal(drafted.refused, lang) } : { done: { to: reportPath(workspace, item, 'tekst'), flash: { text: w.made } } }
      },
    },
    view: ({ years, next }, { lang, path }, { workspace }, returned) => {
      const w = reportWords[lang]
      const state = formState(returned, { recipient: next?.body ?? '' })
      return (
        <>
          <Heading level={1}>{w.newTitle}</Heading>
          <Lead>{w.newLead}</Lead>
          {next?.dueOn ? <p>{w.due(next.body, formatDate(next.dueOn, lang))}</p> : null}
          <ErrorSummary lang={lang} state={state} />
          <Form action={path} submissionKey={crypto.randomUUID()}>
            <Select lang={lang} state={state} name="aar" label={w.year} options={years.map((year) => ({ value: String(year), label: String(year) }))} />
            <TextInput lang={lang} state={state} name="recipient" label={w.recipient} hint={w.recipientHint} maxlength={200} optional />
            <FormActions>
              <Button variant="primary">{w.make}</Button>
              <ButtonLink href={itemPath(workspace, yearlyReport)} variant="quiet">{w.cancel}</ButtonLink>
            </FormActions>
          </Form>
        </>
      )
    },
  })
