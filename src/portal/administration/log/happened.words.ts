import type { Text } from '../../../platform/text/texts.ts'

/** What was done, in the words of the log, by the name of the event. */
export const happenedWords: Readonly<Record<string, Text>> = {
  'person.blocked': { nb: 'Blokkerte en konto', nn: 'Blokkerte ein konto', en: 'Blocked an account' },
  'person.unblocked': { nb: 'Åpnet en konto igjen', nn: 'Opna ein konto att', en: 'Opened an account again' },
  'person.logged-out': { nb: 'Logget noen ut overalt', nn: 'Logga nokon ut overalt', en: 'Logged somebody out everywhere' },
  'person.administrator-given': { nb: 'Gjorde noen til administrator', nn: 'Gjorde nokon til administrator', en: 'Made somebody an administrator' },
  'person.administrator-taken': { nb: 'Tok bort en administrator', nn: 'Tok bort ein administrator', en: 'Took away an administrator' },
  'person.handed-out': { nb: 'Laget fil med alt om en person', nn: 'Laga fil med alt om ein person', en: 'Made a file with everything on a person' },
  'person.erasure-asked': { nb: 'Ba om at en konto slettes', nn: 'Bad om at ein konto blir sletta', en: 'Asked for an account to be deleted' },
  'person.erasure-undone': { nb: 'Angret at en konto slettes', nn: 'Angra at ein konto blir sletta', en: 'Undid the deletion of an account' },
  'person.erased': { nb: 'En konto ble slettet', nn: 'Ein konto blei sletta', en: 'An account was deleted' },
  'workspace-closed': { nb: 'Avsluttet et arbeidsrom', nn: 'Avslutta eit arbeidsrom', en: 'Closed a workspace' },
  'workspace-opened': { nb: 'Åpnet et arbeidsrom igjen', nn: 'Opna eit arbeidsrom att', en: 'Opened a workspace again' },
  'key-revoked': { nb: 'Trakk tilbake en nøkkel', nn: 'Trekte tilbake ein nøkkel', en: 'Took back a key' },
  'webhook-stopped': { nb: 'Stoppet beskjeder til et system', nn: 'Stoppa meldingar til eit system', en: 'Stopped messages to a system' },
  'setting.changed': { nb: 'Endret en innstilling', nn: 'Endra ei innstilling', en: 'Changed a setting' },
  'job.retried': { nb: 'Lot arbeid bli prøvd igjen', nn: 'Lét arbeid bli prøvd att', en: 'Let work be tried again' },
  'job.deleted': { nb: 'Slettet arbeid som hadde stoppet', nn: 'Sletta arbeid som hadde stoppa', en: 'Deleted work that had stopped' },
  'house.verified': { nb: 'Kontrollerte alt', nn: 'Kontrollerte alt', en: 'Checked everything' },
  'organisation.corrected': { nb: 'Rettet en organisasjon', nn: 'Retta ein organisasjon', en: 'Corrected an organisation' },
}
