import { sql } from 'kysely'
import { jobsOf } from '../../src/app/jobs.ts'
import { writeFollowUpMails } from '../../src/modules/arenas/follow-up/digest.job.ts'
import { migrateJobs } from '../../src/platform/jobs/jobs.ts'
import { issuePass, passToken, type Purpose } from '../../src/platform/pass/pass.ts'
import { type AddressOf, addressesIn } from '../access/addresses.ts'
import type { House } from '../support/house.ts'

/** Where a text is being written: a new section, a section that is changed, and what is fetched again for it. */
const writing = /\/(avtaler|arsrapport)\/:number\{[^}]*\}\/(?:tekst\/(?:ny|:row\{[^}]*\}\}?\/endre)|hent-pa-nytt)$/

/**
 * Addresses for somebody who may go everywhere: the secretariat, made administrator, with the links that others were sent by e-mail.
 * The queue of jobs is there too, which a page for administrators shows.
 */
export async function everywhereIn(house: House): Promise<AddressOf> {
  const { db, passKey, clock } = house.platform
  await migrateJobs(house.url, jobsOf(house.platform))
  const personOf = async (subject: string) =>
    (await db.selectFrom('identity').select('person_id').where('provider', '=', 'demo').where('subject', '=', subject).executeTakeFirstOrThrow()).person_id
  const [secretariat, partner, mayor] = await Promise.all(['sekretariat', 'partner', 'politiker'].map(personOf)) as [string, string, string]
  await db.updateTable('person').set({ administrator: true }).where('id', '=', secretariat).execute()
  const asked = (person: string) => db.selectFrom('status_asked as a').innerJoin('status_round as r', 'r.id', 'a.round_id').innerJoin('status_share as s', 's.asked_id', 'a.id').innerJoin('status_answer as w', 'w.id', 's.answer_id')
    .innerJoin('item', 'item.id', 'w.item_id').select(['a.id', 'a.pass_id', 'r.number as round', 'item.number']).where('r.state', '=', 'open').where('a.person_id', '=', person).orderBy('item.number').executeTakeFirstOrThrow()
  const [own, others] = [await asked(secretariat), await asked(partner)]
  const invitation = await db.selectFrom('invitation').select('pass_id').where('state', 'in', ['sent', 'reminded']).executeTakeFirstOrThrow()
  const choice = await db.transaction().execute((tx) => issuePass(tx, { purpose: 'mail-choice', subjectId: mayor, personId: mayor, lastDay: null, now: clock() }))
  // Expectations: one round that is shown, and one under way.
  const expected = (person: string, state: string) => db.selectFrom('expectation_asked as q').innerJoin('expectation_answer as a', 'a.id', 'q.answer_id').innerJoin('expectation_round as r', 'r.id', 'a.round_id')
    .select(['q.id', 'q.pass_id', 'r.number', 'a.id as answer']).where('r.state', '=', state).where('q.person_id', '=', person).orderBy('q.id').executeTakeFirstOrThrow()
  const [shown, underWay, answering] = [await expected(secretariat, 'released'), await expected(secretariat, 'open'), await expected(partner, 'open')]
  const statement = await db.selectFrom('expectation_statement as s').innerJoin('expectation_answer as a', 'a.id', 's.answer_id').innerJoin('expectation_round as r', 'r.id', 'a.round_id').select('s.id').where('r.number', '=', shown.number)
    .where('s.what', '=', 'expects').where('s.sent', '=', true).orderBy('s.id').executeTakeFirstOrThrow()
  // Evaluations: one under way, in which the partner has not answered.
  const asking = await db.selectFrom('evaluation_asked as q').innerJoin('evaluation_round as r', 'r.item_id', 'q.item_id').innerJoin('item', 'item.id', 'q.item_id').select(['q.id', 'q.pass_id', 'q.person_id', 'item.number']).where('r.closed_on', 'is', null)
    .where('q.answered_on', 'is', null).where('q.person_id', 'in', [secretariat, partner]).execute()
  const [evaluating, evaluated] = [asking.find((one) => one.person_id === secretariat), asking.find((one) => one.person_id === partner)]
  // A meeting that somebody is called to, and a task that they were told of; they are asked by mail when the day's mails are written.
  const called = await db.selectFrom('meeting_invitee as v').innerJoin('item', 'item.id', 'v.meeting_id').select('v.pass_id').where('v.pass_id', 'is not', null).where('item.state', '=', 'called').orderBy('v.id').executeTakeFirstOrThrow()
  await writeFollowUpMails(db, house.platform, clock())
  const told = await db.selectFrom('follow_up_mail').select('pass_id').where('pass_id', 'is not', null).orderBy('id').executeTakeFirstOrThrow()
  const { rows: texts } = await sql<{ segment: string; number: number; row: string }>`
    select distinct on (item.kind) case item.kind when 'agreement' then 'avtaler' else 'arsrapport' end as segment, item.number, s.id as row
    from item join (select id, item_id, place from agreement_section union all select id, item_id, place from yearly_report_section) s on s.item_id = item.id where item.state = 'draft' order by item.kind, item.number, s.place`.execute(db)
  // Common pictures: one that is shown, and one under way.
  const pictured = (person: string) => db.selectFrom('picture_asked as q').innerJoin('picture_answer as a', 'a.id', 'q.answer_id').innerJoin('picture_round as r', 'r.id', 'a.round_id')
    .select(['q.id', 'q.pass_id', 'r.number', 'a.id as answer']).where('r.state', '=', 'open').where('q.person_id', '=', person).executeTakeFirstOrThrow()
  const [picture, rating] = [await pictured(secretariat), await pictured(partner)]
  const token = (purpose: Purpose, id: string | null) => passToken(passKey, purpose, id ?? '')
  const links: readonly (readonly [string, string])[] = [
    ['/svar/', token('status', others.pass_id)], ['/forventning/', token('expectation', answering.pass_id)], ['/evaluer/', token('evaluation', evaluated?.pass_id ?? null)], ['/felles-bilde/', token('picture', rating.pass_id)], ['/invitasjon/', token('invitation', invitation.pass_id)], ['/e-post/', token('mail-choice', choice)],
    ['/mote/', token('meeting', called.pass_id)], ['/oppgaver/', token('follow-up', told.pass_id)],
  ]
  const addressOf = await addressesIn(house)
  return (path, slug) => {
    const text = texts.find((one) => one.segment === writing.exec(path)?.[1])
    if (text) return addressOf(path.replace(/:number(\{[^}]*\})?/, String(text.number)).replace(/:row(\{[^}]*\}\}?)?/, text.row), slug)
    // What all have answered is shown with a link of the round that is shown; the others are of the one under way.
    if (path === '/forventning/:token/alle') return addressOf(path.replace(':token', token('expectation', shown.pass_id)), slug)
    const [, link] = links.find(([start]) => path.startsWith(start)) ?? []
    const number = path.startsWith('/svar/') ? others.number : path.includes('/status/:') ? own.number : null
    if (path.includes('/felles-bilde/:') && !path.startsWith('/felles-bilde/')) {
      const round = path.endsWith('/se-over') ? ':round' : path.includes('/registrer/') ? String(picture.number) : '1'
      return addressOf(path.replace(':asked', picture.id).replace(':answer', picture.answer).replace(/:round(\{[^}]*\})?/, round), slug)
    }
    if (path.includes('/forventninger/:')) {
      const round = path.endsWith('/se-over') ? null : path.includes('/registrer/') || path.endsWith('/spurt') ? underWay.number : shown.number
      const found = path.replace(':asked', path.endsWith('/alle') ? shown.id : underWay.id).replace(':answer', underWay.answer).replace(':statement', statement.id)
      return addressOf(round === null ? found : found.replace(/:round(\{[^}]*\})?/, String(round)), slug)
    }
    if (path.includes('/evalueringer/:')) return addressOf(path.replace(':asked', evaluating?.id ?? ''), slug)
    const filled = path.replace(/:token(\{[^}]*\})?/, link ?? ':token').replace(':asked', own.id)
      .replace(/:round(\{[^}]*\})?/, path.endsWith('/se-over') ? ':round' : String(own.round)).replace(/:number(\{[^}]*\})?/, number === null ? '$&' : String(number))
    return addressOf(filled, slug)
  }
}
