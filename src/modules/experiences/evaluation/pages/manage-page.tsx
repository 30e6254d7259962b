import { page, type Request } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import type { Item } from '../../../../platform/item/item.store.ts'
import { allTexts, firstText, type RawForm } from '../../../../platform/item/parse.ts'
import { deliveryOf, type MailDelivery } from '../../../../platform/mail/mail.ts'
import { parseDate } from '../../../../platform/text/format.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { type Organisation, partiesOf } from '../../../actors/index.ts'
import { itemChangers } from '../../../thread/index.ts'
import { contactWords, requireContact } from '../../../workspaces/index.ts'
import { chooseForm, sendEvaluation } from '../ask.actions.ts'
import { type Asked, askedIn } from '../asked.store.ts'
import { type Candidate, candidatesFor } from '../candidates.store.ts'
import { evaluation } from '../evaluation.ts'
import { askAlso, close, extend, newLink, publish, remind, revokeLink } from '../follow-up.actions.ts'
import { longestStatement, ownNames, standardNames, type Statement } from '../form.ts'
import { formOf, type Round, roundOf } from '../round.store.ts'
import { DraftView } from './draft-view.tsx'
import { FollowView } from './follow-view.tsx'
import { manageWords } from './manage.words.ts'
import { evaluationCrumbs, evaluationPath } from './paths.ts'

type Party = Pick<Organisation, 'id' | 'name' | 'kind'>
export type Draft = { form: readonly Statement[]; candidates: readonly Candidate[] }
export type Following = { round: Round; people: readonly Asked[]; deliveries: ReadonlyMap<string, MailDelivery>; /** Those one more may be asked for. */ parties: readonly Party[] }
export type Managed = { draft: Draft; following: null } | { draft: null; following: Following }

/** The first day of the period that is looked back on: a year, where nobody has said. */
const sinceOf = (item: Item, now: Temporal.Instant): string => (typeof item.fields.starts_on === 'string' ? item.fields.starts_on : osloDate(now).subtract({ years: 1 }).toString())

async function load({ db, now }: Request, { workspace, item }: { workspace: { id: string }; item: Item }): Promise<Managed> {
  const round = await roundOf(db, item.id)
  if (round) {
    const people = await askedIn(db, item.id)
    return { draft: null, following: { round, people, deliveries: await deliveryOf(db, people.flatMap((one) => one.mailId ?? [])), parties: (await partiesOf(db, workspace.id)).filter((one) => one.role !== 'mentioned') } }
  }
  return { draft: { form: await formOf(db, item.id), candidates: await candidatesFor(db, workspace.id, sinceOf(item, now), osloDate(now).toString()) }, following: null }
}

