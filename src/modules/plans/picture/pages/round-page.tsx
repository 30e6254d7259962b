import { hasRole } from '../../../../platform/access/viewer.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { page, type Request, type Returned } from '../../../../platform/http/page.ts'
import { leading } from '../../../../platform/item/kind.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { deliveryOf, type MailDelivery } from '../../../../platform/mail/mail.ts'
import { formatList, formatNumber, parseDate } from '../../../../platform/text/format.ts'
import { placesToRaise, raiseAbout, raisedText, type RaisePlace, raiseWords, readPlace } from '../../../arenas/index.ts'
import { addPerson, asking, type InWorkspace, type Workspace, workspaceMembers } from '../../../workspaces/index.ts'
import { challenge } from '../../challenge/challenge.ts'
import { pictures } from '../pictures.ts'
import { show } from '../round.actions.ts'
import { findRound } from '../round.store.ts'
import type { Round } from '../round.ts'
import { type Picture, readPicture } from '../shown.store.ts'
import { pictureCrumbs } from './paths.ts'
import { pictureWords } from './picture.words.ts'
import { RoundView } from './round-view.tsx'

export type RoundLoaded = {
  round: Round
  /** May follow up: the secretariat, while the workspace is in use. */
  leads: boolean
  answers: readonly asking.Answer[]
  people: readonly asking.Asked[]
  deliveries: ReadonlyMap<string, MailDelivery>
  picture: Picture | null
  places: RaisePlace[]
  toRemind: number
}

export type RoundProps = { loaded: RoundLoaded; request: Request; workspace: Workspace; returned: Returned | null }

const load = async ({ db, viewer, now }: Request, { workspace }: InWorkspace, number: number): Promise<RoundLoaded | null> => {
  const round = await findRound(db, workspace.id, number)
  if (!round || round.state === 'draft') return null
  const leads = workspace.state === 'active' && hasRole(viewer, workspace.id, ...leading)
  const [answers, people, picture, places] = await Promise.all([asking.answersIn(db, 'picture', round.id), asking.askedIn(db, 'picture', round.id), readPicture(db, viewer, round), leads && round.state === 'shown' ? placesToRaise(db, viewer, workspace.id, now) : []])
  return {
    round, leads, answers, people, picture, places, deliveries: leads ? await deliveryOf(db, people.flatMap((one) => one.mailId ?? [])) : new Map(),
    toRemind: leads && round.state === 'open' ? asking.remindable(people, asking.unanswered(answers), now).length : 0,
  }
}

