import type { Calendar } from '../../calendar.ts'
import type { Entry } from '../../entry.ts'
import { money, hands, room, status, told } from './measure-entry.ts'

/** Goal 1: first job, and good places to live. */
export const youngAdults = (t: Calendar): Entry[] => {
  const [before, now, next] = [t.year(-1), t.year(0), t.year(1)]
  return [
    told({
      code: '1.1.1', to: '1.1', day: 448, owner: 'naeringsforeningen', partner: ['fylket', 'elvestad', 'lia', 'klyngen'], from: t.start(-15), until: t.end(9),
      title: 'Felles traineeprogram for kommuner og bedrifter',
      text: 'Nyutdannede ansettes i kull på 18–20. De jobber ett år i bedrift og ett i kommune, og møtes hver måned.',
      expected: 'At nyutdannede blir boende etter de to årene.', cost: 'Ca. 1,1 millioner kroner i året', measured: 'Hvor mange som fortsatt er i jobb her etter ett år.',
      anchored: [['P2', 'Punkt 1a'], ['P3', 'Kapittel 2.4']],
      milestones: [
        { title: 'Første kull er ansatt', due: t.end(-12), done: { on: t.end(-12), day: 330 } },
        { title: 'Andre kull er ansatt', due: t.end(-2), done: { on: t.end(-3), day: 70 } },
        { title: 'Egen drift uten prosjektmidler', due: t.end(8) },
      ],
      gifts: [
        money('fylket', 'committed', [[before, 400_000], [now, 400_000], [next, 300_000]]), money('elvestad', 'committed', [[now, 200_000], [next, 200_000]]),
        money('lia', 'committed', [[now, 150_000], [next, 150_000]]), money('klyngen', 'promised', [[next, 200_000]]), hands('naeringsforeningen', 'committed', [[now, 0.5], [next, 0.5]], 'Prosjektleder'),
      ], committed: 210,
      later: [
        status(420, 'in_progress', 'Programmet er lyst ut. 61 har søkt.', 'naering'), status(190, 'in_progress', 'Første kull er halvveis. Tre har sluttet.', 'naering'),
        status(33, 'in_progress', 'To kull er ansatt, 38 i alt. 31 er fortsatt her.', 'naering'),
      ],
    }),
    told({
      code: '1.1.2', to: '1.1', day: 448, owner: 'klyngen', partner: ['hogskolen', 'naeringsforeningen'], from: t.start(-11), until: t.end(-3),
      title: 'Sommerjobb med en faglig oppgave',
      text: 'Studenter får åtte uker i bedrift med en oppgave fra studiet, og en som følger dem opp.',
      expected: 'At studentene kjenner en arbeidsgiver her før de er ferdige.', anchored: [['P2', 'Punkt 1a'], ['P5', 'Del 3.2']],
      gifts: [money('klyngen', 'committed', [[now, 250_000]]), hands('hogskolen', 'committed', [[now, 0.2]], 'Kontakt med studentene')],
      later: [status(310, 'in_progress', '40 bedrifter er spurt, 26 har sagt ja.'), status(84, 'completed', 'Gjennomført. 112 studenter i 44 bedrifter.')],
    }),
    told({
      code: '1.1.3', to: '1.1', day: 448, owner: 'hogskolen', partner: ['naeringsforeningen', 'fagskolen', 'elvestad'], from: t.start(-13), until: t.end(13), period: 'Hver høst', again: 'recurring',
      title: 'Karrieredag på tre studiesteder', text: 'Bedrifter og kommuner møter studentene der de studerer. Hver arbeidsgiver tar med én som selv er nyutdannet.',
      anchored: [['P5', 'Del 3.2']], gifts: [room('hogskolen', 'committed', 'Lokaler på tre studiesteder'), money('naeringsforeningen', 'committed', [[now, 60_000], [next, 60_000]])],
      later: [status(390, 'in_progress', 'Første karrieredag er holdt i Elvestad.'), status(44, 'in_progress', 'Holdt for andre gang. 71 arbeidsgivere kom.')],
    }),
    told({
      code: '1.1.4', to: '1.1', day: 300, from: t.start(1), until: t.end(10),
      title: 'Jobbhjelp til partneren når én flytter hit', text: 'Den som flytter etter, får en samtale og tre kontakter i løpet av to uker.',
      partner: ['arbeidskontoretAnders', 'naeringsforeningen'], cost: 'Avklares', anchored: [['P2', 'Punkt 1b']],
      gifts: [hands('arbeidskontoretAnders', 'wished', [[next, 0.3]], 'Ønsket av sekretariatet, ikke svart på')],
    }),
    told({
      code: '1.1.5', to: '1.1', day: 300, owner: 'lia', partner: ['elvestad', 'hogskolen'], from: t.start(-8), until: t.end(-1),
      title: 'Mentor for nyutdannede det første året', text: 'Hver nyutdannet i Lia og Elvestad får en mentor utenfor egen arbeidsplass.',
      expected: 'At færre slutter det første året.', anchored: [['P2', 'Punkt 1b']],
      milestones: [{ title: '20 mentorer er på plass', due: t.end(-5), done: { on: t.end(-4), day: 118 } }, { title: 'Evaluering med deltakerne', due: t.end(-1) }],
      gifts: [hands('lia', 'committed', [[now, 0.3]], 'Koordinator')], committed: 200,
      later: [status(235, 'in_progress', 'Tolv mentorer har sagt ja.', 'partner'), status(110, 'in_progress', 'Tjue par er i gang. Vi mangler mentorer med teknisk bakgrunn.', 'partner')],
    }),
    told({
      code: '1.1.6', to: '1.1', day: 448, owner: 'fylket', partner: ['naeringsforeningen'], from: t.start(-14), until: t.end(-6),
      title: 'Kampanje mot utflyttede', text: 'Annonser og sosiale medier rettet mot utflyttede mellom 25 og 40 år.',
      anchored: [['P2', 'Punkt 1c']], gifts: [money('fylket', 'promised', [[before, 350_000]])],
      later: [status(400, 'in_progress', 'Byrå er valgt.'), status(255, 'cancelled', 'Stanset etter seks måneder. Mange så annonsene, få tok kontakt. Pengene er flyttet til traineeprogrammet.', 'leder')],
    }),
    told({
      to: '1.1', day: 441, owner: 'naeringsforeningen', partner: ['fylket'], from: t.start(-10), until: t.end(-8),
      title: 'Felles messestand i hovedstaden', text: 'Bedriftene deler en stand på arbeidslivsmessa.',
      later: [{ day: 383, by: 'leder', removed: true }],
    }),
    told({
      code: '1.2.1', to: '1.2', day: 448, owner: 'fylket', partner: ['elvestad', 'lia', 'gronnvik', 'storelv', 'vassoy', 'fjellbygda'], from: t.start(-10), until: t.end(13),
      title: 'Ungdomspanel i alle seks kommuner', text: 'Åtte unge i hver kommune får saker til uttalelse før de avgjøres, og svar på hva som skjedde med rådet.',
      anchored: [['P1', 'Kapittel 3.4']], milestones: [{ title: 'Panel i fire kommuner', due: t.end(-4), done: { on: t.end(-4), day: 105 } }, { title: 'Panel i alle seks', due: t.end(3) }],
      gifts: [hands('fylket', 'committed', [[now, 0.4], [next, 0.4]]), money('fylket', 'committed', [[now, 120_000], [next, 120_000]], 'Honorar og reise')],
      later: [status(280, 'in_progress', 'Elvestad og Lia er i gang.'), status(100, 'in_progress', 'Fire av seks har panel. Storelv og Fjellbygda mangler.')],
    }),
    told({
      code: '1.2.2', to: '1.2', day: 448, owner: 'elvestad', partner: ['lia', 'gronnvik'], from: t.start(-12), until: t.end(4),
      title: 'Utleieboliger for unge i etablering', text: 'Førti leiligheter til vanlig pris i tre sentrum. Kommunene har tomtene, en privat utbygger bygger.',
      expected: 'At den som får jobb, finner et sted å bo samme måned.', cost: 'Ca. 4 millioner kroner i garanti', anchored: [['P3', 'Kapittel 2.4']],
      milestones: [{ title: 'Tomter er valgt', due: t.end(-8), done: { on: t.end(-7), day: 205 } }, { title: 'Avtale med utbygger', due: t.end(-2) }, { title: 'Byggestart', due: t.end(4) }],
      gifts: [money('elvestad', 'promised', [[next, 1_000_000]], 'Garanti'), money('lia', 'promised', [[next, 500_000]], 'Garanti'), money('gronnvik', 'wished', [[next, 500_000]], 'Garanti, ikke behandlet')],
      later: [status(330, 'in_progress', 'Tomter vurderes i alle tre.'), status(64, 'delayed', 'Naboene har klaget på tomta i Elvestad. Utbyggeren venter på svar om garantien.')],
    }),
    told({
      code: '1.2.3', to: '1.2', day: 300, nynorsk: true, owner: 'vassoy', partner: ['fjellbygda', 'frivilligheten'], from: t.start(-9), until: t.end(7),
      title: 'Ein møteplass for unge vaksne i kvar bygd', text: 'Eit rom som er ope to kveldar i veka og ikkje krev at ein kjøper noko. Dei unge styrer sjølve.',
      anchored: [['P1', 'Kapittel 3.5']], gifts: [room('vassoy', 'committed', 'Det gamle skulehuset'), room('fjellbygda', 'promised', 'Gamlebanken'), hands('frivilligheten', 'promised', [[next, 0.2]], 'Rettleiing av dei som driv')],
      later: [status(160, 'in_progress', 'Skulehuset på Vassøy er ope. 25 kjem fast.', 'vassoy'), status(12, 'in_progress', 'Fjellbygda prøver ut gamlebanken. Storelv har ikkje funne lokale.', 'vassoy')],
    }),
    told({
      code: '1.2.4', to: '1.2', day: 448, owner: 'fylket', partner: ['elvestad', 'lia', 'gronnvik'], from: t.start(-12), until: t.end(-2),
      title: 'Kveldsbuss fredag og lørdag', text: 'Tre ruter hjem fra Elvestad klokka 01 på fredager og lørdager, som prøve i ett år.',
      anchored: [['P1', 'Kapittel 3.6']], gifts: [money('fylket', 'committed', [[before, 450_000], [now, 900_000]]), money('elvestad', 'committed', [[now, 200_000]])],
      later: [status(345, 'in_progress', 'Bussene går fra i helga.'), status(50, 'completed', 'Prøveåret er over. Rutene går videre i ordinær drift.')],
    }),
    told({
      code: '1.2.5', to: '1.2', day: 130, from: t.start(2), until: t.end(11),
      title: 'Kulturkort som gjelder i alle kommunene', text: 'Ett kort under 30 år, halv pris på kino, konsert og svømmehall.', cost: 'Ca. 300 000 kroner i året',
      anchored: [['P1', 'Kapittel 3.5']], partner: ['elvestad', 'lia', 'gronnvik', 'storelv', 'vassoy', 'fjellbygda'],
    }),
  ]
}
