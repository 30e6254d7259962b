import { texts } from '../../../platform/text/texts.ts'

const memberOf = {
  nb: { leader: 'Leder', deputy_leader: 'Nestleder', secretary: 'Sekretær', member: 'Medlem', deputy: 'Vara', observer: 'Observatør' },
  nn: { leader: 'Leiar', deputy_leader: 'Nestleiar', secretary: 'Sekretær', member: 'Medlem', deputy: 'Vara', observer: 'Observatør' },
  en: { leader: 'Leader', deputy_leader: 'Deputy leader', secretary: 'Secretary', member: 'Member', deputy: 'Deputy', observer: 'Observer' },
}

/** Members of an arena, and their small form. */
export const memberWords = texts({
  nb: {
    add: 'Nytt medlem', change: 'Endre medlemmet', remove: 'Fjern medlemmet', added: 'Medlemmet er lagt til.', changed: 'Medlemmet er endret.', removed: 'Medlemmet er fjernet. Det står i historien.',
    heading: 'Medlemmer', addLink: 'Legg til et medlem', empty: 'Ingen medlemmer ennå. Skriv hvem som møter: en organisasjon, en person, eller begge.', roles: memberOf.nb,
    organisation: 'Organisasjon', person: 'Person', role: 'Rolle', from: 'Fra', to: 'Til', period: 'Når', edit: 'Endre', who: 'Hvem', nobody: 'Noen som ikke er med lenger', oneOf: 'Velg en organisasjon, en person, eller begge.', endsFirst: 'Sluttdatoen er før startdatoen. Rett en av dem.',
    toHint: 'La stå tomt så lenge det gjelder.', until: (day: string) => `til ${day}`, since: (day: string) => `fra ${day}`, former: 'Tidligere medlemmer', somebody: 'En person',
  },
  nn: {
    add: 'Ny medlem', change: 'Endre medlemen', remove: 'Fjern medlemen', added: 'Medlemen er lagd til.', changed: 'Medlemen er endra.', removed: 'Medlemen er fjerna. Det står i historia.',
    heading: 'Medlemer', addLink: 'Legg til ein medlem', empty: 'Ingen medlemer enno. Skriv kven som møter: ein organisasjon, ein person, eller begge.', roles: memberOf.nn,
    organisation: 'Organisasjon', person: 'Person', role: 'Rolle', from: 'Frå', to: 'Til', period: 'Når', edit: 'Endre', who: 'Kven', nobody: 'Nokon som ikkje er med lenger', oneOf: 'Vel ein organisasjon, ein person, eller begge.', endsFirst: 'Sluttdatoen er før startdatoen. Rett éin av dei.',
    toHint: 'La stå tomt så lenge det gjeld.', until: (day: string) => `til ${day}`, since: (day: string) => `frå ${day}`, former: 'Tidlegare medlemer', somebody: 'Ein person',
  },
  en: {
    add: 'New member', change: 'Change the member', remove: 'Remove the member', added: 'The member is added.', changed: 'The member is changed.', removed: 'The member is removed. It is kept in the history.',
    heading: 'Members', addLink: 'Add a member', empty: 'No members yet. Write who meets: an organisation, a person, or both.', roles: memberOf.en,
    organisation: 'Organisation', person: 'Person', role: 'Role', from: 'From', to: 'Until', period: 'When', edit: 'Change', who: 'Who', nobody: 'Somebody who takes part no more', oneOf: 'Choose an organisation, a person, or both.', endsFirst: 'The last day is before the first. Correct one of them.',
    toHint: 'Leave it empty as long as it holds.', until: (day: string) => `until ${day}`, since: (day: string) => `from ${day}`, former: 'Former members', somebody: 'A person',
  },
})

