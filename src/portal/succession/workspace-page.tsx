import { hasRole } from '../../platform/access/viewer.ts'
import { page } from '../../platform/http/page.ts'
import type { Page } from '../../platform/http/page.ts'
import { leading } from '../../platform/item/kind.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { firstText, type RawForm } from '../../platform/item/parse.ts'
import { formatDate, formatDateTime, formatList } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { type Choices, confirmSuccession, organisationsById, undoSuccession } from '../../modules/actors/index.ts'
import { type InWorkspace, roleWords, workspaceLeading, workspacePath } from '../../modules/workspaces/index.ts'
import { Alert, Button, CheckboxGroup, Details, EmptyState, ErrorSummary, Facts, Form, FormActions, type FormState, formState, Heading, Lead, Select, TaskList } from '../../ui/index.ts'
import { goingOn } from './open-kinds.ts'
import { type Here, readHere } from './read.ts'
import { successionWords } from './succession.words.ts'
import { sentenceOf } from './waiting.ts'

const path = (workspace: { slug: string }) => workspacePath(workspace, 'partnere/nye-organisasjoner')

const keyOf = (one: Here) => `${one.change.on} ${[...one.here][0] ?? ''}`

/** Reads who takes over what; only successors that are offered count. */
function readChoices(one: Here, raw: RawForm): Choices | { errors: Record<string, string> } {
  const offered = new Set(one.change.to.map((to) => to.id))
  const fit = (name: string) => (offered.has(firstText(raw, name)) ? firstText(raw, name) : null)
  if (!one.split) return { parties: [], default: null, items: {}, people: {} }
  const rest = fit('resten')
  if (!rest) return { errors: { resten: 'missing' } }
  const named = (prefix: string, ids: readonly string[]) => Object.fromEntries(ids.flatMap((id) => (fit(`${prefix}-${id}`) ? [[id, fit(`${prefix}-${id}`) ?? '']] : [])))
  return {
    default: rest, parties: [raw.med ?? []].flat().filter((id) => offered.has(id)),
    items: named('ting', one.held.owned.map((item) => item.itemId)), people: named('person', one.held.members.map((member) => member.id)),
  }
}

const Splitting = ({ one, lang, state }: { one: Here; lang: Lang; state: FormState }) => {
  const w = successionWords[lang]
  const options = one.change.to.map((to) => ({ value: to.id, label: to.name }))
  const items = [...new Map(one.held.owned.filter((item) => item.seen).map((item) => [item.itemId, item])).values()]
  const common = { lang, state, options, blank: w.likeRest, optional: true }
  return (
    <>
      <Heading level={3}>{w.split}</Heading>
      <p>{w.splitLead}</p>
      <ErrorSummary lang={lang} state={state} labels={{ resten: w.rest }} />
      <Select lang={lang} state={state} name="resten" label={w.rest} hint={w.restHint} options={options} />
      <CheckboxGroup lang={lang} state={state} name="med" label={w.parties} hint={w.partiesHint} options={options} />
      {items.length > 0 ? <Details summary={w.perItem} open={items.length <= 12}>{items.map((item) => <Select {...common} name={`ting-${item.itemId}`} label={item.title} />)}</Details> : null}
      {one.held.members.length > 0 ? <Details summary={w.perPerson}>{one.held.members.map((member) => <Select {...common} name={`person-${member.id}`} label={member.name} />)}</Details> : null}
    </>
  )
}

const Affected = ({ one, lang, catalogue, workspace }: { one: Here; lang: Lang; catalogue: Catalogue; workspace: { slug: string } }) => {
  const w = successionWords[lang]
  const { held } = one
  const items = [...new Map(held.owned.filter((item) => item.seen).map((item) => [item.itemId, item])).values()]
  const facts = [
    { term: w.counts.parties, value: held.parties.length }, { term: w.counts.owned, value: new Set(held.owned.map((item) => item.itemId)).size },
    { term: w.counts.lines, value: held.lines.length }, { term: w.counts.members, value: held.members.length },
  ]
  return (
    <>
      <Heading level={3}>{w.affected}</Heading>
      <Facts facts={facts} />
      {items.length > 0 ? <Details summary={w.showItems}><ul>{items.map((item) => <li><a href={workspacePath(workspace, `${catalogue.kinds.get(item.kind)?.segment ?? 'plan'}/${item.number}`)}>{item.title}</a></li>)}</ul></Details> : null}
      {held.members.length > 0 ? <Details summary={w.showPeople}><ul>{held.members.map((member) => <li>{member.name}, {roleWords[lang][member.role as 'leader'].name}</li>)}</ul></Details> : null}
    </>
  )
}

