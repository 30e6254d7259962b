import type { Calendar } from '../../calendar.ts'
import type { Entry } from '../../entry.ts'
import { money, hands, room, skill, status, told } from './measure-entry.ts'

/** Goal 5: one way in for entrepreneurs, and tourism all year. */
export const business = (t: Calendar): Entry[] => {
  const [now, next] = [t.year(0), t.year(1)]
  return [
    told({
      code: '5.1.1', to: '5.1', day: 448, owner: 'naeringshagen', partner: ['elvestad', 'lia', 'gronnvik', 'storelv', 'vassoy', 'fjellbygda', 'naeringskontoret'], from: t.start(-14), until: t.end(10),
      title: 'Felles førstelinje for gründere', text: 'Ett nummer, én postkasse og svar innen to dager. Den som svarer, følger saken til den er løst.', expected: 'At ingen må innom mer enn to.', anchored: [['P2', 'Punkt 5'], ['P4', 'Tiltak 22']],
      milestones: [{ title: 'Fire kommuner er med', due: t.end(-8), done: { on: t.end(-8), day: 230 } }, { title: 'Alle seks er med', due: t.end(2) }],
      gifts: [
        hands('naeringshagen', 'committed', [[now, 1.5], [next, 1.5]]), money('elvestad', 'committed', [[now, 300_000], [next, 300_000]]), money('lia', 'committed', [[now, 120_000], [next, 120_000]]),
        money('gronnvik', 'committed', [[now, 90_000], [next, 90_000]]), money('storelv', 'committed', [[now, 90_000], [next, 90_000]]), money('vassoy', 'wished', [[next, 50_000]], 'Ikke behandlet'), money('fjellbygda', 'wished', [[next, 40_000]], 'Ikke behandlet'),
      ], committed: 210,
      later: [status(395, 'in_progress', 'Elvestad og Storelv er i gang.'), status(228, 'in_progress', 'Fire kommuner er med.'), status(36, 'in_progress', '240 gründere har fått svar. Vassøy og Fjellbygda er ikke med ennå.')],
    }),
    told({
      code: '5.1.2', to: '5.1', day: 300, owner: 'storelv', partner: ['elvestad', 'lia', 'gronnvik', 'vassoy', 'fjellbygda', 'naeringskontoret'], from: t.start(-8), until: t.end(2),
      title: 'Like vilkår for de kommunale næringsfondene', text: 'Samme skjema, samme frister og samme krav i alle seks kommuner.', anchored: [['P4', 'Tiltak 21']], gifts: [hands('storelv', 'committed', [[now, 0.2]])],
      later: [status(180, 'in_progress', 'Felles skjema er prøvd i tre kommuner.'), status(61, 'in_progress', 'Fem kommuner har vedtatt vilkårene.')],
    }),
    told({
      code: '5.1.3', to: '5.1', day: 448, owner: 'lia', partner: ['elvestad', 'gronnvik'], from: t.start(-12), until: t.end(1),
      title: 'Svar på byggesøknader fra bedrifter innen 30 dager', text: 'Tre byggesakskontorer hjelper hverandre når køen er lang.', measured: 'Dager fra søknaden er komplett til svaret er sendt.',
      gifts: [hands('lia', 'committed', [[now, 0.2], [next, 0.2]]), hands('elvestad', 'promised', [[next, 0.2]])],
      later: [status(340, 'in_progress', 'Vi teller dagene: 52 i snitt.', 'partner'), status(75, 'delayed', 'Nede i 41 dager. To saksbehandlere har sluttet, og stillingene står tomme.', 'partner')],
    }),
    told({
      code: '5.1.4', to: '5.1', day: 300, owner: 'naeringsforeningen', partner: ['naeringshagen'], from: t.start(-7), until: t.end(4),
      title: 'Kurs i styrearbeid for små bedrifter', text: 'Tre kvelder. Deltakerne får med seg en styreplan hjem.', anchored: [['P2', 'Punkt 5']],
      gifts: [money('naeringsforeningen', 'committed', [[now, 80_000], [next, 80_000]])],
      later: [status(125, 'in_progress', 'To kurs er holdt, 39 deltakere.', 'naering')],
    }),
    told({
      code: '5.1.5', to: '5.1', day: 300, from: t.start(-8), until: t.end(8), partner: ['naeringshagen', 'naeringskontoret', 'fylket'],
      title: 'Nettverk for kvinnelige gründere', text: 'Seks samlinger i året og en årlig dag med investorer.', anchored: [['P1', 'Kapittel 7.2']],
      gifts: [money('fylket', 'promised', [[now, 100_000], [next, 100_000]]), money('naeringskontoret', 'promised', [[now, 100_000], [next, 100_000]])],
      later: [status(133, 'in_progress', 'Deltakerne driver det selv. Ingen av partnerne har ansvaret.')],
    }),
    told({
      code: '5.2.1', to: '5.2', day: 440, owner: 'reiselivet', partner: ['fylket', 'fjellbygda', 'vassoy'], from: t.start(-12), until: t.end(7),
      title: 'Pakker utenom høysesongen', text: 'Helgepakker i april, mai, oktober og november, solgt sammen.', anchored: [['P1', 'Kapittel 7.4']],
      gifts: [money('reiselivet', 'committed', [[now, 400_000], [next, 400_000]]), money('fylket', 'promised', [[next, 300_000]])],
      later: [status(315, 'in_progress', 'Sju bedrifter er med.'), status(78, 'in_progress', 'Elleve pakker er i salg. Best i oktober, svakest i mai.')],
    }),
    told({
      code: '5.2.2', to: '5.2', day: 440, owner: 'fagskolen', partner: ['reiselivet'], from: t.start(-9), period: 'Vår og høst', again: 'recurring', until: t.end(8),
      title: 'Vertskapskurs for sesongansatte', text: 'To dager før sesongen, på norsk og engelsk.', anchored: [['P2', 'Punkt 5']], gifts: [skill('fagskolen', 'committed', 'Kursholder'), room('reiselivet', 'committed', 'Kurslokale')],
      later: [status(240, 'in_progress', '58 deltakere før vinteren.')],
    }),
    told({
      code: '5.2.3', to: '5.2', day: 440, nynorsk: true, owner: 'fjellbygda', partner: ['storelv', 'lia', 'reiselivet', 'frivilligheten'], from: t.start(-10), until: t.end(10),
      title: 'Sykkelrute mellom bygdesentera', text: 'Skilt, hvileplassar og kart på 86 kilometer grusveg som alt finst.', cost: 'Om lag 1,8 millionar kroner', anchored: [['P1', 'Kapittel 7.4']],
      milestones: [{ title: 'Avtale med grunneigarane', due: t.end(-3) }, { title: 'Skilta er oppe', due: t.end(8) }],
      gifts: [money('fjellbygda', 'promised', [[next, 300_000]]), money('storelv', 'committed', [[next, 300_000]]), money('fylket', 'wished', [[next, 900_000]])],
      later: [status(285, 'in_progress', 'Ruta er teikna.'), status(52, 'delayed', 'To grunneigarar har ikkje svart, og frivillige manglar til skiltinga.')],
    }),
  ]
}
