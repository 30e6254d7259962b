import { type SqlBool, sql } from 'kysely'
import { check, type Check } from '../../../platform/item/check.ts'
import { buskerud } from '../sources.ts'

/** As many days as nothing may happen to an open matter, unless the workspace says so. */
export const standardStuckDays = 60

export const matterChecks: readonly Check[] = [
  check({
    id: 'matter-stuck', kind: 'matter', severity: 1, parts: [], byDate: true,
    limit: { standard: standardStuckDays, label: { nb: 'Dager uten at noe skjer med saken', nn: 'Dagar utan at noko skjer med saka', en: 'Days without anything happening to the matter' } },
    fails: ({ today, limit }) => sql<SqlBool>`item.state not in ('decided', 'closed')
      and coalesce((select max(s.happened_on) from matter_step s where s.item_id = item.id), (item.created_at at time zone 'Europe/Oslo')::date) + ${limit} < ${today}::date`,
    mend: [{ by: 'open', rest: '/videre' }],
    source: buskerud,
    words: {
      nb: { title: 'Saker som har stoppet opp', word: 'har stoppet opp', why: 'En sak som ingen flytter på, blir aldri til et tiltak. Ofte venter to arenaer på hverandre.', mend: 'Behandle den, send den videre, send den tilbake eller lukk den.' },
      nn: { title: 'Saker som har stoppa opp', word: 'har stoppa opp', why: 'Ei sak som ingen flyttar på, blir aldri til eit tiltak. Ofte ventar to arenaer på kvarandre.', mend: 'Behandle ho, send ho vidare, send ho tilbake eller lukk ho.' },
      en: { title: 'Matters that have stopped', word: 'has stopped', why: 'A matter that nobody moves never becomes a measure. Often two arenas wait for each other.', mend: 'Handle it, forward it, return it or close it.' },
    },
  }),
]
