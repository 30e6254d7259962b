import { goal } from '../../../modules/plans/index.ts'
import type { Calendar } from '../calendar.ts'
import { type Entry, tie, ties } from '../entry.ts'

/** Five goals. Nobody has said which challenge the last one answers, although the sixth challenge waits for a goal: one tie mends both. */
export const goals = (t: Calendar): Entry[] => [
  {
    key: 'M1', kind: goal, day: 490, by: 'leder', code: '1', title: 'Flere unge voksne velger å bo og arbeide i fylket',
    fields: { description: 'Vi når målet når like mange mellom 25 og 34 år flytter inn som ut.', reached_by: t.end(30), owner: ['fylket'] },
    ties: [...ties('addresses', 'U1'), tie('anchored_in', 'P1', 'Kapittel 3')], audience: 'public',
  },
  {
    key: 'M2', kind: goal, day: 490, by: 'leder', code: '2', title: 'Virksomhetene får den kompetansen de trenger',
    fields: { description: 'Flere voksne tar fagbrev eller utdanning der de bor, og færre stillinger står tomme.', reached_by: t.end(30), owner: ['fylket'] },
    ties: [...ties('addresses', 'U2'), tie('anchored_in', 'P1', 'Kapittel 4')],
  },
  {
    key: 'M3', kind: goal, day: 490, by: 'leder', code: '3', title: 'Dobbelt så mange bedrifter forsker og utvikler',
    fields: { description: 'Særlig små bedrifter som ikke har gjort det før.', reached_by: t.end(30), owner: ['hogskolen'] },
    ties: [...ties('addresses', 'U3'), tie('anchored_in', 'P1', 'Kapittel 5'), tie('anchored_in', 'P5')],
  },
  {
    key: 'M4', kind: goal, day: 490, by: 'leder', code: '4', title: 'Industrien vokser med mindre utslipp og mindre avfall',
    fields: { description: 'Kraft, areal og råstoff skal brukes der de gjør mest nytte.', reached_by: t.end(42), owner: ['elvestad'] },
    ties: [...ties('addresses', 'U4', 'U5'), tie('anchored_in', 'P1', 'Kapittel 6')],
  },
  {
    key: 'M5', kind: goal, day: 488, by: 'leder', code: '5', title: 'Det er enkelt å starte og drive bedrift her, hele året',
    fields: { description: 'Den som spør, får svar fra én, og svaret er det samme i alle kommuner.', reached_by: t.end(30), owner: ['naeringsforeningen'] },
    ties: [tie('anchored_in', 'P2', 'Punkt 5')],
  },
]
