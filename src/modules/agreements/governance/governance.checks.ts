import { type SqlBool, sql } from 'kysely'
import { check, type Check } from '../../../platform/item/check.ts'

const buskerud = {
  nb: 'Telemarksforskings evaluering av Partnerskap for næring og kunnskap Buskerud, 2023',
  nn: 'Evalueringa Telemarksforsking gjorde av Partnerskap for næring og kunnskap Buskerud, 2023',
  en: 'Telemarksforsking’s evaluation of the Buskerud partnership for business and knowledge, 2023',
}

export const governanceChecks: readonly Check[] = [
  check({
    // The same as missingMeans in influence.ts: a mandate holds until there is another, the rest are planned or were used within a year.
    id: 'political-influence-missing', kind: 'governance_model', severity: 2, parts: [], byDate: true,
    fails: ({ today }) => sql<SqlBool>`own.leadership in ('administrative', 'mixed') and (select count(distinct i.means) from governance_influence i
      where i.item_id = item.id and (i.done_on is null or i.means = 'mandate' or i.done_on >= ${today}::date - interval '1 year')) < 4`,
    mend: [{ by: 'open' }],
    source: buskerud,
    words: {
      nb: { title: 'Styring uten politisk innflytelse', word: 'mangler politisk innflytelse', why: 'Når administrasjonen leder, må de folkevalgte ha innflytelse og kontroll på andre måter enn ved å sitte i møtene.', mend: 'Planlegg mandat, høring før prioriteringer endres, orientering og årlig rapport, med datoer.' },
      nn: { title: 'Styring utan politisk innverknad', word: 'manglar politisk innverknad', why: 'Når administrasjonen leier, må dei folkevalde ha innverknad og kontroll på andre måtar enn ved å sitje i møta.', mend: 'Planlegg mandat, høyring før prioriteringar blir endra, orientering og årleg rapport, med datoar.' },
      en: { title: 'Governance without political influence', word: 'political influence missing', why: 'When the administration leads, the elected must have influence and control by other means than seats in the meetings.', mend: 'Plan a mandate, consultation before priorities change, briefings and a yearly report, with dates.' },
    },
  }),
  check({
    id: 'political-influence-overdue', kind: 'governance_model', severity: 2, parts: [], byDate: true,
    fails: ({ today }) => sql<SqlBool>`exists (select from governance_influence i where i.item_id = item.id and i.done_on is null and i.due_on < ${today}::date)`,
    mend: [{ by: 'open' }],
    source: buskerud,
    words: {
      nb: { title: 'Politisk behandling som er over fristen', word: 'over fristen', why: 'Innflytelse som kommer for sent, er ingen innflytelse. De folkevalgte skal høre om det før prioriteringene er endret.', mend: 'Si når det ble gjort, eller sett en ny dato.' },
      nn: { title: 'Politisk behandling som er over fristen', word: 'over fristen', why: 'Innverknad som kjem for seint, er ingen innverknad. Dei folkevalde skal høyre om det før prioriteringane er endra.', mend: 'Sei når det vart gjort, eller set ein ny dato.' },
      en: { title: 'Political treatment that is overdue', word: 'overdue', why: 'Influence that comes too late is no influence. The elected are to hear of it before priorities have changed.', mend: 'Say when it was done, or set a new date.' },
    },
  }),
]
