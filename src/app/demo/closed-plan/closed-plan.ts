import { goal, measure } from '../../../modules/plans/index.ts'
import type { Calendar } from '../calendar.ts'
import { tie } from '../entry.ts'
import type { DemoWorkspace } from '../world.ts'

/** A small plan that is over: everything was done but one thing, and the workspace is an archive. In nynorsk. */
export const closedPlan = (t: Calendar): DemoWorkspace => ({
  key: 'skuleveg',
  keeper: 'prosessleder',
  began: 420,
  closed: 36,
  workspace: {
    slug: 'skuleveg', title: 'Fjellbygda: trygg skuleveg', kind: 'process', template: 'light', language: 'nn', owner: 'fjellbygda', partsInUse: ['goal', 'measure'], endsOn: t.end(-2),
  },
  parties: ['fjellbygda', 'frivilligsentralen'],
  entries: [
    {
      key: 'mål', kind: goal, day: 420, language: 'nn', title: 'Ungane på Øvre kan gå eller sykle til skulen heile året',
      fields: { description: 'Sju av ti blei køyrde. Foreldra sa at krysset ved butikken var grunnen.', reached_by: t.end(-2), owner: ['fjellbygda'] },
    },
    {
      key: 'kryss', kind: measure, day: 420, language: 'nn', code: '1', title: 'Lys og gangfelt i krysset ved butikken', fields: { owner: ['fjellbygda'], starts_on: t.start(-13), ends_on: t.end(-5) }, ties: [tie('delivers', 'mål')],
      later: [{ day: 300, state: 'in_progress' }, { day: 160, state: 'completed', fields: { status_note: 'Lyset kom i mai. Gangfeltet blei måla same veka.' } }],
    },
    {
      key: 'følgje', kind: measure, day: 418, language: 'nn', code: '2', title: 'Gåfølgje om morgonen frå to stader', fields: { owner: ['frivilligsentralen'], starts_on: t.start(-12), ends_on: t.end(-3) }, ties: [tie('delivers', 'mål')],
      later: [{ day: 280, state: 'in_progress' }, { day: 90, state: 'cancelled', fields: { status_note: 'Ungane går saman av seg sjølve no. Følgjet trengst ikkje lenger.' } }],
    },
  ],
})
