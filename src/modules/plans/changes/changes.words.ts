import { texts } from '../../../platform/text/texts.ts'

export const changesWords = texts({
  nb: {
    title: 'Endringer', lead: 'Alt som er gjort i arbeidsrommet, det nyeste først: hvem, når, og hva det var før.', plan: 'Planen', person: 'Hvem', kind: 'Hva slags', from: 'Fra og med', to: 'Til og med', all: 'Alle',
    older: 'Vis eldre', newest: 'Til de nyeste', none: 'Ingen endringer å vise.', noneChosen: 'Ingen endringer passer med utvalget.', clear: 'Vis alle', system: 'Systemet', for: (organisation: string) => `for ${organisation}`, badDate: 'Skriv datoen som år-måned-dag, for eksempel 2026-03-31.',
    did: { added: 'la til', changed: 'endret', removed: 'fjernet', restored: 'hentet tilbake', linked: 'knyttet', unlinked: 'løsnet', relinked: 'knyttet igjen', other: 'gjorde noe med', party: 'endret partnerne', settings: 'endret innstillingene', started: 'laget arbeidsrommet', merged: 'slo sammen to som var den samme', parted: 'angret en sammenslåing', succeeded: 'lot en ny organisasjon ta over', restituted: 'angret at en ny organisasjon tok over' },
    things: (n: number) => `${n} ting`, ties: (n: number) => `${n} koblinger`, which: 'Hvilke?', via: { mail: 'fra e-post', api: 'gjennom API', command: 'fra kommandolinja', import: 'fra et regneark' }, last: 'Siste endringer', more: 'Alle endringer', noneYet: 'Ingen har gjort noe her ennå.',
  },
  nn: {
    title: 'Endringar', lead: 'Alt som er gjort i arbeidsrommet, det nyaste først: kven, når, og kva det var før.', plan: 'Planen', person: 'Kven', kind: 'Kva slag', from: 'Frå og med', to: 'Til og med', all: 'Alle',
    older: 'Vis eldre', newest: 'Til dei nyaste', none: 'Ingen endringar å vise.', noneChosen: 'Ingen endringar passar med utvalet.', clear: 'Vis alle', system: 'Systemet', for: (organisation: string) => `for ${organisation}`, badDate: 'Skriv datoen som år-månad-dag, til dømes 2026-03-31.',
    did: { added: 'la til', changed: 'endra', removed: 'fjerna', restored: 'henta tilbake', linked: 'knytte', unlinked: 'løyste', relinked: 'knytte igjen', other: 'gjorde noko med', party: 'endra partnarane', settings: 'endra innstillingane', started: 'laga arbeidsrommet', merged: 'slo saman to som var den same', parted: 'angra ei samanslåing', succeeded: 'lét ein ny organisasjon ta over', restituted: 'angra at ein ny organisasjon tok over' },
    things: (n: number) => `${n} ting`, ties: (n: number) => `${n} koplingar`, which: 'Kva for nokre?', via: { mail: 'frå e-post', api: 'gjennom API', command: 'frå kommandolinja', import: 'frå eit rekneark' }, last: 'Siste endringar', more: 'Alle endringar', noneYet: 'Ingen har gjort noko her enno.',
  },
  en: {
    title: 'Changes', lead: 'Everything that was done in the workspace, newest first: who, when, and what it was before.', plan: 'The plan', person: 'Who', kind: 'What kind', from: 'From', to: 'To', all: 'All',
    older: 'Show older', newest: 'To the newest', none: 'No changes to show.', noneChosen: 'No changes fit the selection.', clear: 'Show all', system: 'The system', for: (organisation: string) => `for ${organisation}`, badDate: 'Write the date as year-month-day, for example 2026-03-31.',
    did: { added: 'added', changed: 'changed', removed: 'removed', restored: 'brought back', linked: 'tied', unlinked: 'untied', relinked: 'tied again', other: 'did something to', party: 'changed the partners', settings: 'changed the settings', started: 'made the workspace', merged: 'merged two that were the same', parted: 'undid a merge', succeeded: 'let a new organisation take over', restituted: 'undid that a new organisation took over' },
    things: (n: number) => `${n} things`, ties: (n: number) => `${n} ties`, which: 'Which?', via: { mail: 'from e-mail', api: 'through the API', command: 'from the command line', import: 'from a spreadsheet' }, last: 'Latest changes', more: 'All changes', noneYet: 'Nobody has done anything here yet.',
  },
})