/** What an arena has agreed with another, and its small form. */
export const tieWords = texts({
  nb: {
    add: 'Ny forbindelse', change: 'Endre forbindelsen', remove: 'Fjern forbindelsen', added: 'Forbindelsen er lagt til.', changed: 'Forbindelsen er endret.', removed: 'Forbindelsen er fjernet. Den står i historien.',
    heading: 'Forbindelser med andre arenaer', addLink: 'Avtal en forbindelse', empty: 'Ingenting er avtalt med andre arenaer ennå. Si hvilken arena den forbereder saker for, rapporterer til eller utveksler med.',
    type: 'Hva har de med hverandre å gjøre?', types: { prepares: 'Den forbereder saker for den andre', reports: 'Den rapporterer til den andre', exchanges: 'De to utveksler med hverandre' },
    other: 'Hvilken arena?', chooseOther: 'Velg den andre arenaen.', everyDays: 'Høyst så mange dager mellom hver kontakt', everyHint: 'En sak som går mellom dem, eller et felles møte. La stå tomt for arbeidsrommets egen grense.', days: 'dager', daysError: 'Skriv et helt antall dager, for eksempel 60.',
    since: 'Gjelder fra', note: 'Merknad', noOthers: 'Det finnes ingen annen arena ennå. Skriv ned den andre først.', edit: 'Endre', map: 'Se arenakartet', unknown: 'En arena som ikke er her',
    out: { prepares: (other: string) => `Forbereder saker for ${other}`, reports: (other: string) => `Rapporterer til ${other}`, exchanges: (other: string) => `Utveksler med ${other}` },
    back: { prepares: (other: string) => `Får saker forberedt av ${other}`, reports: (other: string) => `Får rapporter fra ${other}`, exchanges: (other: string) => `Utveksler med ${other}` },
  },
  nn: {
    add: 'Nytt samband', change: 'Endre sambandet', remove: 'Fjern sambandet', added: 'Sambandet er lagt til.', changed: 'Sambandet er endra.', removed: 'Sambandet er fjerna. Det står i historia.',
    heading: 'Samband med andre arenaer', addLink: 'Avtal eit samband', empty: 'Ingenting er avtalt med andre arenaer enno. Sei kva arena han førebur saker for, rapporterer til eller utvekslar med.',
    type: 'Kva har dei med kvarandre å gjere?', types: { prepares: 'Han førebur saker for den andre', reports: 'Han rapporterer til den andre', exchanges: 'Dei to utvekslar med kvarandre' },
    other: 'Kva arena?', chooseOther: 'Vel den andre arenaen.', everyDays: 'Høgst så mange dagar mellom kvar kontakt', everyHint: 'Ei sak som går mellom dei, eller eit felles møte. La stå tomt for arbeidsrommet si eiga grense.', days: 'dagar', daysError: 'Skriv eit heilt tal dagar, til dømes 60.',
    since: 'Gjeld frå', note: 'Merknad', noOthers: 'Det finst ingen annan arena enno. Skriv ned den andre først.', edit: 'Endre', map: 'Sjå arenakartet', unknown: 'Ein arena som ikkje er her',
    out: { prepares: (other: string) => `Førebur saker for ${other}`, reports: (other: string) => `Rapporterer til ${other}`, exchanges: (other: string) => `Utvekslar med ${other}` },
    back: { prepares: (other: string) => `Får saker førebudde av ${other}`, reports: (other: string) => `Får rapportar frå ${other}`, exchanges: (other: string) => `Utvekslar med ${other}` },
  },
  en: {
    add: 'New connection', change: 'Change the connection', remove: 'Remove the connection', added: 'The connection is added.', changed: 'The connection is changed.', removed: 'The connection is removed. It is kept in the history.',
    heading: 'Connections with other arenas', addLink: 'Agree a connection', empty: 'Nothing is agreed with other arenas yet. Say which arena it prepares matters for, reports to or exchanges with.',
    type: 'What do they have to do with each other?', types: { prepares: 'It prepares matters for the other', reports: 'It reports to the other', exchanges: 'The two exchange with each other' },
    other: 'Which arena?', chooseOther: 'Choose the other arena.', everyDays: 'At most this many days between contacts', everyHint: 'A matter that goes between them, or a joint meeting. Leave it empty for the workspace’s own limit.', days: 'days', daysError: 'Write a whole number of days, for example 60.',
    since: 'Holds from', note: 'Note', noOthers: 'There is no other arena yet. Write down the other one first.', edit: 'Change', map: 'See the arena map', unknown: 'An arena that is not here',
    out: { prepares: (other: string) => `Prepares matters for ${other}`, reports: (other: string) => `Reports to ${other}`, exchanges: (other: string) => `Exchanges with ${other}` },
    back: { prepares: (other: string) => `Has matters prepared by ${other}`, reports: (other: string) => `Gets reports from ${other}`, exchanges: (other: string) => `Exchanges with ${other}` },
  },
})

/** The arena's own page: what now. */
export const arenaWords = texts({
  nb: { next: (when: string) => `Neste møte er ${when}.`, noNext: 'Neste møte er ikke planlagt.', last: (when: string) => `Det siste var ${when}.`, waiting: 'Saker som venter her', matter: 'Sak', since: 'Her siden', days: 'Dager', status: 'Sist', noMatters: 'Ingen saker venter.', raise: 'Meld inn en sak' },
  nn: { next: (when: string) => `Neste møte er ${when}.`, noNext: 'Neste møte er ikkje planlagt.', last: (when: string) => `Det siste var ${when}.`, waiting: 'Saker som ventar her', matter: 'Sak', since: 'Her sidan', days: 'Dagar', status: 'Sist', noMatters: 'Ingen saker ventar.', raise: 'Meld inn ei sak' },
  en: { next: (when: string) => `The next meeting is ${when}.`, noNext: 'The next meeting is not planned.', last: (when: string) => `The last was ${when}.`, waiting: 'Matters that wait here', matter: 'Matter', since: 'Here since', days: 'Days', status: 'Last', noMatters: 'No matters wait.', raise: 'Raise a matter' },
})
