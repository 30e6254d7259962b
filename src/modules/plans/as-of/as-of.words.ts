import { texts } from '../../../platform/text/texts.ts'

export const asOfWords = texts({
  nb: {
    title: 'Planen slik den var', lead: (day: string) => `Slik sto planen ved slutten av ${day}.`, leadToday: (when: string) => `Slik står planen nå, ${when}.`, day: 'Dato', show: 'Vis planen den dagen',
    unreadable: 'Skriv datoen som år-måned-dag, for eksempel 2026-03-31.', future: 'Den dagen har ikke vært ennå. Under ser du planen slik den står nå.', month: 'For en måned siden', year: 'Ved nyttår', today: 'I dag',
    nothing: (day: string) => `Det sto ingenting i planen ${day}.`, began: (day: string) => `Det første ble skrevet ${day}.`,
    since: (day: string) => `Hva er endret siden ${day}?`, none: 'Ingenting er endret siden da.', added: (n: number) => `${n} nye`, gone: (n: number) => `${n} tatt bort`, changed: (n: number) => `${n} endret`,
    addedTitle: 'Nytt', goneTitle: 'Tatt bort', changedTitle: 'Endret', what: 'Hva', then: 'Da', now: 'Nå', plan: 'Planen', back: 'Planen slik den står nå', all: 'Alle endringer, med hvem og når',
    audience: 'Du ser det du har tilgang til i dag.',
  },
  nn: {
    title: 'Planen slik han var', lead: (day: string) => `Slik stod planen ved slutten av ${day}.`, leadToday: (when: string) => `Slik står planen no, ${when}.`, day: 'Dato', show: 'Vis planen den dagen',
    unreadable: 'Skriv datoen som år-månad-dag, til dømes 2026-03-31.', future: 'Den dagen har ikkje vore enno. Under ser du planen slik han står no.', month: 'For ein månad sidan', year: 'Ved nyttår', today: 'I dag',
    nothing: (day: string) => `Det stod ingenting i planen ${day}.`, began: (day: string) => `Det første blei skrive ${day}.`,
    since: (day: string) => `Kva er endra sidan ${day}?`, none: 'Ingenting er endra sidan då.', added: (n: number) => `${n} nye`, gone: (n: number) => `${n} tekne bort`, changed: (n: number) => `${n} endra`,
    addedTitle: 'Nytt', goneTitle: 'Teke bort', changedTitle: 'Endra', what: 'Kva', then: 'Då', now: 'No', plan: 'Planen', back: 'Planen slik han står no', all: 'Alle endringar, med kven og når',
    audience: 'Du ser det du har tilgang til i dag.',
  },
  en: {
    title: 'The plan as it was', lead: (day: string) => `The plan as it stood at the end of ${day}.`, leadToday: (when: string) => `The plan as it stands now, ${when}.`, day: 'Date', show: 'Show the plan on that day',
    unreadable: 'Write the date as year-month-day, for example 2026-03-31.', future: 'That day has not been yet. Below is the plan as it stands now.', month: 'A month ago', year: 'At New Year', today: 'Today',
    nothing: (day: string) => `There was nothing in the plan on ${day}.`, began: (day: string) => `The first was written on ${day}.`,
    since: (day: string) => `What has changed since ${day}?`, none: 'Nothing has changed since then.', added: (n: number) => `${n} new`, gone: (n: number) => `${n} taken away`, changed: (n: number) => `${n} changed`,
    addedTitle: 'New', goneTitle: 'Taken away', changedTitle: 'Changed', what: 'What', then: 'Then', now: 'Now', plan: 'The plan', back: 'The plan as it stands now', all: 'All changes, with who and when',
    audience: 'You see what you have access to today.',
  },
})
