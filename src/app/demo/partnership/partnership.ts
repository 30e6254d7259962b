import type { Calendar } from '../calendar.ts'
import type { DemoWorkspace } from '../world.ts'
import { agreementEntries } from './agreements.ts'
import { areas } from './areas.ts'
import { arenas } from './arenas.ts'
import { challenges } from './challenges.ts'
import { decisions } from './decisions.ts'
import { findings } from './findings.ts'
import { goals } from './goals.ts'
import { indicators } from './indicators.ts'
import { business } from './measures/business.ts'
import { competence } from './measures/competence.ts'
import { industry } from './measures/industry.ts'
import { research } from './measures/research.ts'
import { youngAdults } from './measures/young-adults.ts'
import { planDocuments } from './plan-documents.ts'
import { results, withResults } from './results.ts'

/** The partnership in Eksempelfylket: a broad action plan a year and a half on, with the loose threads that such plans have. */
export const partnership = (t: Calendar): DemoWorkspace => ({
  key: 'eksempelfylket',
  keeper: 'sekretariat',
  asksForStatus: true,
  began: 550,
  workspace: {
    slug: 'eksempelfylket', title: 'Partnerskap for næring og kunnskap i Eksempelfylket', kind: 'partnership', template: 'partnership', language: 'nb', owner: 'fylket',
    partsInUse: ['knowledge', 'challenge', 'goal', 'priorityArea', 'measure', 'result'],
    focus: {
      areas: 5, measuresPerArea: 6, measuresPerOrganisation: 5,
      reason: 'Evalueringen sa at forrige plan var for omfattende til å følge opp, og vi vil heller gjøre få ting ferdige.',
    },
    funder: 'Eksempelfylket fylkeskommune og kommunene', endsOn: t.end(30),
  },
  parties: [
    'fylket', 'elvestad', 'lia', 'gronnvik', 'storelv', 'vassoy', 'fjellbygda', 'hogskolen', 'fagskolen', 'forskning', 'naeringsforeningen', 'klyngen',
    'naeringshagen', 'reiselivet', 'arbeidskontoret', 'naeringskontoret', 'partene', 'frivilligheten',
  ],
  mentioned: ['arbeidskontoretAnders'],
  entries: [
    ...planDocuments(t), ...findings(t), ...challenges(), ...goals(t), ...areas(),
    ...withResults([...youngAdults(t), ...competence(t), ...research(t), ...industry(t), ...business(t)]),
    ...results(t), ...indicators(t), ...decisions(t), ...arenas(t), ...agreementEntries(t),
  ],
})
