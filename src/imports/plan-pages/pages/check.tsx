import { page } from '../../../platform/http/page.ts'
import { versionField } from '../../../platform/http/form.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { Alert, Button, ButtonLink, EmptyState, Form, FormActions, Heading, Lead } from '../../../ui/index.ts'
import { type InWorkspace, workspaceLeading, workspacePath } from '../../../modules/workspaces/index.ts'
import { outdated, isEmpty } from '../compare/proposal.ts'
import { confirmImport } from '../import.actions.ts'
import { findImport, keepChoices } from '../plan-import.store.ts'
import { weighImport } from '../weighed.ts'
import { Changes } from './changes.tsx'
import { Built, Documents, Names, NeedHelp, Remarks } from './check-parts.tsx'
import { readCheckForm } from './check-form.ts'
import { columnWords } from './columns.words.ts'
import { checkWords } from './check.words.ts'
import { PlanTree } from './plan-tree.tsx'
import { importCrumbs, ImportSteps, stepPath } from './steps.tsx'

/** Step three: what was understood and what was not, what it will become, and what is to be done about it. */
export const checkPage = page({
  path: '/arbeidsrom/:workspace/plan/importer/:id/sjekk',
  styles: ['plan-import.page.css'],
  access: workspaceLeading,
  load: async (request, { workspace }: InWorkspace, params) => {
    const one = await findImport(request.db, workspace.id, params.id ?? '')
    if (!one) return null
    const read = one.state === 'read' || one.state === 'saving' || one.state === 'done'
    return { one, weighed: read && one.state === 'read' ? await weighImport(request.db, request.viewer, workspace, one) : null }
  },
  title: (_, { lang }) => checkWords[lang].title,
  crumbs: (_, { lang }, { workspace }) => importCrumbs(workspace, lang, true),
  actions: {
    lagre: async (work, { request, scope: { workspace }, loaded: { one, weighed }, raw }) => {
      const w = checkWords[request.lang]
      if (!weighed) return { refused: 'stale' }
      const choices = readCheckForm(raw, weighed)
      if (outdated(choices, weighed.standing.all)) return { refused: { message: w.stale } }
      const saved = await confirmImport(work, request.platform, workspace, one, Number(firstText(raw, versionField)), choices)
      if ('refused' in saved) return { refused: saved.refused === 'stale' ? { message: w.stale } : saved.refused }
      return { done: { to: stepPath(workspace, one.id, 'done') } }
    },
    oppdater: async (work, { request, scope: { workspace }, loaded: { one, weighed }, raw }) => {
      if (!weighed || !(await keepChoices(work.tx, one.id, Number(firstText(raw, versionField)), readCheckForm(raw, weighed)))) return { refused: { message: checkWords[request.lang].stale } }
      return { done: { to: stepPath(workspace, one.id, 'check') } }
    },
  },
  view: ({ one, weighed }, { lang, path, pathname, query }, { workspace }) => {
    const w = checkWords[lang]
    const steps = <ImportSteps lang={lang} workspace={workspace} importId={one.id} current="check" closed={!weighed} />
    if (!weighed) {
      const saved = one.state === 'done' || one.state === 'saving'
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          {steps}
          <p>{saved ? w.saved : w.notRead}</p>
          <ButtonLink href={stepPath(workspace, one.id, saved ? 'done' : 'columns')}>{w.toColumns}</ButtonLink>
        </>
      )
    }
    const { plan, proposal, first, reading } = weighed
    const help = reading.plan.notUnderstood.length
    if (!first && isEmpty(proposal)) {
      return (
        <>
          <Heading level={1}>{w.titleSame}</Heading>
          {steps}
          <EmptyState picture="holds" title={w.alike} actions={<><ButtonLink href={workspacePath(workspace, 'plan')} variant="primary">{w.backToPlan}</ButtonLink><ButtonLink href={stepPath(workspace, null, 'file')} variant="quiet">{w.otherFile}</ButtonLink></>}>
            <p>{w.same(one.fileName)}</p>
          </EmptyState>
          {help > 0 ? <CheckForm {...{ path, one, lang, workspace }} first={first}><NeedHelp lang={lang} weighed={weighed} /></CheckForm> : null}
          <Remarks lang={lang} plan={plan} />
        </>
      )
    }
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        {steps}
        <Lead>{w.understood(plan.measures.length, help)} {first ? w.makes(plan.goals.length, plan.priorityAreas.length, plan.measures.length) : w.differs(proposal.changed.length, proposal.added.length, proposal.gone.length, proposal.same)}</Lead>
        {first && plan.measures.length === 0 ? <Alert colour="warning"><p>{columnWords[lang].noMeasures} <a href={stepPath(workspace, one.id, 'columns')}>{w.columns}</a></p></Alert> : null}
        {one.refusal ? <Alert colour="warning"><p>{w.stale}</p></Alert> : null}
        <CheckForm {...{ path, one, lang, workspace }} first={first}>
          <NeedHelp lang={lang} weighed={weighed} />
          {first ? null : <Changes lang={lang} weighed={weighed} />}
          {first && plan.measures.length > 0 ? (
            <section>
              <Heading level={2}>{w.treeTitle}</Heading>
              <p>{w.treeLead}</p>
              <PlanTree lang={lang} weighed={weighed} all={query.get('alle') === 'ja'} allHref={`${pathname}?alle=ja`} />
            </section>
          ) : null}
          <Names lang={lang} weighed={weighed} />
          {first ? <Built lang={lang} weighed={weighed} /> : null}
          <Documents lang={lang} weighed={weighed} />
          <Remarks lang={lang} plan={plan} />
        </CheckForm>
      </>
    )
  },
})

type FormArgs = { path: string; one: { id: string; version: number }; lang: keyof typeof checkWords; workspace: { slug: string }; first: boolean; children?: unknown }

const CheckForm = ({ path, one, lang, workspace, first, children }: FormArgs) => {
  const w = checkWords[lang]
  return (
    <Form action={path} submissionKey={crypto.randomUUID()} version={one.version}>
      {children as never}
      <FormActions>
        <Button variant="primary" name="handling" value="lagre">{first ? w.save : w.saveChanges}</Button>
        <Button name="handling" value="oppdater">{w.update}</Button>
        <ButtonLink href={stepPath(workspace, one.id, 'columns')} variant="quiet">{w.columns}</ButtonLink>
      </FormActions>
    </Form>
  )
}
