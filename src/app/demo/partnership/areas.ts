import { priorityArea } from '../../../modules/plans/index.ts'
import { type Entry, tie, ties } from '../entry.ts'

/** Nine priority areas, although the partnership itself has said at most five. */
export const areas = (): Entry[] => [
  {
    key: '1.1', kind: priorityArea, day: 485, code: '1.1', title: 'Første jobb',
    fields: { description: 'Unge som får sin første ordentlige jobb her, blir oftere boende.', owner: ['naeringsforeningen'] },
    ties: [...ties('pursues', 'M1'), tie('anchored_in', 'P2', 'Punkt 1')],
  },
  {
    key: '1.2', kind: priorityArea, day: 485, code: '1.2', title: 'Gode steder å bo for unge voksne',
    fields: { description: 'Et sted å leie, et sted å møtes og en buss hjem.', owner: ['elvestad'] },
    ties: [...ties('pursues', 'M1'), tie('anchored_in', 'P3', 'Kapittel 2.4')],
  },
  {
    key: '2.1', kind: priorityArea, day: 485, code: '2.1', title: 'Utdanning der folk bor',
    fields: { description: 'Voksne med jobb og barn skal kunne ta utdanning uten å flytte.', owner: ['hogskolen'] },
    ties: [...ties('pursues', 'M2'), tie('anchored_in', 'P2', 'Punkt 2')],
  },
  {
    key: '2.2', kind: priorityArea, day: 485, code: '2.2', title: 'Fagopplæring sammen med bedriftene',
    fields: { description: 'Flere læreplasser i små bedrifter, og flere som fullfører.', owner: ['fylket'] },
    ties: [...ties('pursues', 'M2'), tie('anchored_in', 'P2', 'Punkt 2')],
  },
  {
    key: '3.1', kind: priorityArea, day: 484, code: '3.1', title: 'Møteplasser for forskere og bedrifter',
    fields: { description: 'Korte veier, faste tidspunkt og noen som kjenner begge sider.', owner: ['forskning'] },
    ties: [...ties('pursues', 'M3'), tie('anchored_in', 'P5')],
  },
  {
    key: '4.1', kind: priorityArea, day: 484, code: '4.1', title: 'Kraft og areal til grønn industri',
    fields: { description: 'Én oversikt, én kø og planer som er klare når bedriften spør.', owner: ['elvestad'] },
    ties: [...ties('pursues', 'M4'), tie('anchored_in', 'P2', 'Punkt 4')],
  },
  {
    key: '4.2', kind: priorityArea, day: 460, code: '4.2', title: 'Sirkulære verdikjeder',
    fields: { description: 'Det én kaster, kan en annen bruke.', owner: ['gronnvik'] },
    ties: ties('pursues', 'M4'),
  },
  {
    key: '5.1', kind: priorityArea, day: 484, code: '5.1', title: 'Én vei inn for gründere',
    fields: { description: 'Samme svar i alle kommuner, uansett hvem en spør.', owner: ['naeringshagen'] },
    ties: [...ties('pursues', 'M5'), tie('anchored_in', 'P2', 'Punkt 5')],
  },
  {
    key: '5.2', kind: priorityArea, day: 455, code: '5.2', title: 'Reiseliv hele året',
    fields: { description: 'Arbeid i mer enn tolv uker, så folk kan bo her av det.', owner: ['reiselivet'] },
    ties: ties('pursues', 'M5'),
  },
]
