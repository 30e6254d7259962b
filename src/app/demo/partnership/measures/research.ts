import type { Calendar } from '../../calendar.ts'
import type { Entry } from '../../entry.ts'
import { money, hands, room, skill, status, told } from './measure-entry.ts'

/** Goal 3: where researchers and companies meet. */
export const research = (t: Calendar): Entry[] => {
  const [now, next] = [t.year(0), t.year(1)]
  return [
    told({
      code: '3.1.1', to: '3.1', day: 448, owner: 'forskning', partner: ['naeringsforeningen', 'hogskolen'], from: t.start(-14), period: 'Første torsdag i måneden', again: 'recurring',
      title: 'Forskningsfrokost hver måned', text: 'Én bedrift forteller om et problem, én forsker om noe som kan hjelpe. Ferdig på en time.', anchored: [['P5', 'Del 3.3']],
      gifts: [hands('forskning', 'committed', [[now, 0.1], [next, 0.1]]), room('naeringsforeningen', 'committed', 'Lokale og frokost')],
      later: [status(415, 'in_progress', 'Tre frokoster er holdt.'), status(48, 'in_progress', 'Fjorten frokoster. I snitt kommer 31, halvparten fra bedrifter.')],
    }),
    told({
      code: '3.1.2', to: '3.1', day: 448, owner: 'naeringshagen', partner: ['forskning', 'hogskolen', 'fylket', 'naeringskontoret'], from: t.start(-13), until: t.end(11),
      title: 'En kobler som besøker førti bedrifter i året', text: 'Én person reiser ut, spør hva som er vanskelig, og ringer rett forsker fra bilen.', expected: 'Tjue nye samarbeid i året.', anchored: [['P1', 'Kapittel 5.2'], ['P2', 'Punkt 3']],
      gifts: [money('fylket', 'committed', [[now, 700_000], [next, 700_000]], 'Lønn til kobleren'), money('naeringskontoret', 'committed', [[now, 600_000], [next, 600_000]], 'Lønn til kobleren'), hands('naeringshagen', 'committed', [[now, 1], [next, 1]])],
      later: [status(360, 'in_progress', 'Kobleren er ansatt.'), status(175, 'in_progress', '28 besøk, sju koblinger.'), status(30, 'in_progress', '52 besøk og 19 koblinger.')],
    }),
    told({
      code: '3.1.3', to: '3.1', day: 448, owner: 'naeringskontoret', partner: ['hogskolen', 'forskning'], from: t.start(-12), until: t.end(12), period: 'Før hver søknadsfrist', again: 'recurring',
      title: 'Søknadsverksted for bedrifter', text: 'En dag der bedriften går hjem med et utkast.', anchored: [['P1', 'Kapittel 5.2']],
      gifts: [skill('naeringskontoret', 'committed', 'To rådgivere'), skill('hogskolen', 'committed', 'To som har skrevet søknader før')],
      later: [status(320, 'in_progress', 'To verksteder er holdt.'), status(90, 'in_progress', 'Fem verksteder, 41 bedrifter.')],
    }),
    told({
      code: '3.1.4', to: '3.1', day: 448, owner: 'hogskolen', partner: ['naeringsforeningen', 'klyngen'], from: t.start(-14), until: t.end(-5),
      title: 'Masteroppgaver bestilt av bedriftene', text: 'Bedriftene leverer problemer i oktober, studentene velger i november.', anchored: [['P5', 'Del 3.3']],
      gifts: [hands('hogskolen', 'committed', [[now, 0.2]])],
      later: [status(380, 'in_progress', '46 problemer er meldt inn.'), status(145, 'completed', '23 oppgaver er levert. Ni bedrifter har gått videre.')],
    }),
    told({
      code: '3.1.5', to: '3.1', day: 300, owner: 'hogskolen', partner: ['klyngen', 'forskning', 'elvestad'], from: t.start(-6), until: t.end(12),
      title: 'Delt laboratorium på campus', text: 'Bedrifter leier tid i laboratoriet, og studentene får oppgaver fra dem.', cost: '6 millioner kroner i utstyr', anchored: [['P5', 'Del 3.4']],
      milestones: [{ title: 'Lokale er valgt', due: t.end(-2) }, { title: 'Utstyr er bestilt', due: t.end(3) }],
      gifts: [
        room('hogskolen', 'promised', 'Fløy C på campus'), room('klyngen', 'promised', 'Ledig hall i industriparken'),
        money('hogskolen', 'committed', [[next, 2_000_000]]), money('klyngen', 'promised', [[next, 1_000_000]]), money('naeringskontoret', 'wished', [[next, 2_000_000]]),
      ],
      later: [status(170, 'in_progress', 'Behovet er kartlagt hos elleve bedrifter.'), status(40, 'delayed', 'Både høgskolen og klyngen tilbyr lokale. Ingen har avgjort hvilket.')],
    }),
    told({
      to: null, day: 19, nynorsk: true, owner: 'hogskolen', partner: ['naeringsforeningen'], from: t.start(3), until: t.end(9),
      title: 'Felles opplæring i kunstig intelligens for små bedrifter', text: 'Kom opp på møtet i partnarskapet. Er ikkje plassert i planen enno.', cost: 'Ikkje rekna på',
      anchored: [['P2', 'Punkt 3']], cameFrom: 'S-ki',
      fields: { notes: 'Fleire partnarar spurde om dette kan gå inn i dei korte kursa på fagskulen.' },
    }),
  ]
}
