import { decision } from '../../../modules/arenas/index.ts'
import type { Calendar } from '../calendar.ts'
import { type Entry, tie, ties } from '../entry.ts'

/** Knots on the thread: two followed up, one not, one that waits to be made, and one that only leader and secretariat see. */
export const decisions = (t: Calendar): Entry[] => [
  {
    key: 'V1', kind: decision, day: 452, by: 'leder', title: 'Handlingsplanen er vedtatt med fem mål', state: 'decided',
    fields: { wording: 'Partnerskapet slutter seg til målene. Innsatsområdene skal samles til høyst fem innen to år.', decided_by: 'Partnerskapsmøtet', decided_on: t.ago(453), case_number: '3/1 (eksempel)', owner: ['fylket'] },
    ties: ties('decides', 'M1', 'M2', 'M3', 'M4', 'M5'),
    later: [{ day: 300, by: 'leder', state: 'followed_up', fields: { follow_up: 'Målene er meldt inn til handlingsprogrammet.' } }],
  },
  {
    key: 'V2', kind: decision, day: 256, by: 'leder', title: 'Pengene fra kampanjen går til traineeprogrammet', state: 'decided',
    fields: { wording: 'Kampanjen mot utflyttede avsluttes. 350 000 kroner flyttes.', decided_by: 'Arbeidsutvalget', decided_on: t.ago(258), case_number: '9/4 (eksempel)', owner: ['fylket'] },
    ties: ties('decides', '1.1.6', '1.1.1'),
    later: [{ day: 205, by: 'leder', state: 'followed_up', fields: { follow_up: 'Beløpet er overført.' } }],
  },
  {
    key: 'V3', kind: decision, day: 151, by: 'leder', title: 'Alle tiltak skal ha en eier', state: 'decided',
    fields: { wording: 'Sekretariatet avklarer eier for hvert tiltak. Tiltak uten eier tas ut av planen.', decided_by: 'Arbeidsutvalget', decided_on: t.ago(152), due_on: t.end(-2), case_number: '12/2 (eksempel)', owner: ['fylket'] },
    ties: ties('decides', '1.1.4', '1.2.5', '4.1.4', '5.1.5'),
  },
  {
    key: 'V4', kind: decision, day: 62, title: 'Skal kommunene garantere for leieinntektene de to første årene?',
    fields: { wording: 'Uten garanti trekker utbyggeren seg. Garantien er anslått til to millioner kroner for tre kommuner.', decided_by: 'Kommunestyrene i Elvestad, Lia og Grønnvik', due_on: t.end(1), owner: ['elvestad'] },
    ties: [tie('decides', '1.2.2')],
  },
  {
    key: 'V5', kind: decision, day: 16, by: 'leder', state: 'decided', title: 'Vi snakker med Industriklyngen før saken går til partnerskapet', audience: 'roles', audienceRoles: ['leader', 'secretariat'],
    fields: { wording: 'Klyngen har lovet 800 000 kroner til felles utstyr, men har ikke vedtatt det. Lederen tar det med styrelederen først.', decided_by: 'Leder av partnerskapet', decided_on: t.ago(16), due_on: t.end(1) },
    ties: [tie('decides', '2.2.5')],
  },
]