/** How a round goes, and the picture when it is shown. Before that nobody reads what others answered, the secretariat neither. */
export const roundPage = page<InWorkspace, RoundLoaded>({
  path: '/arbeidsrom/:workspace/utfordringer/felles-bilde/:round{[0-9]+}',
  access: workspaceMembers,
  width: 'wide',
  styles: ['status.page.css', 'picture.page.css'],
  load: (request, scope, params) => load(request, scope, Number(params.round)),
  title: ({ round }) => round.title,
  crumbs: (_, { lang }, { workspace }) => pictureCrumbs(workspace, lang, true),
  actions: {
    remind: async (work, { request, scope: { workspace }, loaded: { round, leads } }) => {
      const w = pictureWords[request.lang]
      if (!leads || round.state !== 'open') return { refused: 'forbidden' }
      const n = await asking.remind(work, request.platform, pictures, workspace, round)
      return n === 0 ? { refused: { message: w.remindWait } } : { done: { to: request.pathname, flash: { text: w.reminded(n) } } }
    },
    close: async (work, { request, scope: { workspace }, loaded: { round, leads } }) => {
      if (!leads) return { refused: 'forbidden' }
      if (!(await asking.close(work, request.platform, pictures, workspace, round))) return { refused: 'stale' }
      return { done: { to: request.pathname, flash: { text: pictureWords[request.lang].closed } } }
    },
    extend: async (work, { request, loaded: { round, leads }, raw }) => {
      const w = pictureWords[request.lang]
      if (!leads) return { refused: 'forbidden' }
      const date = parseDate(firstText(raw, 'frist'))
      if (!date.ok) return { refused: { errors: { frist: w.dueMissing } } }
      const done = await asking.extend(work, pictures, round, Number(firstText(raw, versionField)), date.value.toString())
      if ('refused' in done) return { refused: done.refused === 'past' ? { errors: { frist: w.duePast } } : 'stale' }
      return { done: { to: request.pathname, flash: { text: w.extended } } }
    },
    show: async (work, { request, loaded: { round, leads } }) => {
      if (!leads) return { refused: 'forbidden' }
      const done = await show(work, round)
      if ('refused' in done) return { refused: done.refused === 'stale' ? 'stale' : { message: pictureWords[request.lang].showNothing } }
      return { done: { to: request.pathname, flash: { text: pictureWords[request.lang].shown } } }
    },
    revoke: async (work, { request, loaded: { round, leads, people }, raw }) => {
      const asked = people.find((one) => one.id === firstText(raw, 'spurt'))
      if (!leads) return { refused: 'forbidden' }
      if (!asked) return { refused: 'missing' }
      await asking.revokeLink(work, pictures, round, asked)
      return { done: { to: `${request.pathname}#spurt`, flash: { text: pictureWords[request.lang].revokedNow } } }
    },
    renew: async (work, { request, scope: { workspace }, loaded: { round, leads, people }, raw }) => {
      const asked = people.find((one) => one.id === firstText(raw, 'spurt'))
      if (!leads || round.state !== 'open') return { refused: 'forbidden' }
      if (!asked || !(await asking.newLink(work, request.platform, pictures, workspace, round, asked))) return { refused: 'missing' }
      return { done: { to: `${request.pathname}#spurt`, flash: { text: pictureWords[request.lang].newLinkSent } } }
    },
    person: async (work, { request, scope: { workspace }, loaded: { round, leads, answers }, raw }) => {
      const w = pictureWords[request.lang]
      const answer = answers.find((one) => one.id === firstText(raw, 'svar'))
      if (!leads || round.state !== 'open') return { refused: 'forbidden' }
      if (!answer) return { refused: 'missing' }
      const named = await addPerson(request, raw, answer, (contact) => asking.askAlso(work, request.platform, pictures, workspace, round, answer, contact))
      if ('refused' in named) return named
      return { done: { to: `${request.pathname}#spurt`, flash: { text: w.askedNow(named.done.name) } } }
    },
    raise: async (work, { request, scope: { workspace }, loaded: { round, leads, picture, places }, raw }) => {
      const row = picture?.rows.find((one) => String(one.item.number) === firstText(raw, 'utfordring'))
      if (!leads) return { refused: 'forbidden' }
      if (!row?.spread) return { refused: 'missing' }
      const to = readPlace(raw, row.item.number, places, request.lang)
      if ('errors' in to) return { refused: { errors: to.errors } }
      // In the language of the workspace: others read it there.
      const w = pictureWords[workspace.language]
      const counts = formatList(row.spread.counts.map((n, i) => w.countOf(i + 1, n)), workspace.language)
      const raised = await raiseAbout(work, workspace, {
        title: w.matterTitle(row.item.title), ownerId: null, about: { id: row.item.id, kind: challenge.name },
        background: w.matterText(round.title, row.spread.n, counts, formatNumber(row.spread.median, workspace.language, { decimals: 1 })),
      }, to)
      if ('refused' in raised) return { refused: raised.refused === 'already' ? { message: raiseWords[request.lang].already } : 'forbidden' }
      return { done: { to: `${request.pathname}#utfordring-${row.item.number}`, flash: { text: raisedText(to, request.lang) } } }
    },
  },
  view: (loaded, request, { workspace }, returned) => <RoundView loaded={loaded} request={request} workspace={workspace} returned={returned} />,
})