/** What becomes of partners that become others: what it concerns, who takes over, and one button. */
export const successionPage = (catalogue: Catalogue): Page =>
  page({
    path: '/arbeidsrom/:workspace/partnere/nye-organisasjoner',
    access: workspaceLeading,
    width: 'text',
    load: async ({ db }, { workspace }: InWorkspace) => {
      const found = await readHere(db, workspace.id)
      return { ...found, names: await organisationsById(db, found.steps.flatMap((step) => [...step.fromIds])) }
    },
    title: (_, request) => successionWords[request.lang].title,
    crumbs: (_, request, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: successionWords[request.lang].partners, href: workspacePath(workspace, 'partnere') }],
    actions: {
      confirm: async (work, { request, scope: { workspace }, loaded, raw }) => {
        const w = successionWords[request.lang]
        if (workspace.state !== 'active' || !hasRole(request.viewer, workspace.id, ...leading)) return { refused: 'forbidden' }
        const one = loaded.waiting.find((here) => keyOf(here) === firstText(raw, 'hvilken') && here.step === null)
        if (!one) return { refused: { message: w.gone } }
        const choices = readChoices(one, raw)
        if ('errors' in choices) return { refused: { errors: { resten: w.chooseRest } } }
        const done = await confirmSuccession(work, catalogue.kinds, goingOn, { workspaceId: workspace.id, on: one.change.on, fromId: [...one.here][0] ?? '', choices })
        if ('refused' in done) return { refused: { message: w.gone } }
        return { done: { to: path(workspace), flash: { text: done.done === 'done' ? w.done : w.planned(formatDate(one.change.on, request.lang)) } } }
      },
      undo: async (work, { request, scope: { workspace }, loaded, raw }) => {
        const w = successionWords[request.lang]
        if (workspace.state !== 'active') return { refused: 'forbidden' }
        const step = loaded.steps.find((one) => one.id === firstText(raw, 'steg'))
        if (!step) return { refused: 'missing' }
        const undone = await undoSuccession(work, catalogue.kinds, workspace.id, step.id)
        if ('refused' in undone) return undone.refused === 'missing' ? { refused: 'missing' } : { refused: { message: w.builtOn } }
        return { done: { to: path(workspace), flash: { text: step.state === 'done' ? w.undone : w.dropped } } }
      },
    },
    view: ({ waiting, steps, names }, { lang, now, pathname }, { workspace }, returned) => {
      const w = successionWords[lang]
      const done = steps.filter((step) => step.state === 'done')
      const asked = returned?.action === 'confirm' ? firstText(returned.raw, 'hvilken') : null
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <Lead>{w.lead}</Lead>
          {waiting.length === 0 && done.length === 0 ? <EmptyState title={w.none}><p>{w.noneText}</p></EmptyState> : null}
          {waiting.map((one, place) => {
            const day = formatDate(one.change.on, lang)
            const past = one.change.on <= osloDate(now).toString()
            const before = formatDate(Temporal.PlainDate.from(one.change.on).subtract({ days: 1 }).toString(), lang)
            const state = formState(asked === keyOf(one) ? returned : null)
            return (
              <section>
                <Heading level={2}>{sentenceOf(one, lang, now)}</Heading>
                {one.step ? <Alert><p>{w.willHappen(day)}</p></Alert> : null}
                <Affected one={one} lang={lang} catalogue={catalogue} workspace={workspace} />
                <Heading level={3}>{w.happens}</Heading>
                <ul>{w.rules(day, before).split('\n').map((rule) => <li>{rule}</li>)}</ul>
                {one.step ? (
                  <Form action={pathname} does="undo" hidden={{ steg: one.step.id }}><FormActions><Button>{w.drop}</Button></FormActions></Form>
                ) : (
                  <Form action={pathname} does="confirm" submissionKey={crypto.randomUUID()} hidden={{ hvilken: keyOf(one) }}>
                    {one.split ? <Splitting one={one} lang={lang} state={state} /> : null}
                    <FormActions><Button variant={place === waiting.findIndex((other) => other.step === null) ? 'primary' : 'secondary'}>{past ? w.confirmNow : w.confirmLater(day)}</Button></FormActions>
                  </Form>
                )}
              </section>
            )
          })}
          {done.length > 0 ? (
            <section>
              <Heading level={2}>{w.doneTitle}</Heading>
              <TaskList lang={lang} tasks={done.map((step) => ({
                title: `${formatList(step.fromIds.map((id) => names.get(id)?.name ?? '?'), lang)}, ${formatDate(step.on, lang)}`, hint: w.confirmedAt(formatDateTime(step.confirmedAt, lang)),
                action: (
                  <form method="post" action={pathname}>
                    <input type="hidden" name="handling" value="undo" />
                    <Button small variant="quiet" name="steg" value={step.id}>{w.undo}<span class="ds-sr-only">: {formatList(step.fromIds.map((id) => names.get(id)?.name ?? '?'), lang)}</span></Button>
                  </form>
                ),
              }))} />
            </section>
          ) : null}
        </>
      )
    },
  })
