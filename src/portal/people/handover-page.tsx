import { isHeldOn } from '../../platform/access/holds.ts'
import type { Work } from '../../platform/db/work.ts'
import { page, type Request } from '../../platform/http/page.ts'
import { changeItem } from '../../platform/item/item.actions.ts'
import { readItems } from '../../platform/item/item.store.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { ensureAffiliation, settleHandover } from '../../modules/actors/index.ts'
import { followUp } from '../../modules/arenas/index.ts'
import { measure } from '../../modules/plans/index.ts'
import { itemPath } from '../../modules/thread/index.ts'
import { addMember, type InWorkspace, membersOf, type Workspace, workspaceMembers, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, Form, FormActions, formState, Heading, Lead, type Option, Select } from '../../ui/index.ts'
import { hasRole } from '../../platform/access/viewer.ts'
import { leading } from '../../platform/item/kind.ts'
import { handoverTitle } from './handover-list.tsx'
import { type Handover, handoversFor } from './handovers.store.ts'
import { leavingWords } from './leaving.words.ts'
import { rounds } from './rounds.ts'
import { actingIn } from './acting.store.ts'

type Loaded = { handovers: readonly Handover[]; members: readonly Option[]; acting: readonly { personId: string; organisationId: string }[] }

const load = async ({ db, viewer, now }: Request, { workspace }: InWorkspace): Promise<Loaded> => {
  const today = osloDate(now).toString()
  const [handovers, members, acting] = await Promise.all([handoversFor(db, viewer, today, workspace.id), membersOf(db, workspace.id), actingIn(db, workspace.id, today)])
  const here = members.filter((one) => isHeldOn(one, today))
  return { handovers, acting, members: [...new Map(here.map((one) => [one.id, one.name]))].map(([value, label]) => ({ value, label })) }
}

/** What is an item that somebody answers for, by its kind. */
const kindOf = ({ what }: Handover) => (what === 'measure' ? measure : what === 'follow_up' ? followUp : null)

/** Who may take over: a measure or a task anybody in the workspace, a role those of the organisation and whom the leaver thought of. */
function candidates(one: Handover, { members, acting }: Loaded): Option[] {
  if (one.what === 'question') return []
  const others = members.filter((member) => member.value !== one.personId)
  if (kindOf(one)) return one.title === null ? [] : others
  const own = others.filter((member) => acting.some((a) => a.personId === member.value && a.organisationId === one.organisationId))
  return one.proposedId && one.proposed && !own.some((member) => member.value === one.proposedId) ? [...own, { value: one.proposedId, label: one.proposed }] : own
}

/** Gives what was left to somebody; says why not when it could not be. */
async function give(work: Work, workspace: Workspace, one: Handover, personId: string): Promise<'forbidden' | 'stale' | null> {
  const kind = kindOf(one)
  if (kind) {
    const [item] = await readItems(work.tx, work.viewer, kind, { workspaceId: workspace.id, ids: [one.subjectId] })
    if (!item) return 'stale'
    const changed = await changeItem(work, workspace, kind, item, item.version, { fields: { responsible_id: personId } })
    return 'refused' in changed ? changed.refused : null
  }
  if (!hasRole(work.viewer, workspace.id, ...leading)) return 'forbidden'
  const today = osloDate(work.now).toString()
  const held = (await membersOf(work.tx, workspace.id)).some((m) => m.id === personId && m.role === one.title && (m.valid_to === null || m.valid_to >= today))
  if (!held) {
    await addMember(work.tx, { workspaceId: workspace.id, personId, role: one.title ?? '', organisationId: one.organisationId, from: today })
    work.record({ workspaceId: workspace.id, what: 'member.added', body: { person: personId, role: one.title, organisation: one.organisationId } })
  }
  await ensureAffiliation(work.tx, personId, one.organisationId, today)
  return null
}

