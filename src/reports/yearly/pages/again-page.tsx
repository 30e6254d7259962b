import { type Access, page } from '../../../platform/http/page.ts'
import { versionField } from '../../../platform/http/form.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { Button, ButtonLink, Checkbox, emptyForm, Form, FormActions, Heading, Lead, State } from '../../../ui/index.ts'
import { Differences, differencesBetween, itemChangers, type ItemScope, toldRefusal, writingOf } from '../../../modules/thread/index.ts'
import { fetchMaterial, periodOf } from '../fetch-material.ts'
import { newsOf } from '../news.ts'
import { fetchAgain, fetchedFrom, type Period } from '../report.actions.ts'
import { editionsOf, fetchedOf, sectionsOf } from '../report-text.store.ts'
import { reportWords } from '../report.words.ts'
import { partKeys } from '../year-draft.ts'
import { yearlyReport } from '../yearly-report.ts'
import { reportPath, textCrumbs } from './paths.ts'

type Scope = ItemScope & { edition: number; period: Period }

/** Those who may change a report, while its text is being written. */
const fetchers: Access<Scope> = {
  name: 'yearly_report-fetchers',
  async check(request, params) {
    const scope = await itemChangers(yearlyReport).check(request, params)
    if ('denied' in scope) return scope
    const { current } = writingOf(await editionsOf(request.db, scope.item.id))
    const period = periodOf(scope.item)
    return current && period ? { ...scope, edition: current.number, period } : { denied: 'missing' }
  },
}

/** What the workspace says now, against what it said when the draft was made; what people have written stands whatever is chosen. */
export const againPage = (catalogue: Catalogue) =>
  page({
    path: '/arbeidsrom/:workspace/arsrapport/:number{[0-9]+}/hent-pa-nytt',
    access: fetchers,
    styles: ['written.page.css'],
    load: async (request, { workspace, item, edition, period }) => {
      const [sections, before, material] = await Promise.all([sectionsOf(request.db, item.id, edition), fetchedOf(request.db, item.id, edition), fetchMaterial(catalogue, request, request.db, workspace, item, period)])
      return newsOf(sections, before.sections, fetchedFrom(material, workspace.language)).filter((one) => one.is !== 'same')
    },
    title: (_, { lang }) => reportWords[lang].againTitle,
    crumbs: (_, { lang }, { workspace, item }) => textCrumbs(workspace, item, lang),
    actions: {
      fetch: async (work, { request, scope: { workspace, item, period }, raw }) => {
        const { lang } = request
        const done = await fetchAgain(work, workspace, item, Number(firstText(raw, versionField)), await fetchMaterial(catalogue, request, work.tx, workspace, item, period), new Set(partKeys.filter((key) => firstText(raw, `under-${key}`) !== '')))
        return 'refused' in done ? { refused: toldRefusal(done.refused, lang) } : { done: { to: reportPath(workspace, item, 'tekst'), flash: { text: reportWords[lang].didFetch } } }
      },
    },
    view: (news, { lang, path }, { workspace, item }) => {
      const w = reportWords[lang]
      const inLang = workspace.language === lang ? undefined : workspace.language
      return (
        <>
          <Heading level={1}>{w.againTitle}</Heading>
          <Lead>{w.againLead}</Lead>
          <Form action={path} submissionKey={crypto.randomUUID()} version={item.version}>
            {news.length === 0 ? <p>{w.againNone}</p> : news.map((one) => (
              <section class="written-section">
                <Heading level={2} lang={inLang}>{one.heading}</Heading>
                <p><State lang={lang} kind={one.is === 'written' ? 'holds' : 'watch'}>{one.is === 'written' ? w.written : w.untouched}</State> {one.is === 'written' ? w.writtenLead : w.untouchedLead}</p>
                <div class="differences" lang={inLang}><Differences lang={lang} stretches={differencesBetween(one.was, one.drafted)} /></div>
                {one.is === 'written' ? <Checkbox lang={lang} state={emptyForm} name={`under-${one.key}`} label={w.under} /> : null}
              </section>
            ))}
            <FormActions>
              <Button variant="primary">{w.fetch}</Button>
              <ButtonLink href={reportPath(workspace, item, 'tekst')} variant="quiet">{w.cancel}</ButtonLink>
            </FormActions>
          </Form>
        </>
      )
    },
  })