/** The chosen statements, and those of one's own that were written. */
function readForm(raw: RawForm): Statement[] {
  const chosen = new Set(allTexts(raw, 'pastand'))
  const own = ownNames.flatMap((name): Statement[] => { const text = firstText(raw, name).replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').slice(0, longestStatement); return text === '' ? [] : [{ name, text }] })
  return [...standardNames.filter((name) => chosen.has(name)).map((name) => ({ name, text: null })), ...own]
}

/** Before an evaluation is sent: its form and whom it goes to. Afterwards: who has answered, reminding, closing, and showing the results. */
export const managePage = page({
  path: '/arbeidsrom/:workspace/evaluering/:number{[0-9]+}/folg-opp',
  access: itemChangers(evaluation),
  load: (request, scope) => load(request, scope),
  title: (_, { lang }, { item }) => `${manageWords[lang].title}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => evaluationCrumbs(workspace, item, lang),
  actions: {
    form: async (work, { request, scope: { workspace, item }, raw }) => {
      const w = manageWords[request.lang]
      const chosen = await chooseForm(work, workspace, item, Number(firstText(raw, versionField)), readForm(raw))
      if ('refused' in chosen) return { refused: chosen.refused === 'empty' ? { errors: { pastand: w.formEmpty } } : chosen.refused }
      return { done: { to: request.pathname, flash: { text: w.formSaved } } }
    },
    send: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const w = manageWords[request.lang]
      if (!loaded.draft) return { refused: 'stale' }
      const date = parseDate(firstText(raw, 'frist'))
      if (!date.ok) return { refused: { errors: { frist: w.dueMissing } } }
      const wanted = new Set(allTexts(raw, 'hvem'))
      const sent = await sendEvaluation(work, request.platform, workspace, item, Number(firstText(raw, versionField)), date.value.toString(), loaded.draft.candidates.filter((one) => wanted.has(one.personId)))
      if ('refused' in sent) {
        const errors: Record<string, string> = sent.refused === 'past' ? { frist: w.duePast } : sent.refused === 'nobody' ? { hvem: w.nobodyChosen } : {}
        return { refused: sent.refused === 'past' || sent.refused === 'nobody' ? { errors } : sent.refused }
      }
      return { done: { to: request.pathname, flash: { text: w.sent(sent.done.people) } } }
    },
    remind: async (work, { request, scope: { workspace }, loaded: { following } }) => {
      const w = manageWords[request.lang]
      if (!following || following.round.state !== 'open') return { refused: 'stale' }
      const n = await remind(work, request.platform, workspace, following.round)
      return n === 0 ? { refused: { message: w.remindWait } } : { done: { to: request.pathname, flash: { text: w.reminded(n) } } }
    },
    extend: async (work, { request, loaded: { following }, raw }) => {
      const w = manageWords[request.lang]
      const date = parseDate(firstText(raw, 'frist'))
      if (!date.ok) return { refused: { errors: { frist: w.dueMissing } } }
      const done = following ? await extend(work, following.round, date.value.toString()) : ({ refused: 'stale' } as const)
      if ('refused' in done) return { refused: done.refused === 'past' ? { errors: { frist: w.duePast } } : 'stale' }
      return { done: { to: request.pathname, flash: { text: w.extended } } }
    },
    also: async (work, { request, scope: { workspace }, loaded: { following }, raw }) => {
      const w = manageWords[request.lang]
      if (!following || following.round.state !== 'open') return { refused: 'stale' }
      const party = following.parties.find((one) => one.id === firstText(raw, 'organisasjon'))
      const contact = await requireContact(request, raw, ['navn', 'epost'])
      if (!party || 'refused' in contact) {
        const errors: Record<string, string> = { ...('refused' in contact && contact.refused.errors) }
        return { refused: { errors: party ? errors : { organisasjon: w.organisationMissing, ...errors } } }
      }
      if (!(await askAlso(work, request.platform, workspace, following.round, party, contact.done))) return { refused: { errors: { epost: contactWords[request.lang].already } } }
      return { done: { to: `${request.pathname}#hvem`, flash: { text: w.alsoAsked(contact.done.name) } } }
    },
    revoke: async (work, { request, loaded: { following }, raw }) => {
      const asked = following?.people.find((one) => one.id === firstText(raw, 'spurt'))
      if (!following || !asked) return { refused: 'missing' }
      await revokeLink(work, following.round, asked)
      return { done: { to: `${request.pathname}#hvem`, flash: { text: manageWords[request.lang].revokedNow } } }
    },
    renew: async (work, { request, scope: { workspace }, loaded: { following }, raw }) => {
      const asked = following?.people.find((one) => one.id === firstText(raw, 'spurt'))
      if (!following || following.round.state !== 'open' || !asked || !(await newLink(work, request.platform, workspace, following.round, asked))) return { refused: 'missing' }
      return { done: { to: `${request.pathname}#hvem`, flash: { text: manageWords[request.lang].newLinkSent } } }
    },
    close: async (work, { request, scope: { workspace }, loaded: { following } }) => {
      if (!following || !(await close(work, request.platform, workspace, following.round))) return { refused: 'stale' }
      return { done: { to: request.pathname, flash: { text: manageWords[request.lang].closed } } }
    },
    publish: async (work, { request, scope: { workspace, item } }) => {
      if (!(await publish(work, workspace, item))) return { refused: 'stale' }
      return { done: { to: evaluationPath(workspace, item), flash: { text: manageWords[request.lang].published } } }
    },
  },
  view: ({ draft, following }, request, { workspace, item }, returned) =>
    draft ? <DraftView draft={draft} item={item} workspace={workspace} request={request} returned={returned} /> : following ? <FollowView following={following} item={item} workspace={workspace} request={request} returned={returned} /> : null,
})
