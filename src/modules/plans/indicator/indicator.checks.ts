import { type SqlBool, sql } from 'kysely'
import { check, type Check } from '../../../platform/item/check.ts'
import { restructuring } from '../sources.ts'

const latest = sql`coalesce((select max(measurement.on_date) from measurement where measurement.item_id = item.id), own.baseline_on, (item.created_at at time zone 'Europe/Oslo')::date)`

export const indicatorChecks: readonly Check[] = [
  check({
    id: 'indicator-without-baseline', kind: 'indicator', severity: 3, parts: [],
    fails: () => sql<SqlBool>`own.qualitative is not true and own.baseline is null`,
    mend: [{ by: 'field', field: 'baseline' }],
    source: restructuring,
    words: {
      nb: { title: 'Indikatorer uten utgangspunkt', word: 'uten utgangspunkt', why: 'Uten et tall å begynne med kan ingen se hva som er endret. Erfaringer fra regional omstilling sier at gode grunnlagsdata er viktige.', mend: 'Skriv hvor dere sto da dere begynte.' },
      nn: { title: 'Indikatorar utan utgangspunkt', word: 'utan utgangspunkt', why: 'Utan eit tal å byrje med kan ingen sjå kva som er endra. Erfaringar frå regional omstilling seier at gode grunnlagsdata er viktige.', mend: 'Skriv kvar de stod då de byrja.' },
      en: { title: 'Indicators without a baseline', word: 'no baseline', why: 'Without a number to begin with nobody can see what has changed. Experience from regional restructuring says that good base data matter.', mend: 'Write where you stood when you began.' },
    },
  }),
  check({
    id: 'indicator-stale', kind: 'indicator', severity: 2, parts: [], byDate: true,
    limit: { standard: 12, label: { nb: 'Måneder uten ny måling', nn: 'Månader utan ny måling', en: 'Months without a new measurement' } },
    fails: ({ today, limit }) => sql<SqlBool>`${latest} < ${today}::date - make_interval(months => ${limit})`,
    mend: [{ by: 'open' }],
    source: restructuring,
    words: {
      nb: { title: 'Indikatorer uten ny måling', word: 'ikke målt på lenge', why: 'Gamle tall sier ikke om innsatsen virker. Data må være ferske for at noen skal lære av dem.', mend: 'Legg inn den siste målingen.' },
      nn: { title: 'Indikatorar utan ny måling', word: 'ikkje målt på lenge', why: 'Gamle tal seier ikkje om innsatsen verkar. Data må vere ferske for at nokon skal lære av dei.', mend: 'Legg inn den siste målinga.' },
      en: { title: 'Indicators without a new measurement', word: 'not measured for long', why: 'Old numbers do not tell whether the effort works. Data must be fresh for anyone to learn from them.', mend: 'Add the latest measurement.' },
    },
  }),
]
