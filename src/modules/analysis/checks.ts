import { type SqlBool, sql } from 'kysely'
import { check, type Check, out } from '../../platform/item/check.ts'

const uses = [[out('supports')], [out('weakens')]]
const program = {
  nb: 'Utviklingsprogram for byregioner, 2014', nn: 'Utviklingsprogram for byregionar, 2014', en: 'The development programme for city regions, 2014',
}

export const checks: readonly Check[] = [
  check({
    id: 'finding-without-source', kind: 'finding', severity: 3, parts: ['knowledge'],
    fails: () => sql<SqlBool>`own.source is null and own.source_url is null and own.file is null`,
    mend: [{ by: 'field', field: 'source' }, { by: 'field', field: 'source_url' }],
    source: program,
    words: {
      nb: { title: 'Funn uten kilde', word: 'uten kilde', why: 'Partnere må ha tillit til grunnlaget for å bli enige om veien videre. Med kilde kan alle se etter selv.', mend: 'Skriv hvem som sier det, eller hvor det står.' },
      nn: { title: 'Funn utan kjelde', word: 'utan kjelde', why: 'Partnarar må ha tillit til grunnlaget for å bli samde om vegen vidare. Med kjelde kan alle sjå etter sjølve.', mend: 'Skriv kven som seier det, eller kvar det står.' },
      en: { title: 'Findings without a source', word: 'no source', why: 'Partners must trust the basis to agree on the way forward. With a source everybody can look for themselves.', mend: 'Write who says so, or where it stands.' },
    },
  }),
  check({
    id: 'finding-unused', kind: 'finding', severity: 3, parts: ['knowledge'], end: 'after',
    looks: uses,
    fails: ({ loose }) => loose(...uses),
    mend: [{ by: 'tie', hop: out('supports', 'challenge', 'goal'), make: ['challenge'] }],
    source: program,
    words: {
      nb: { title: 'Funn som ikke er brukt', word: 'ikke brukt', why: 'Kunnskap virker først når noen bruker den til å velge. En analyse skal ende i strategier og tiltak.', mend: 'Knytt funnet til det det sier noe om.' },
      nn: { title: 'Funn som ikkje er brukte', word: 'ikkje brukt', why: 'Kunnskap verkar først når nokon bruker han til å velje. Ein analyse skal ende i strategiar og tiltak.', mend: 'Knyt funnet til det det seier noko om.' },
      en: { title: 'Findings that are not used', word: 'not used', why: 'Knowledge works only when somebody uses it to choose. An analysis should end in strategies and measures.', mend: 'Tie the finding to what it says something about.' },
    },
  }),
]
