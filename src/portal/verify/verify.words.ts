import { texts } from '../../platform/text/texts.ts'
import type { Verified } from './verify-all.ts'

type Figures = Omit<Verified, 'lines'>
export const verifyWords = texts({
  nb: {
    holds: 'Alt stemmer.',
    holdsNot: (n: number) => `${n} ting stemmer ikke:`,
    parts: {
      schema: () => 'Tabeller:',
      history: ({ events, chains }: Figures) => `Historikk: ${events} hendelser i ${chains} kjeder.`,
      items: ({ items: n }: Figures) => `Innhold: ${n} elementer.`,
      files: ({ files: n }: Figures) => `Filer: ${n}.`,
    },
    threads: ({ workspaces, rowsMended }: Figures) => `Løse tråder: ${workspaces} arbeidsrom sjekket. ${rowsMended === 0 ? 'Alle rader stemte.' : `${rowsMended} rader stemte ikke og er rettet.`}`,
    event: (workspaceId: string, sequence: number, why: string) => `arbeidsrom ${workspaceId}, hendelse ${sequence}: ${why}`,
    what: {
      changed: 'innholdet er endret', missing: 'en hendelse mangler', forged: 'kjeden er laget uten nøkkelen', truncated: 'slutten er kuttet av', unchained: 'hendelsen står utenfor kjeden',
      migrationMissing: 'Tabellene mangler et steg som dette programmet har', migrationUnknown: 'Tabellene har et steg fra et nyere program', migrationChanged: 'Et steg er endret etter at det ble kjørt',
      itemWithoutRow: 'Et element mangler sine egne felter', itemOfNoKind: 'Et element er av et slag som programmet ikke kjenner', numberTaken: 'Neste nummer er brukt før i arbeidsrommet', linkAstray: 'Et bånd knytter elementer fra ulike arbeidsrom',
      fileMissing: 'Innholdet i en fil er borte', fileDamaged: 'Innholdet i en fil er skadet',
    },
  },
  nn: {
    holds: 'Alt stemmer.',
    holdsNot: (n: number) => `${n} ting stemmer ikkje:`,
    parts: {
      schema: () => 'Tabellar:',
      history: ({ events, chains }: Figures) => `Historikk: ${events} hendingar i ${chains} kjeder.`,
      items: ({ items: n }: Figures) => `Innhald: ${n} element.`,
      files: ({ files: n }: Figures) => `Filer: ${n}.`,
    },
    threads: ({ workspaces, rowsMended }: Figures) => `Lause trådar: ${workspaces} arbeidsrom er sjekka. ${rowsMended === 0 ? 'Alle rader stemte.' : `${rowsMended} rader stemte ikkje og er retta.`}`,
    event: (workspaceId: string, sequence: number, why: string) => `arbeidsrom ${workspaceId}, hending ${sequence}: ${why}`,
    what: {
      changed: 'innhaldet er endra', missing: 'ei hending manglar', forged: 'kjeda er laga utan nøkkelen', truncated: 'slutten er kutta av', unchained: 'hendinga står utanfor kjeda',
      migrationMissing: 'Tabellane manglar eit steg som dette programmet har', migrationUnknown: 'Tabellane har eit steg frå eit nyare program', migrationChanged: 'Eit steg er endra etter at det vart køyrt',
      itemWithoutRow: 'Eit element manglar sine eigne felt', itemOfNoKind: 'Eit element er av eit slag som programmet ikkje kjenner', numberTaken: 'Neste nummer er brukt før i arbeidsrommet', linkAstray: 'Eit band knyter element frå ulike arbeidsrom',
      fileMissing: 'Innhaldet i ei fil er borte', fileDamaged: 'Innhaldet i ei fil er skadd',
    },
  },
  en: {
    holds: 'All is well.',
    holdsNot: (n: number) => `${n} ${n === 1 ? 'thing does' : 'things do'} not hold:`,
    parts: {
      schema: () => 'Tables:',
      history: ({ events, chains }: Figures) => `History: ${events} events in ${chains} chains.`,
      items: ({ items: n }: Figures) => `Content: ${n} items.`,
      files: ({ files: n }: Figures) => `Files: ${n}.`,
    },
    threads: ({ workspaces, rowsMended }: Figures) => `Loose threads: ${workspaces} workspaces checked. ${rowsMended === 0 ? 'Every row was right.' : `${rowsMended} rows were wrong and have been mended.`}`,
    event: (workspaceId: string, sequence: number, why: string) => `workspace ${workspaceId}, event ${sequence}: ${why}`,
    what: {
      changed: 'its content was changed', missing: 'an event is missing', forged: 'the chain was made without the key', truncated: 'the end is cut off', unchained: 'the event stands outside the chain',
      migrationMissing: 'The tables lack a step that this program has', migrationUnknown: 'The tables have a step from a newer program', migrationChanged: 'A step was changed after it had run',
      itemWithoutRow: 'An item lacks its own fields', itemOfNoKind: 'An item is of a kind that the program does not know', numberTaken: 'The next number has been used in the workspace', linkAstray: 'A link ties items of different workspaces',
      fileMissing: 'The content of a file is gone', fileDamaged: 'The content of a file is damaged',
    },
  },
})
