import { type SqlBool, sql } from 'kysely'
import { check, type Check, into } from '../../../platform/item/check.ts'

const ways = [[into('learned_from')], [into('comes_from')], [into('handles')]] as const

/** What the thread check asks of an evaluation: that it leads to something. */
export const evaluationChecks: readonly Check[] = [
  check({
    id: 'evaluation-led-to-nothing', kind: 'evaluation', severity: 2, parts: [], byDate: true, end: 'after',
    limit: { standard: 60, label: { nb: 'Dager etter at evalueringen er lukket', nn: 'Dagar etter at evalueringa er lukka', en: 'Days after the evaluation was closed' } },
    looks: ways,
    fails: ({ today, limit, loose }) => sql<SqlBool>`exists (select from evaluation_round r where r.item_id = item.id and r.closed_on + ${limit} < ${today}::date) and ${loose(...ways)}`,
    mend: [{ by: 'open' }],
    source: { nb: 'Telemarksforskings evaluering av Partnerskap for næring og kunnskap Buskerud, 2023', nn: 'Evalueringa Telemarksforsking gjorde av Partnerskap for næring og kunnskap Buskerud, 2023', en: 'Telemarksforsking’s evaluation of the Buskerud partnership for business and knowledge, 2023' },
    words: {
      nb: { title: 'Evalueringer som ikke er tatt videre', word: 'ikke tatt videre', why: 'Den som svarer, venter at svaret blir brukt. En evaluering er verdt noe når et funn blir en utfordring, et læringspunkt eller en sak.', mend: 'Velg et funn og ta det videre.' },
      nn: { title: 'Evalueringar som ikkje er tekne vidare', word: 'ikkje teke vidare', why: 'Den som svarer, ventar at svaret blir brukt. Ei evaluering er verd noko når eit funn blir ei utfordring, eit læringspunkt eller ei sak.', mend: 'Vel eit funn og ta det vidare.' },
      en: { title: 'Evaluations that led to nothing', word: 'not taken further', why: 'Those who answer expect their answer to be used. An evaluation is worth something when a finding becomes a challenge, a lesson or a matter.', mend: 'Choose a finding and take it further.' },
    },
  }),
]
