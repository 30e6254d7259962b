import { texts } from '../../../platform/text/texts.ts'

export const lateWords = texts({
  nb: {
    title: 'Hva er forsinket, hva mangler eier?', lead: (n: number, of: number) => `${n} av ${of} tiltak trenger at noen gjør noe.`,
    groups: {
      needsDecision: 'Trenger en avgjørelse', overdue: 'Over fristen', milestone: 'Milepæler over fristen', delayed: 'Meldt forsinket', noOwner: 'Ingen eier ennå', quiet: 'Stille lenge',
    },
    why: {
      needsDecision: 'Noen venter på svar. Ta det med til neste møte.', overdue: 'Sett en ny frist, eller si at det er fullført.', milestone: 'Er den nådd, så skriv datoen. Ellers flytt den.',
      delayed: 'Hva skal til for å komme videre?', noOwner: 'Det ingen eier, blir sjelden gjort. Spør hvem som tar det.', quiet: 'Tiltaket er i gang, men ingen har sagt noe om status på lenge.',
    },
    since: (when: string) => `Fristen var ${when}`, quietSince: (when: string) => `Sist sagt noe ${when}`, noOwner: 'Ingen eier ennå', open: 'Åpne tiltaket', owner: 'Hvem', measure: 'Tiltak', what: 'Hva', count: (n: number) => ` (${n})`,
    months: 'Stille i mer enn', monthsOf: (n: number) => `${n} måneder`, noneTitle: 'Ingenting er forsinket', none: 'Alle tiltak er i rute, har en eier og har fått status nylig. Godt gjort.',
    emptyTitle: 'Ingen tiltak å følge med på ennå', empty: 'Når planen har tiltak, viser denne siden hva som er over fristen, hva ingen eier, og hva som venter på en avgjørelse.', toMeasures: 'Gå til tiltakene', jump: 'På denne siden',
  },
  nn: {
    title: 'Kva er forseinka, kva manglar eigar?', lead: (n: number, of: number) => `${n} av ${of} tiltak treng at nokon gjer noko.`,
    groups: {
      needsDecision: 'Treng ei avgjerd', overdue: 'Over fristen', milestone: 'Milepælar over fristen', delayed: 'Meldt forseinka', noOwner: 'Ingen eigar enno', quiet: 'Stille lenge',
    },
    why: {
      needsDecision: 'Nokon ventar på svar. Ta det med til neste møte.', overdue: 'Set ein ny frist, eller sei at det er fullført.', milestone: 'Er han nådd, så skriv datoen. Elles flytt han.',
      delayed: 'Kva skal til for å kome vidare?', noOwner: 'Det ingen eig, blir sjeldan gjort. Spør kven som tek det.', quiet: 'Tiltaket er i gang, men ingen har sagt noko om status på lenge.',
    },
    since: (when: string) => `Fristen var ${when}`, quietSince: (when: string) => `Sist sagt noko ${when}`, noOwner: 'Ingen eigar enno', open: 'Opne tiltaket', owner: 'Kven', measure: 'Tiltak', what: 'Kva', count: (n: number) => ` (${n})`,
    months: 'Stille i meir enn', monthsOf: (n: number) => `${n} månader`, noneTitle: 'Ingenting er forseinka', none: 'Alle tiltak er i rute, har ein eigar og har fått status nyleg. Godt gjort.',
    emptyTitle: 'Ingen tiltak å følgje med på enno', empty: 'Når planen har tiltak, viser denne sida kva som er over fristen, kva ingen eig, og kva som ventar på ei avgjerd.', toMeasures: 'Gå til tiltaka', jump: 'På denne sida',
  },
  en: {
    title: 'What is late, what has no owner?', lead: (n: number, of: number) => `${n} of ${of} measures need somebody to act.`,
    groups: {
      needsDecision: 'Needs a decision', overdue: 'Past the deadline', milestone: 'Milestones past their date', delayed: 'Said to be delayed', noOwner: 'No owner yet', quiet: 'Quiet for long',
    },
    why: {
      needsDecision: 'Somebody waits for an answer. Bring it to the next meeting.', overdue: 'Set a new deadline, or say that it is completed.', milestone: 'If it is reached, write the date. If not, move it.',
      delayed: 'What does it take to get on?', noOwner: 'What nobody owns is seldom done. Ask who will take it.', quiet: 'The measure is under way, but nobody has said anything about its status for long.',
    },
    since: (when: string) => `The deadline was ${when}`, quietSince: (when: string) => `Last told of ${when}`, noOwner: 'No owner yet', open: 'Open the measure', owner: 'Who', measure: 'Measure', what: 'What', count: (n: number) => ` (${n})`,
    months: 'Quiet for more than', monthsOf: (n: number) => `${n} months`, noneTitle: 'Nothing is late', none: 'Every measure is on course, has an owner and a recent status. Well done.',
    emptyTitle: 'No measures to follow yet', empty: 'When the plan has measures, this page shows what is past its deadline, what nobody owns, and what waits for a decision.', toMeasures: 'Go to the measures', jump: 'On this page',
  },
})
