import { hasRole } from '../../../../platform/access/viewer.ts'
import { page, type Request } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { readHeads, type ItemHead } from '../../../../platform/item/item.store.ts'
import { leading } from '../../../../platform/item/kind.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { deliveryOf, type MailDelivery } from '../../../../platform/mail/mail.ts'
import { parseDate } from '../../../../platform/text/format.ts'
import { type InWorkspace, workspaceMembers } from '../../../workspaces/index.ts'
import { answersIn, earlierSendings, type RoundAnswer, type Sending } from '../answer.store.ts'
import { type Asked, askedIn, type Share, sharesIn } from '../asked.store.ts'
import { close, extend, makeResult, newLink, remind, remindable, revokeLink, waitingIn } from '../follow-up.actions.ts'
import { findRound, roundsOf } from '../round.store.ts'
import type { Round } from '../status.ts'
import { roundCrumbs } from './paths.ts'
import { RoundView } from './round-view.tsx'
import { roundWords } from './round.words.ts'
import { toldBy } from './told.tsx'

export type RoundLoaded = {
  round: Round
  /** May follow up: the secretariat, while the workspace is in use. */
  leads: boolean
  answers: RoundAnswer[]
  items: ReadonlyMap<string, ItemHead>
  people: Asked[]
  deliveries: ReadonlyMap<string, MailDelivery>
  shares: Share[]
  earlier: ReadonlyMap<string, Sending[]>
  waiting: { asked: Asked; left: RoundAnswer[] }[]
  toRemind: number
  /** The two rounds before this one, the nearer first, with their answers. */
  before: { round: Round; answers: RoundAnswer[] }[]
}

const load = async (request: Request, { workspace }: InWorkspace, number: number): Promise<RoundLoaded | null> => {
  const { db, viewer, now } = request
  const round = await findRound(db, workspace.id, number)
  if (!round || round.state === 'draft') return null
  const earlierRounds = (await roundsOf(db, workspace.id)).filter((one) => one.state !== 'draft' && one.number < round.number).slice(0, 2)
  const [all, people, shares, earlier] = await Promise.all([answersIn(db, [round.id, ...earlierRounds.map((one) => one.id)]), askedIn(db, round.id), sharesIn(db, round.id), earlierSendings(db, round.id)])
  // Only measures that this viewer may see: audience may have been narrowed since it was asked about.
  const items = new Map((await readHeads(db, viewer, { workspaceId: workspace.id, ids: all.map((one) => one.itemId) })).map((head) => [head.id, head]))
  const answers = all.filter((one) => one.roundId === round.id)
  const waiting = waitingIn(people, shares, answers)
  return {
    round, deliveries: await deliveryOf(db, people.flatMap((one) => one.mailId ?? [])), leads: workspace.state === 'active' && hasRole(viewer, workspace.id, ...leading), answers: answers.filter((one) => items.has(one.itemId)), items, people, shares, earlier, waiting,
    toRemind: remindable(waiting, now).length, before: earlierRounds.map((one) => ({ round: one, answers: all.filter((answer) => answer.roundId === one.id) })),
  }
}

/** How a round goes: what needs a decision first, who has answered what and how, and what has moved since the last. */
export const roundPage = page({
  path: '/arbeidsrom/:workspace/plan/status/:round{[0-9]+}',
  access: workspaceMembers,
  styles: ['status.page.css'],
  load: (request, scope: InWorkspace, params) => load(request, scope, Number(params.round)),
  title: ({ round }) => round.title,
  crumbs: (_, { lang }, { workspace }) => roundCrumbs(workspace, lang, true),
  actions: {
    remind: async (work, { request, scope: { workspace }, loaded: { round, leads } }) => {
      const w = roundWords[request.lang]
      if (!leads || round.state !== 'open') return { refused: 'forbidden' }
      const n = await remind(work, request.platform, workspace, round)
      return n === 0 ? { refused: { message: w.remindWait } } : { done: { to: request.pathname, flash: { text: w.reminded(n) } } }
    },
    extend: async (work, { request, loaded: { round, leads }, raw }) => {
      const w = roundWords[request.lang]
      if (!leads) return { refused: 'forbidden' }
      const date = parseDate(firstText(raw, 'frist'))
      if (!date.ok) return { refused: { errors: { frist: w.dueMissing } } }
      const done = await extend(work, round, Number(firstText(raw, versionField)), date.value.toString())
      if ('refused' in done) return { refused: done.refused === 'past' ? { errors: { frist: w.duePast } } : 'stale' }
      return { done: { to: request.pathname, flash: { text: w.extended } } }
    },
    close: async (work, { request, scope: { workspace }, loaded: { round, leads } }) => {
      if (!leads) return { refused: 'forbidden' }
      if (!(await close(work, request.platform, workspace, round))) return { refused: 'stale' }
      return { done: { to: request.pathname, flash: { text: roundWords[request.lang].closed } } }
    },
    revoke: async (work, { request, loaded: { round, leads, people }, raw }) => {
      const asked = people.find((one) => one.id === firstText(raw, 'hvem'))
      if (!leads) return { refused: 'forbidden' }
      if (!asked) return { refused: 'missing' }
      await revokeLink(work, round, asked)
      return { done: { to: `${request.pathname}#spurt`, flash: { text: roundWords[request.lang].revokedNow } } }
    },
    renew: async (work, { request, scope: { workspace }, loaded: { round, leads, people }, raw }) => {
      const asked = people.find((one) => one.id === firstText(raw, 'hvem'))
      if (!leads || round.state !== 'open') return { refused: 'forbidden' }
      if (!asked || !(await newLink(work, request.platform, workspace, round, asked))) return { refused: 'missing' }
      return { done: { to: `${request.pathname}#spurt`, flash: { text: roundWords[request.lang].newLinkSent } } }
    },
    result: async (work, { request, scope: { workspace }, loaded: { leads, answers, items }, raw }) => {
      const answer = answers.find((one) => String(items.get(one.itemId)?.number) === firstText(raw, 'tiltak'))
      if (!leads) return { refused: 'forbidden' }
      if (!answer?.sending) return { refused: 'missing' }
      const { sending } = answer
      // The name of a person is not put into the plan: the organisation and the day say where it comes from.
      const made = await makeResult(work, workspace, answer, toldBy({ ...sending, at: sending.sentAt, person: sending.organisation, toldBy: sending.organisation }, workspace.language))
      if ('refused' in made) return { refused: made.refused }
      return { done: { to: `${request.pathname}#svar`, flash: { text: roundWords[request.lang].madeResult } } }
    },
  },
  view: (loaded, request, { workspace }, returned) => <RoundView loaded={loaded} request={request} workspace={workspace} returned={returned} />,
})
