import { page, type Request } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { allTexts, firstText } from '../../../../platform/item/parse.ts'
import { limits } from '../../../../platform/limits/limits.ts'
import { parseEmail } from '../../../../platform/mail/mail.ts'
import { reachOf, type Reach } from '../../../actors/index.ts'
import { deleteDraft, type InWorkspace, workspaceLeading } from '../../../workspaces/index.ts'
import { readPlanItems } from '../../one-page/plan.store.ts'
import { type Asked, leftElsewhere, readAsking } from '../asking.store.ts'
import { nameContact, sendRound } from '../ask.actions.ts'
import { findRound, insertContact, updateDraft } from '../round.store.ts'
import type { Round } from '../status.ts'
import { DraftView } from './draft-view.tsx'
import { roundCrumbs, roundsPath } from './paths.ts'
import { choicesIn, readRound } from './round-form.tsx'
import { roundWords } from './round.words.ts'

export type DraftLoaded = { round: Round; asking: Asked; choices: ReturnType<typeof choicesIn>; elsewhere: number; me: Reach | null }

const load = async (request: Request, { workspace }: InWorkspace, number: number): Promise<DraftLoaded | null> => {
  const { db, viewer, lang, now } = request
  const round = await findRound(db, workspace.id, number)
  if (!round || round.state !== 'draft') return null
  const [asking, items, people] = [await readAsking(db, viewer, workspace, round, now), await readPlanItems(db, viewer, workspace.id), await reachOf(db, viewer.person ? [viewer.person.id] : [])]
  const only = round.scope === 'measure' ? items.find((item) => item.id === round.scopeId) : undefined
  return { round, asking, choices: choicesIn(items, lang, now, only), elsewhere: leftElsewhere(items), me: people.get(viewer.person?.id ?? '') ?? null }
}

/** Which group of unreached measures a form is about; undefined when it is none of them. */
const groupOf = ({ asking }: DraftLoaded, typed: string): string | null | undefined => {
  const id = typed === '' ? null : typed
  return asking.unreached.some((one) => one.organisationId === id) ? id : undefined
}

/** Who would get what, before anything is sent. */
export const draftPage = page({
  path: '/arbeidsrom/:workspace/plan/status/:round{[0-9]+}/se-over',
  access: workspaceLeading,
  styles: ['status.page.css'],
  load: (request, scope: InWorkspace, params) => load(request, scope, Number(params.round)),
  title: ({ round }) => round.title,
  crumbs: (_, { lang }, { workspace }) => roundCrumbs(workspace, lang, true),
  actions: {
    send: async (work, { request, scope: { workspace }, loaded: { round } }) => {
      const w = roundWords[request.lang]
      if (workspace.state !== 'active') return { refused: 'forbidden' }
      const sent = await sendRound(work, request.platform, workspace, round)
      if ('refused' in sent) return { refused: sent.refused === 'stale' ? 'missing' : { message: sent.refused === 'past' ? w.duePast : w.sendNobody } }
      return { done: { to: roundsPath(workspace, String(round.number)), flash: { text: w.sent(sent.done.people) } } }
    },
    contact: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = roundWords[request.lang]
      const group = firstText(raw, 'gruppe')
      const organisationId = groupOf(loaded, group)
      if (organisationId === undefined) return { refused: 'missing' }
      const clean = (name: string) => firstText(raw, name).replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').slice(0, 120)
      const [name, email] = [clean(`navn-${group}`), parseEmail(firstText(raw, `epost-${group}`))]
      const errors = { ...(!name && { [`navn-${group}`]: w.nameMissing }), ...(!email && { [`epost-${group}`]: w.emailBad }) }
      if (!email || !name) return { refused: { errors } }
      // Whoever makes a workspace can write in it: strangers' addresses are bounded as those of invitations are.
      const may = await request.platform.limit(limits.invitation, request.viewer.person?.id ?? '', request.now)
      if (!may.ok) return { refused: { errors: { [`epost-${group}`]: w.tooManyContacts(Math.ceil(may.retryAfter / 60)) } } }
      await nameContact(work, workspace, { organisationId, name, title: clean(`stilling-${group}`) || null, email })
      return { done: { to: request.pathname, flash: { text: w.contactAdded } } }
    },
    me: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = roundWords[request.lang]
      const organisationId = groupOf(loaded, firstText(raw, 'gruppe'))
      if (organisationId === undefined || !loaded.me) return { refused: 'missing' }
      if (!loaded.me.email) return { refused: { message: w.noOwnAddress } }
      await insertContact(work.tx, { workspaceId: workspace.id, organisationId, personId: loaded.me.personId, at: work.now.toString() })
      return { done: { to: request.pathname, flash: { text: w.contactAdded } } }
    },
    leaveOut: async (work, { request, loaded: { round, asking }, raw }) => {
      const wanted = new Set(allTexts(raw, 'tiltak').map(Number))
      const leftOut = [...asking.measures, ...asking.leftOut].filter((one) => !wanted.has(one.number)).map((one) => one.id)
      if (!(await updateDraft(work.tx, round.id, Number(firstText(raw, versionField)), { leftOut }))) return { refused: 'stale' }
      return { done: { to: request.pathname, flash: { text: roundWords[request.lang].updated } } }
    },
    change: async (work, { request, loaded: { round, choices }, raw }) => {
      const read = readRound(raw, request, choices)
      if ('errors' in read) return { refused: { errors: read.errors } }
      if (!(await updateDraft(work.tx, round.id, Number(firstText(raw, versionField)), read.draft))) return { refused: 'stale' }
      return { done: { to: request.pathname, flash: { text: roundWords[request.lang].updated } } }
    },
    discard: async (work, { request, scope: { workspace }, loaded: { round } }) => {
      if (!(await deleteDraft(work.tx, 'status_round', round.id))) return { refused: 'missing' }
      return { done: { to: roundsPath(workspace), flash: { text: roundWords[request.lang].discarded } } }
    },
  },
  view: (loaded, request, { workspace }, returned) => <DraftView loaded={loaded} request={request} workspace={workspace} returned={returned} />,
})
