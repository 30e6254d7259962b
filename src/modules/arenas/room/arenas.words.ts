import { texts } from '../../../platform/text/texts.ts'

export const arenasWords = texts({
  nb: {
    lead: (n: number) => `${n === 1 ? 'Én arena' : `${n} arenaer`} i bruk.`, arena: 'Arena', level: 'Nivå', next: 'Neste møte', last: 'Siste møte', matters: 'Saker som venter', loose: 'Løse tråder', contact: (other: string) => `For lenge siden kontakt med ${other}`, missing: (other: string) => `Mangler kontakt med ${other}`, oneWay: (other: string) => `Går bare én vei med ${other}`, alone: 'Står alene', notMet: (days: number) => `Har ikke møttes på ${days} dager`,
    notPlanned: 'Ikke planlagt', neverMet: 'Ikke møttes ennå', none: 'Ingen', noneLoose: 'Ingen', at: (day: string, time: string) => `${day} kl. ${time}`, removed: 'Fjernet',
    resting: 'Ikke i bruk nå', restingLead: 'Planlagte, hvilende og avsluttede arenaer.', state: 'Status',
    waiting: (n: number, days: number) => `${n}, den eldste i ${days} ${days === 1 ? 'dag' : 'dager'}`,
  },
  nn: {
    lead: (n: number) => `${n === 1 ? 'Éin arena' : `${n} arenaer`} i bruk.`, arena: 'Arena', level: 'Nivå', next: 'Neste møte', last: 'Siste møte', matters: 'Saker som ventar', loose: 'Lause trådar', contact: (other: string) => `For lenge sidan kontakt med ${other}`, missing: (other: string) => `Manglar kontakt med ${other}`, oneWay: (other: string) => `Går berre éin veg med ${other}`, alone: 'Står åleine', notMet: (days: number) => `Har ikkje møtst på ${days} dagar`,
    notPlanned: 'Ikkje planlagt', neverMet: 'Ikkje møtst enno', none: 'Ingen', noneLoose: 'Ingen', at: (day: string, time: string) => `${day} kl. ${time}`, removed: 'Fjerna',
    resting: 'Ikkje i bruk no', restingLead: 'Planlagde, kvilande og avslutta arenaer.', state: 'Status',
    waiting: (n: number, days: number) => `${n}, den eldste i ${days} ${days === 1 ? 'dag' : 'dagar'}`,
  },
  en: {
    lead: (n: number) => `${n === 1 ? 'One arena' : `${n} arenas`} in use.`, arena: 'Arena', level: 'Level', next: 'Next meeting', last: 'Last meeting', matters: 'Matters that wait', loose: 'Loose threads', contact: (other: string) => `Contact with ${other} is too long ago`, missing: (other: string) => `Lacks contact with ${other}`, oneWay: (other: string) => `Goes only one way with ${other}`, alone: 'Stands alone', notMet: (days: number) => `Has not met for ${days} days`,
    notPlanned: 'Not planned', neverMet: 'Has not met yet', none: 'None', noneLoose: 'None', at: (day: string, time: string) => `${day} at ${time}`, removed: 'Removed',
    resting: 'Not in use now', restingLead: 'Planned, resting and ended arenas.', state: 'Status',
    waiting: (n: number, days: number) => `${n}, the oldest for ${days} ${days === 1 ? 'day' : 'days'}`,
  },
})
