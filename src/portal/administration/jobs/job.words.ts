import type { Lang, Text } from '../../../platform/text/texts.ts'

/** What the work is called to somebody who did not make it; what is not here is shown by its own name. */
export const jobWords: Readonly<Record<string, Text>> = {
  nightly: { nb: 'Nattens rydding', nn: 'Ryddinga om natta', en: 'The clean-up of the night' },
  erasures: { nb: 'Slette kontoer som skal slettes', nn: 'Slette kontoar som skal slettast', en: 'Delete accounts that are to be deleted' },
  reindex: { nb: 'Holde søket ved like', nn: 'Halde søket ved like', en: 'Keep search up to date' },
  verify: { nb: 'Kontrollere alt', nn: 'Kontrollere alt', en: 'Check everything' },
  'thread-check-day': { nb: 'Sjekke trådene når det blir ny dag', nn: 'Sjekke trådane når det blir ny dag', en: 'Check the threads on a new day' },
  'succession-day': { nb: 'La nye kommuner ta over', nn: 'La nye kommunar ta over', en: 'Let new municipalities take over' },
  invitations: { nb: 'Minne om invitasjoner', nn: 'Minne om invitasjonar', en: 'Remind of invitations' },
  'follow-up-mails': { nb: 'Minne om oppgaver', nn: 'Minne om oppgåver', en: 'Remind of tasks' },
  'status-rounds': { nb: 'Minne om statusrunder', nn: 'Minne om statusrundar', en: 'Remind of status rounds' },
  'picture-rounds': { nb: 'Minne om felles bilde', nn: 'Minne om felles bilete', en: 'Remind of the common picture' },
  'expectation-rounds': { nb: 'Minne om forventninger', nn: 'Minne om forventningar', en: 'Remind of expectations' },
  evaluations: { nb: 'Minne om evalueringer', nn: 'Minne om evalueringar', en: 'Remind of evaluations' },
  'agreement-renewal': { nb: 'Minne om avtaler som skal fornyes', nn: 'Minne om avtalar som skal fornyast', en: 'Remind of agreements to be renewed' },
  digests: { nb: 'Skrive ukas e-post', nn: 'Skrive vekas e-post', en: 'Write the mail of the week' },
  'digest-of-person': { nb: 'Skrive ukas e-post til én', nn: 'Skrive vekas e-post til éin', en: 'Write the mail of the week to one' },
  'plan-import-read': { nb: 'Lese et regneark', nn: 'Lese eit rekneark', en: 'Read a spreadsheet' },
  'workspace-bring': { nb: 'Hente inn et arbeidsrom', nn: 'Hente inn eit arbeidsrom', en: 'Bring in a workspace' },
  'workspace-export': { nb: 'Lage fil av et arbeidsrom', nn: 'Lage fil av eit arbeidsrom', en: 'Make a file of a workspace' },
  document: { nb: 'Lage et dokument', nn: 'Lage eit dokument', en: 'Make a document' },
  webhook: { nb: 'Gi et annet system beskjed', nn: 'Gi eit anna system beskjed', en: 'Tell another system' },
  'api-keys': { nb: 'Minne om nøkler som snart går ut', nn: 'Minne om nøklar som snart går ut', en: 'Remind of keys that soon end' },
  'plan-import-save': { nb: 'Hente inn en plan', nn: 'Hente inn ein plan', en: 'Import a plan' },
}

const causes: readonly [RegExp, Text][] = [
  [/57014|statement timeout|timed? ?out/i, { nb: 'Det tok for lang tid.', nn: 'Det tok for lang tid.', en: 'It took too long.' }],
  [/ECONN|ENOTFOUND|EAI_AGAIN|57P0|connection/i, { nb: 'Den fikk ikke kontakt med databasen eller en annen tjeneste.', nn: 'Han fekk ikkje kontakt med databasen eller ei anna teneste.', en: 'It could not reach the database or another service.' }],
  [/ENOSPC|53100|disk full/i, { nb: 'Det er ikke mer plass på disken.', nn: 'Det er ikkje meir plass på disken.', en: 'There is no more room on the disk.' }],
  [/heartbeat|expired/i, { nb: 'Programmet stoppet mens den holdt på.', nn: 'Programmet stoppa medan han heldt på.', en: 'The program stopped while it was at it.' }],
]

/** Why something stopped, in words that say what to look at; the program's own words go beside. */
export const causeWords = (why: string | null, lang: Lang): string =>
  causes.find(([pattern]) => pattern.test(why ?? ''))?.[1][lang] ?? { nb: 'Det er en feil i programmet. Si fra til dem som lager det.', nn: 'Det er ein feil i programmet. Sei frå til dei som lagar det.', en: 'There is a fault in the program. Tell those who make it.' }[lang]
