import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { check, type Check } from '../../../platform/item/check.ts'
import { buskerud } from '../sources.ts'

/** As many days as contact may wait where nothing else is agreed, unless the workspace says so. */
export const standardContactDays = 180

/** The last day that two arenas met together, the one being `item`. */
const lastJoint = (other: RawBuilder<unknown>, today: string) => sql`(select max(own_meeting.held_on) from link a join link b on b.from_id = a.from_id and b.relation = 'held_in' and b.removed_at is null
  join item held on held.id = a.from_id join meeting own_meeting on own_meeting.id = held.id
  where a.to_id = item.id and a.relation = 'held_in' and a.removed_at is null and b.to_id = ${other} and held.removed_at is null and held.state <> 'cancelled' and own_meeting.held_on <= ${today}::date)`

/** The last day that a matter went from one arena to another. */
const lastTravel = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) => sql`(select max(s.happened_on) from matter_step s join item moved on moved.id = s.item_id
  where s.from_arena_id = ${from} and s.arena_id = ${to} and moved.removed_at is null)`

const own = sql.ref('item.id')
const other = sql.ref('other.id')

export const arenaChecks: readonly Check[] = [
  check({
    id: 'arena-isolated', kind: 'arena', severity: 2, parts: [], byDate: true, others: ['arena', 'meeting', 'matter'],
    // Members in common are no connection: the same few sit in most arenas.
    fails: ({ today }) => sql<SqlBool>`item.state = 'active'
      and exists (select from item other where other.workspace_id = item.workspace_id and other.kind = 'arena' and other.id <> item.id and other.removed_at is null and other.state = 'active')
      and not exists (select from item other where other.workspace_id = item.workspace_id and other.kind = 'arena' and other.id <> item.id and other.removed_at is null and other.state <> 'ended' and (
        exists (select from arena_tie t where (t.item_id = ${own} and t.other_id = ${other}) or (t.item_id = ${other} and t.other_id = ${own}))
        or ${lastTravel(own, other)} is not null or ${lastTravel(other, own)} is not null or ${lastJoint(other, today)} is not null))`,
    mend: [{ by: 'open', rest: '/forbindelser/ny' }],
    source: buskerud,
    words: {
      nb: { title: 'Arenaer som står alene', word: 'står alene', why: 'Manglende koblinger mellom møtearenaene gjør at bredt engasjement ikke blir til samordnet handling.', mend: 'Si hvilken arena den forbereder saker for, rapporterer til eller utveksler med.' },
      nn: { title: 'Arenaer som står åleine', word: 'står åleine', why: 'Manglande koplingar mellom møtearenaene gjer at breitt engasjement ikkje blir til samordna handling.', mend: 'Sei kva arena han førebur saker for, rapporterer til eller utvekslar med.' },
      en: { title: 'Arenas that stand alone', word: 'stands alone', why: 'Missing links between meeting arenas keep broad engagement from becoming coordinated action.', mend: 'Say which arena it prepares matters for, reports to or exchanges with.' },
    },
  }),
  check({
    id: 'arena-contact-overdue', kind: 'arena', severity: 2, parts: [], byDate: true, others: ['arena', 'meeting', 'matter'],
    limit: { standard: standardContactDays, label: { nb: 'Dager uten kontakt, der dere ikke har avtalt noe annet', nn: 'Dagar utan kontakt, der de ikkje har avtalt noko anna', en: 'Days without contact, where nothing else is agreed' } },
    fails: ({ today, limit }) => sql<SqlBool>`item.state = 'active' and exists (select from arena_tie t join item other on other.id = t.other_id and other.removed_at is null and other.state = 'active' and other.id <> item.id
      where t.item_id = item.id and greatest(t.since, ${lastTravel(own, other)}, ${lastTravel(other, own)}, ${lastJoint(other, today)}) + coalesce(t.every_days, ${limit}) < ${today}::date)`,
    mend: [{ by: 'page', path: 'arenaer/kart', text: { nb: 'Se arenakartet', nn: 'Sjå arenakartet', en: 'See the arena map' } }, { by: 'open' }],
    source: buskerud,
    words: {
      nb: { title: 'Arenaer der kontakten er for gammel', word: 'kontakten er for gammel', why: 'Hyppigere kontakt mellom arenaene styrker den røde tråden i arbeidet.', mend: 'Send en sak videre, møtes sammen, eller avtal at kontakten kan være sjeldnere.' },
      nn: { title: 'Arenaer der kontakten er for gammal', word: 'kontakten er for gammal', why: 'Hyppigare kontakt mellom arenaene styrkjer den raude tråden i arbeidet.', mend: 'Send ei sak vidare, møtest saman, eller avtal at kontakten kan vere sjeldnare.' },
      en: { title: 'Arenas whose contact is overdue', word: 'contact is overdue', why: 'More frequent contact between arenas strengthens the thread in the work.', mend: 'Forward a matter, meet together, or agree that contact may be less frequent.' },
    },
  }),
]