/** What somebody must take over in a workspace after a person has left their organisation: choose who, or say that it is not needed. */
export const handoverPage = page({
  path: '/arbeidsrom/:workspace/overlevering',
  access: workspaceMembers,
  load,
  title: (_, { lang }) => leavingWords[lang].list,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  actions: {
    give: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = leavingWords[request.lang]
      const one = loaded.handovers.find((handover) => handover.id === firstText(raw, 'hvilken'))
      if (!one) return { refused: { message: w.already } }
      const chosen = candidates(one, loaded).find((option) => option.value === firstText(raw, `til-${one.id}`))
      if (!chosen) return { refused: { errors: { [`til-${one.id}`]: w.choose } } }
      const why = await give(work, workspace, one, chosen.value)
      if (why) return { refused: why }
      if (!(await settleHandover(work.tx, one.id, { outcome: 'given', givenTo: chosen.value, by: request.viewer.person?.id ?? '', at: request.now }))) return { refused: { message: w.already } }
      work.record({ workspaceId: workspace.id, what: 'handover.given', body: { handover: one.id, what: one.what, to: chosen.value } })
      return { done: { to: workspacePath(workspace, 'overlevering'), flash: { text: w.given } } }
    },
    settle: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = leavingWords[request.lang]
      const one = loaded.handovers.find((handover) => handover.id === firstText(raw, 'hvilken'))
      if (!one || !(await settleHandover(work.tx, one.id, { outcome: 'not_needed', givenTo: null, by: request.viewer.person?.id ?? '', at: request.now }))) return { refused: { message: w.already } }
      work.record({ workspaceId: workspace.id, what: 'handover.settled', body: { handover: one.id, what: one.what } })
      return { done: { to: workspacePath(workspace, 'overlevering'), flash: { text: w.settled } } }
    },
  },
  view: (loaded, { lang, path }, { workspace }, returned) => {
    const w = leavingWords[lang]
    return (
      <>
        <Heading level={1}>{w.list}</Heading>
        {loaded.handovers.length === 0 ? <p>{w.none}</p> : <Lead>{w.listLead}</Lead>}
        {loaded.handovers.map((one) => <OneHandover lang={lang} path={path} workspace={workspace} one={one} options={candidates(one, loaded)} state={formState(returned)} />)}
      </>
    )
  },
})

/** Where somebody else in the organisation is asked instead. */
const askedAt = ({ round, number }: Handover, workspace: Workspace): string => workspacePath(workspace, rounds.find((one) => one.name === round)?.path(number ?? 0) ?? '')

const OneHandover = ({ lang, path, workspace, one, options, state }: { lang: Lang; path: string; workspace: Workspace; one: Handover; options: readonly Option[]; state: ReturnType<typeof formState> }) => {
  const w = leavingWords[lang]
  const title = handoverTitle(one, lang)
  const kind = kindOf(one)
  return (
    <section id={one.id}>
      <Heading level={2}>{kind && one.number !== null ? <a href={itemPath(workspace, kind, { number: one.number })}>{title}</a> : title}</Heading>
      <p class="hint">{w.who(one.person, one.organisation, formatDate(one.lastDay, lang))}{one.proposed ? ` · ${w.proposed(one.proposed)}` : ''}</p>
      {one.what === 'question' ? <p><a href={askedAt(one, workspace)}>{one.round === 'status' ? w.ask : w.askAnother}</a></p> : null}
      {options.length > 0 ? (
        <Form action={path} does="give" submissionKey={crypto.randomUUID()} hidden={{ hvilken: one.id }}>
          <Select lang={lang} state={{ values: { [`til-${one.id}`]: one.proposedId ?? '', ...state.values }, errors: state.errors }} name={`til-${one.id}`} label={w.to} options={options} />
          <FormActions><Button>{w.give}<span class="ds-sr-only">: {title}</span></Button></FormActions>
        </Form>
      ) : one.what === 'membership' ? <p><a href={workspacePath(workspace, 'partnere/personer')}>{w.invite}</a></p> : null}
      <form method="post" action={path}>
        <input type="hidden" name="handling" value="settle" />
        <p><Button small variant="quiet" name="hvilken" value={one.id}>{one.what === 'question' ? w.dealtWith : w.notNeeded}<span class="ds-sr-only">: {title}</span></Button></p>
      </form>
    </section>
  )
}
