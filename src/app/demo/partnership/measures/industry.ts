import type { Calendar } from '../../calendar.ts'
import type { Entry } from '../../entry.ts'
import { money, hands, skill, status, told } from './measure-entry.ts'

/** Goal 4: power, land and circular value chains. */
export const industry = (t: Calendar): Entry[] => {
  const [before, now, next] = [t.year(-1), t.year(0), t.year(1)]
  return [
    told({
      code: '4.1.1', to: '4.1', day: 448, owner: 'fylket', partner: ['elvestad', 'gronnvik', 'storelv', 'lia'], from: t.start(-14), until: t.end(-6),
      title: 'Felles kraftkart for næringsområdene', text: 'Ett kart som viser hvor det er ledig kraft, hvor det kommer, og hvem som står i kø.', anchored: [['P1', 'Kapittel 6.1'], ['P2', 'Punkt 4']],
      gifts: [money('fylket', 'committed', [[before, 250_000], [now, 150_000]]), hands('elvestad', 'committed', [[now, 0.2]])],
      later: [status(420, 'in_progress', 'Netteieren har gitt oss tallene.'), status(168, 'completed', 'Kartet er åpent for alle og blir oppdatert hver måned.')],
    }),
    told({
      code: '4.1.2', to: '4.1', day: 448, owner: 'elvestad', partner: ['fylket', 'gronnvik', 'klyngen'], from: t.start(-11), until: t.end(2),
      title: 'Avtale med netteieren om kø og kapasitet', text: 'De som er klare, går foran dem som bare har meldt behov.', expected: 'At fire bedrifter kan utvide innen to år.', anchored: [['P2', 'Punkt 4']],
      milestones: [{ title: 'Felles krav fra kommunene', due: t.end(-7), done: { on: t.end(-7), day: 200 } }, { title: 'Avtalen er underskrevet', due: t.end(-1) }],
      gifts: [hands('elvestad', 'committed', [[now, 0.3]]), hands('fylket', 'committed', [[now, 0.2]])],
      later: [status(325, 'in_progress', 'Første møte med netteieren er holdt.'), status(196, 'in_progress', 'Kommunene er enige om felles krav.')],
    }),
    told({
      code: '4.1.3', to: '4.1', day: 300, owner: 'gronnvik', partner: ['elvestad', 'storelv'], from: t.start(-7), until: t.end(5),
      title: 'Felles mal for regulering av industriområder', text: 'Samme krav til støy, vei og vann i tre kommuner, så bedriften vet hva som gjelder.', anchored: [['P1', 'Kapittel 6.2']],
      gifts: [hands('gronnvik', 'committed', [[now, 0.2], [next, 0.2]]), skill('fylket', 'promised', 'Planfaglig hjelp')],
      later: [status(155, 'in_progress', 'Utkast er sendt til planavdelingene.')],
    }),
    told({
      code: '4.1.4', to: '4.1', day: 300, from: t.start(2), until: t.end(14),
      title: 'Hurtiglading for tungtransport', text: 'To steder langs hovedveien der tunge kjøretøy kan lade på førti minutter.', partner: ['fylket', 'elvestad', 'storelv'], cost: '12 millioner kroner, mest fra andre', anchored: [['P1', 'Kapittel 6.4']],
      gifts: [money('fylket', 'wished', [[next, 2_000_000]])],
    }),
    told({
      code: '4.1.5', to: '4.1', day: 130, partner: ['gronnvik', 'storelv', 'frivilligheten'], from: t.start(2), until: t.end(12),
      title: 'Tidlig samtale med landbruk og friluftsliv om areal', text: 'Før et område blir regulert, møtes de som bruker det i dag, og de som vil bruke det.', anchored: [['P1', 'Kapittel 6.2']],
      gifts: [hands('fylket', 'promised', [[next, 0.2]])], later: [{ day: 21, fields: { owner: ['fylket'] } }],
    }),
    told({
      code: '4.2.1', to: '4.2', day: 440, owner: 'forskning', partner: ['klyngen', 'gronnvik'], from: t.start(-13), until: t.end(-4),
      title: 'Kartlegge restråstoff i matindustrien', text: 'Hva blir kastet, hvor mye, når på året, og hvem kunne brukt det.', anchored: [['P1', 'Kapittel 6.3']],
      gifts: [money('naeringskontoret', 'committed', [[before, 200_000], [now, 300_000]]), hands('forskning', 'committed', [[now, 0.5]])],
      later: [status(350, 'in_progress', 'Seks bedrifter er kartlagt.'), status(112, 'completed', 'Elleve bedrifter er kartlagt. Rapporten er åpen.')],
    }),
    told({
      code: '4.2.2', to: '4.2', day: 300, owner: 'gronnvik', partner: ['klyngen', 'forskning'], from: t.start(-6), until: t.end(15),
      title: 'Spillvarme fra fabrikken til veksthus', anchored: [['P1', 'Kapittel 6.3']], text: 'Fabrikken slipper ut varme nok til tjue mål veksthus. To gartnere vil være med.', cost: '900 000 kroner til forprosjekt',
      milestones: [{ title: 'Avtale med fabrikken', due: t.end(-1), done: { on: t.ago(20), day: 18 } }, { title: 'Forprosjekt er ferdig', due: t.end(6) }],
      gifts: [money('gronnvik', 'committed', [[now, 200_000], [next, 200_000]]), money('naeringskontoret', 'promised', [[next, 300_000]])],
      later: [status(135, 'in_progress', 'Fabrikken er positiv. Vi regner på røret.'), status(17, 'in_progress', 'Avtalen med fabrikken er underskrevet.')],
    }),
    told({
      code: '4.2.3', to: '4.2', day: 300, partner: ['lia', 'gronnvik', 'storelv', 'vassoy', 'fjellbygda'], from: t.start(-3), until: t.end(9),
      title: 'Krav om gjenbruk i kommunale innkjøp', text: 'Møbler, bygningsdeler og arbeidsklær først.', anchored: [['P3', 'Kapittel 5.3']], gifts: [skill('fylket', 'promised', 'Innkjøpsfaglig hjelp')],
      later: [{ day: 14, fields: { owner: ['elvestad'] } }],
    }),
    told({
      code: '4.2.4', to: '4.2', day: 448, owner: 'frivilligheten', partner: ['elvestad', 'lia'], from: t.start(-13), until: t.end(-5),
      title: 'Byttebørs for overskuddsmat', text: 'Butikker og serveringssteder melder fra, frivillige henter.', anchored: [['P1', 'Kapittel 6.3']],
      later: [status(375, 'in_progress', 'Prøves i Elvestad.'), status(185, 'cancelled', 'Avsluttet. En landsdekkende tjeneste gjør det samme og bedre.')],
    }),
  ]
}
