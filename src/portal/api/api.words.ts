type Of = { one: string; many: string }
const kindText = <F extends (of: Of) => string>(nb: F, nn: F, en: F) => ({ nb, nn, en })

/** What the operations are called, in the description and on the page about the API. */
export const apiWords = {
  listAll: { nb: 'Alt i arbeidsrommet, uansett slag', nn: 'Alt i arbeidsrommet, uansett slag', en: 'Everything in the workspace, of every kind' },
  listAllAbout: {
    nb: 'Bare det som er felles for alle slag. Spør med changedSince for å holde en kopi oppdatert, og hent det som er endret ett for ett.',
    nn: 'Berre det som er felles for alle slag. Spør med changedSince for å halde ein kopi oppdatert, og hent det som er endra eitt for eitt.',
    en: 'Only what every kind has. Ask with changedSince to keep a copy up to date, and read what has changed one by one.',
  },
  list: kindText((k) => `List ${k.many}`, (k) => `List ${k.many}`, (k) => `List ${k.many}`),
  get: kindText((k) => `Hent ett: ${k.one}`, (k) => `Hent eitt: ${k.one}`, (k) => `Get one ${k.one}`),
  add: kindText((k) => `Legg til: ${k.one}`, (k) => `Legg til: ${k.one}`, (k) => `Add a ${k.one}`),
  change: kindText((k) => `Endre: ${k.one}`, (k) => `Endre: ${k.one}`, (k) => `Change a ${k.one}`),
  remove: kindText((k) => `Fjern: ${k.one}`, (k) => `Fjern: ${k.one}`, (k) => `Remove a ${k.one}`),
  restore: kindText((k) => `Hent tilbake: ${k.one}`, (k) => `Hent tilbake: ${k.one}`, (k) => `Bring back a ${k.one}`),
  changeAbout: {
    nb: 'Send bare det som skal endres (JSON Merge Patch). Det som ikke er med, blir stående. null tømmer et felt.',
    nn: 'Send berre det som skal endrast (JSON Merge Patch). Det som ikkje er med, blir ståande. null tømmer eit felt.',
    en: 'Send only what is to be changed (JSON Merge Patch). What is left out stays as it is. null empties a field.',
  },
  removeAbout: { nb: 'Det kan hentes tilbake.', nn: 'Det kan hentast tilbake.', en: 'It can be brought back.' },
  notHere: { nb: 'Organisasjonen er ikke med i arbeidsrommet. Se /organisations.', nn: 'Organisasjonen er ikkje med i arbeidsrommet. Sjå /organisations.', en: 'The organisation is not in the workspace. See /organisations.' },
  workspace: { nb: 'Om arbeidsrommet', nn: 'Om arbeidsrommet', en: 'About the workspace' },
  workspaces: { nb: 'Arbeidsrommet som nøkkelen gjelder for', nn: 'Arbeidsrommet som nøkkelen gjeld for', en: 'The workspace that the key is for' },
  organisations: { nb: 'Organisasjonene i arbeidsrommet', nn: 'Organisasjonane i arbeidsrommet', en: 'The organisations in the workspace' },
  links: { nb: 'List koblinger', nn: 'List koplingar', en: 'List links' },
  linksAbout: { nb: 'Bare de der nøkkelen kan se begge ender.', nn: 'Berre dei der nøkkelen kan sjå begge endane.', en: 'Only those of which the key can see both ends.' },
  addLink: { nb: 'Knytt sammen to ting', nn: 'Knyt saman to ting', en: 'Tie two things' },
  addLinkAbout: { nb: 'relation sier hvordan, og går fra from til to. Se hvilke som går an, i beskrivelsen.', nn: 'relation seier korleis, og går frå from til to. Sjå kva for nokre som går an, i skildringa.', en: 'relation says how, and runs from from to to. The description says which are possible.' },
  removeLink: { nb: 'Ta bort en kobling', nn: 'Ta bort ei kopling', en: 'Remove a link' },
  search: { nb: 'Søk i arbeidsrommet', nn: 'Søk i arbeidsrommet', en: 'Search the workspace' },
  loose: { nb: 'Løse tråder', nn: 'Lause trådar', en: 'Loose threads' },
  looseAbout: {
    nb: 'Det trådsjekken finner, det viktigste først. Uten rule får du høyst 50 av hver sort; med rule får du sider.',
    nn: 'Det trådsjekken finn, det viktigaste først. Utan rule får du høgst 50 av kvar sort; med rule får du sider.',
    en: 'What the thread check finds, the most important first. Without rule you get at most 50 of each sort; with rule you get pages.',
  },
  register: { nb: 'Slå opp en kommune eller fylkeskommune', nn: 'Slå opp ein kommune eller fylkeskommune', en: 'Look up a municipality or county' },
  registerAbout: {
    nb: 'Med et nummer, også et som ikke er i bruk lenger: 0602 og 3005 fører til Drammen, 3301. Eller med et navn.',
    nn: 'Med eit nummer, også eit som ikkje er i bruk lenger: 0602 og 3005 fører til Drammen, 3301. Eller med eit namn.',
    en: 'By a number, also one that is no longer in use: 0602 and 3005 lead to Drammen, 3301. Or by a name.',
  },
} as const
