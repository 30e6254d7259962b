import type { Calendar } from '../../calendar.ts'
import type { Entry } from '../../entry.ts'
import { money, hands, room, skill, status, told } from './measure-entry.ts'

/** Goal 2: education where people live, and vocational training together with the companies. */
export const competence = (t: Calendar): Entry[] => {
  const [before, now, next, after] = [t.year(-1), t.year(0), t.year(1), t.year(2)]
  return [
    told({
      code: '2.1.1', to: '2.1', day: 448, owner: 'hogskolen', partner: ['storelv', 'vassoy', 'fjellbygda', 'fagskolen'], from: t.start(-15), until: t.end(8),
      title: 'Studiesenter i tre kommuner', text: 'Lesesal, nett og en veileder to dager i uka, slik at voksne kan ta utdanning uten å flytte.',
      expected: 'Sytti studenter i året som ellers ikke hadde begynt.', anchored: [['P2', 'Punkt 2a'], ['P4', 'Tiltak 14'], ['P5', 'Del 3.1']],
      milestones: [
        { title: 'Storelv er åpnet', due: t.end(-9), done: { on: t.end(-9), day: 255 } }, { title: 'Vassøy er åpnet', due: t.end(-4), done: { on: t.end(-3), day: 75 } },
        { title: 'Fjellbygda er åpnet', due: t.end(6) },
      ],
      gifts: [
        hands('hogskolen', 'committed', [[now, 1], [next, 1]], 'Veileder'), room('storelv', 'committed', 'Andre etasje i biblioteket'), room('vassoy', 'committed', 'Det gamle kommunehuset'),
        room('fjellbygda', 'wished', 'Ikke avklart om gamlebanken kan brukes på dagtid'), money('fylket', 'committed', [[now, 600_000], [next, 600_000]]), money('storelv', 'committed', [[now, 180_000], [next, 180_000]]),
      ], committed: 210,
      later: [status(400, 'in_progress', 'Avtale med Storelv er underskrevet.'), status(72, 'in_progress', 'To av tre er åpnet. 43 studenter bruker dem.')],
    }),
    told({
      code: '2.1.2', to: '2.1', day: 448, owner: 'hogskolen', partner: ['lia', 'storelv', 'elvestad'], from: t.start(-9), until: t.end(28),
      title: 'Sykepleierutdanning på samlinger', text: 'Fire år på deltid med samling én uke i måneden. Praksis i egen kommune.', anchored: [['P2', 'Punkt 2a'], ['P5', 'Del 3.1']],
      cost: '2,4 millioner kroner i året', gifts: [money('hogskolen', 'committed', [[now, 900_000], [next, 1_400_000], [after, 1_400_000]]), money('fylket', 'promised', [[next, 500_000], [after, 500_000]]), skill('lia', 'committed', 'Praksisplasser med veileder')],
      later: [status(265, 'in_progress', '28 studenter har begynt, 19 av dem har barn.')],
    }),
    told({
      code: '2.1.3', to: '2.1', day: 448, owner: 'fagskolen', partner: ['klyngen'], from: t.start(-13), until: t.end(-4),
      title: 'Korte kurs i automasjon for ansatte', text: 'Fire kurs på seks uker, halvparten på nett. Bedriften velger tidspunktet.', anchored: [['P2', 'Punkt 2c']],
      gifts: [money('naeringskontoret', 'committed', [[before, 300_000], [now, 500_000]]), skill('klyngen', 'committed', 'Utstyr og oppgaver fra bedriftene')],
      later: [status(370, 'in_progress', 'To kurs er fulle.'), status(115, 'completed', 'Fire kurs er holdt. 64 ansatte fra 17 bedrifter.')],
    }),
    told({
      code: '2.1.4', to: '2.1', day: 448, owner: 'arbeidskontoret', partner: ['fylket', 'fagskolen'], from: t.start(-12), period: 'Løpende', again: 'ongoing',
      title: 'Felles karriereveiledning for voksne', text: 'Én timebok og ett telefonnummer for veiledning i fylket og staten.',
      fields: { kept_in: 'Virksomhetsplanen til arbeidskontoret (eksempel)', kept_at: 'https://virksomhetsplan.eksempel.example/karriere' }, anchored: [['P2', 'Punkt 2b']],
      gifts: [hands('arbeidskontoret', 'committed', [[now, 1], [next, 1]], 'Veileder i Elvestad'), hands('fylket', 'committed', [[now, 1], [next, 1]], 'Veileder i Elvestad')],
      later: [status(290, 'in_progress', 'Timeboka er felles. Begge har veileder i Elvestad, ingen i Storelv.')],
    }),
    told({
      code: '2.1.5', to: '2.1', day: 300, owner: 'fylket', partner: ['hogskolen', 'naeringskontoret'], period: 'Når finansieringen er på plass', again: 'conditional',
      title: 'Stipend til dem som studerer hjemmefra', text: 'Inntil 20 000 kroner i året mot at en jobber to år i fylket etterpå.', cost: '1,5 millioner kroner i året', anchored: [['P2', 'Punkt 2a']],
      gifts: [money('naeringskontoret', 'wished', [[next, 1_000_000]], 'Spurt, ikke svart'), money('fylket', 'promised', [[next, 300_000]])],
    }),
    told({
      code: '2.1.6', to: '2.1', day: 300, owner: 'lia', partner: ['arbeidskontoret', 'naeringsforeningen'], from: t.start(-7), until: t.end(-2),
      title: 'Norskopplæring på arbeidsplassen', text: 'To timer i uka i arbeidstiden, med ord fra jobben. Bedriften betaler timene, kommunen læreren.', anchored: [['P1', 'Kapittel 4.3']],
      milestones: [{ title: 'Tre bedrifter er i gang', due: t.end(-3), done: { on: t.end(-3), day: 82 } }, { title: 'Åtte bedrifter er i gang', due: t.end(4) }],
      gifts: [hands('lia', 'committed', [[now, 0.6], [next, 0.6]], 'Lærer'), money('arbeidskontoret', 'promised', [[next, 200_000]])], committed: 200,
      later: [status(150, 'in_progress', 'Tre bedrifter er med, 22 deltakere.', 'partner'), status(8, 'in_progress', 'Fem bedrifter og 37 deltakere. To bedrifter står på venteliste. Vi går videre et halvt år til.', 'partner', { ends_on: t.end(5) })],
    }),
    told({
      code: '2.2.1', to: '2.2', day: 448, owner: 'fylket', partner: ['arbeidskontoret', 'partene', 'klyngen'], from: t.start(-15), until: t.end(-2),
      title: 'Fagbrev på jobb for voksne', text: 'Ansatte uten fagbrev får kartlagt det de kan, og tar fagprøven mens de jobber.', anchored: [['P1', 'Kapittel 4.2'], ['P2', 'Punkt 2b']],
      gifts: [hands('fylket', 'committed', [[before, 1], [now, 1]]), money('arbeidskontoret', 'committed', [[now, 400_000]])],
      later: [status(430, 'in_progress', '70 ansatte har meldt seg.'), status(55, 'completed', '54 har bestått, 11 tar prøven til våren.')],
    }),
    told({
      code: '2.2.2', to: '2.2', day: 448, owner: 'naeringsforeningen', partner: ['fylket', 'partene'], from: t.start(-10), until: t.end(3),
      title: 'Opplæringskontor for små bedrifter', text: 'Bedrifter med under ti ansatte deler på lærlinger og papirarbeid.', expected: 'Tretti nye læreplasser.', anchored: [['P1', 'Kapittel 4.2']],
      milestones: [{ title: '15 bedrifter er medlemmer', due: t.end(-3), done: { on: t.end(-2), day: 58 } }, { title: '30 læreplasser', due: t.end(3) }],
      gifts: [money('fylket', 'committed', [[now, 350_000], [next, 350_000]]), hands('naeringsforeningen', 'committed', [[now, 0.8], [next, 0.8]])],
      later: [status(270, 'in_progress', 'Daglig leder er ansatt.', 'naering'), status(57, 'in_progress', '16 bedrifter og 18 læreplasser.', 'naering')],
    }),
    told({
      code: '2.2.3', to: '2.2', day: 448, owner: 'elvestad', partner: ['lia', 'gronnvik', 'storelv', 'fylket'], from: t.start(-14), until: t.end(-5),
      title: 'Lærlinger i alle store kommunale oppdrag', text: 'Kommunene krever lærling i alle bygg- og anleggsoppdrag over to millioner kroner.', anchored: [['P3', 'Kapittel 4.1']],
      later: [status(410, 'in_progress', 'Felles tekst til konkurransegrunnlaget er skrevet.'), status(140, 'completed', 'Tatt i bruk av Elvestad, Lia og Grønnvik.')],
      waived: { day: 126, rule: 'measure-completed-without-result', reason: 'Kravet er innarbeidet. Hvor mange lærlinger det gir, telles i opplæringskontoret (2.2.2).' },
    }),
    told({
      code: '2.2.4', to: '2.2', day: 300, nynorsk: true, partner: ['klyngen', 'partene'], from: t.start(-2), until: t.end(6),
      title: 'Yrkesfaglærarar hospiterer i bedrift', text: 'To veker i året for lærarar i industrifag og helsefag. Bedriftene får ein elev tilbake.', anchored: [['P2', 'Punkt 2c']],
      gifts: [money('fylket', 'promised', [[now, 150_000], [next, 150_000]], 'Vikarutgifter'), skill('klyngen', 'promised', 'Plassar i åtte bedrifter')],
      later: [{ day: 21, fields: { owner: ['fylket'] } }],
    }),
    told({
      code: '2.2.5', to: '2.2', day: 300, owner: 'fylket', partner: ['elvestad', 'klyngen'], from: t.start(-9), until: t.end(-2),
      title: 'Felles utstyr til verkstedfagene', text: 'Skolene og bedriftene kjøper tre maskiner sammen og deler på tiden.', cost: '3,2 millioner kroner', anchored: [['P2', 'Punkt 2c']],
      gifts: [money('fylket', 'committed', [[now, 1_600_000]]), money('klyngen', 'promised', [[now, 800_000]])],
      later: [status(120, 'in_progress', 'Anbudet er ute.'), status(26, 'delayed', 'Leveringen er utsatt til våren. Det mangler 800 000 kroner.', 'sekretariat', { ends_on: t.end(5) })],
    }),
  ]
}
