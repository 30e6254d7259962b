import { texts } from '../../../platform/text/texts.ts'
import { fewest } from './suppress.ts'

export const resultWords = texts({
  nb: {
    draft: 'Evalueringen er ikke sendt ennå.', toDraft: 'Se over og send', open: (answered: number, asked: number, day: string) => `${answered} av ${asked} har svart. Svarfristen er ${day}.`, toFollow: 'Følg opp', closed: 'Fristen er ute. De som leder, har ikke vist resultatene ennå.', notShown: 'Bare dere som leder, ser dette. Partnerne ser det når dere viser det.', toPublish: 'Vis for partnerne',
    results: 'Resultater', answered: (answered: number, asked: number) => `${answered} av ${asked} svarte.`, few: `Færre enn ${fewest} svarte. Da viser vi verken tall eller ord, så ingen kan kjennes igjen.`, anonymous: `Tall for en gruppe vises bare når minst ${fewest} har svart, og bare når tallene for de andre ikke kan regnes ut. Det alle svarte likt på, vises ikke.`,
    statement: 'Påstand', picture: 'Svarene', median: 'Midten', spread: 'Halvparten svarte', between: (a: string, b: string) => (a === b ? a : `${a} til ${b}`), agree: 'Enige', change: 'Siden sist', tooFew: 'Vises ikke: for få svar, eller alle svarte likt', noStand: 'Ingen tok stilling', became: 'Er blitt', take: 'Ta videre',
    bars: (parts: string) => `Antall svar: ${parts}.`, bar: (n: number, score: string) => `${score} ${n}`, numbers: 'Vis tallene som tabell', half: (a: string, b: string) => `mellom ${a.toLowerCase()} og ${b.toLowerCase()}`,
    byType: 'Etter hvem som svarte', byTypeLead: 'Midten av svarene fra hver gruppe, og hvor mange som svarte.', byTypeNone: 'Ingen gruppe er stor nok til å vises for seg.', hidden: 'vises ikke',
    over: 'Fra gang til gang', overLead: 'Andelen som er enig i hver påstand. Bare de som tok stilling, er med.', more: (n: number) => `${n} prosentpoeng opp`, less: (n: number) => `${n} prosentpoeng ned`, same: 'Som sist', trend: (name: string, parts: string) => `${name}: ${parts}`,
    words: 'Med egne ord', wordsLead: 'Bare dere som leder, ser ordene. De står uten navn og i tilfeldig rekkefølge. Vil dere dele noe, tar dere det videre i egne ord.', noWords: 'Ingen skrev noe.',
    leadsTo: 'Hva funnene er blitt',
  },
  nn: {
    draft: 'Evalueringa er ikkje send enno.', toDraft: 'Sjå over og send', open: (answered: number, asked: number, day: string) => `${answered} av ${asked} har svart. Svarfristen er ${day}.`, toFollow: 'Følg opp', closed: 'Fristen er ute. Dei som leier, har ikkje vist resultata enno.', notShown: 'Berre de som leier, ser dette. Partnarane ser det når de viser det.', toPublish: 'Vis for partnarane',
    results: 'Resultat', answered: (answered: number, asked: number) => `${answered} av ${asked} svarte.`, few: `Færre enn ${fewest} svarte. Då viser vi verken tal eller ord, så ingen kan kjennast att.`, anonymous: `Tal for ei gruppe blir viste berre når minst ${fewest} har svart, og berre når tala for dei andre ikkje kan reknast ut. Det alle svarte likt på, blir ikkje vist.`,
    statement: 'Påstand', picture: 'Svara', median: 'Midten', spread: 'Halvparten svarte', between: (a: string, b: string) => (a === b ? a : `${a} til ${b}`), agree: 'Samde', change: 'Sidan sist', tooFew: 'Blir ikkje vist: for få svar, eller alle svarte likt', noStand: 'Ingen tok stilling', became: 'Er blitt', take: 'Ta vidare',
    bars: (parts: string) => `Talet på svar: ${parts}.`, bar: (n: number, score: string) => `${score} ${n}`, numbers: 'Vis tala som tabell', half: (a: string, b: string) => `mellom ${a.toLowerCase()} og ${b.toLowerCase()}`,
    byType: 'Etter kven som svarte', byTypeLead: 'Midten av svara frå kvar gruppe, og kor mange som svarte.', byTypeNone: 'Inga gruppe er stor nok til å visast for seg.', hidden: 'blir ikkje vist',
    over: 'Frå gong til gong', overLead: 'Delen som er samd i kvar påstand. Berre dei som tok stilling, er med.', more: (n: number) => `${n} prosentpoeng opp`, less: (n: number) => `${n} prosentpoeng ned`, same: 'Som sist', trend: (name: string, parts: string) => `${name}: ${parts}`,
    words: 'Med eigne ord', wordsLead: 'Berre de som leier, ser orda. Dei står utan namn og i tilfeldig rekkjefølgje. Vil de dele noko, tek de det vidare i eigne ord.', noWords: 'Ingen skreiv noko.',
    leadsTo: 'Kva funna er blitt',
  },
  en: {
    draft: 'The evaluation is not sent yet.', toDraft: 'Look over and send', open: (answered: number, asked: number, day: string) => `${answered} of ${asked} have answered. The deadline is ${day}.`, toFollow: 'Follow up', closed: 'The deadline has passed. Those who lead have not shown the results yet.', notShown: 'Only you who lead see this. The partners see it when you show it.', toPublish: 'Show to the partners',
    results: 'Results', answered: (answered: number, asked: number) => `${answered} of ${asked} answered.`, few: `Fewer than ${fewest} answered. Then neither figures nor words are shown, so that nobody can be recognised.`, anonymous: `Figures of a group are shown only when at least ${fewest} have answered, and only when those of the others cannot be worked out. What all answered alike is not shown.`,
    statement: 'Statement', picture: 'Answers', median: 'Middle', spread: 'Half answered', between: (a: string, b: string) => (a === b ? a : `${a} to ${b}`), agree: 'Agree', change: 'Since last time', tooFew: 'Not shown: too few answers, or all alike', noStand: 'Nobody took a stand', became: 'Has become', take: 'Take it further',
    bars: (parts: string) => `Number of answers: ${parts}.`, bar: (n: number, score: string) => `${score} ${n}`, numbers: 'Show the figures as a table', half: (a: string, b: string) => `between ${a.toLowerCase()} and ${b.toLowerCase()}`,
    byType: 'By who answered', byTypeLead: 'The middle of the answers of each group, and how many answered.', byTypeNone: 'No group is large enough to be shown by itself.', hidden: 'not shown',
    over: 'From time to time', overLead: 'The share that agrees with each statement, of those who took a stand.', more: (n: number) => `up ${n} percentage points`, less: (n: number) => `down ${n} percentage points`, same: 'As last time', trend: (name: string, parts: string) => `${name}: ${parts}`,
    words: 'In their own words', wordsLead: 'Only you who lead see the words. They stand without names and in random order. If you want to share something, take it further in words of your own.', noWords: 'Nobody wrote anything.',
    leadsTo: 'What the findings have become',
  },
})
