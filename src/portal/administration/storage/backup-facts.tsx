import { basename } from 'node:path'
import type { NotedBackup } from '../../../platform/backup/index.ts'
import { formatDateTime } from '../../../platform/text/format.ts'
import { type Lang, texts } from '../../../platform/text/texts.ts'
import { Alert, Facts, Heading } from '../../../ui/index.ts'
import { sizeOf } from './size.ts'

const words = texts({
  nb: { title: 'Siste sikkerhetskopi', none: 'Ingen sikkerhetskopi er tatt fra denne maskinen.', how: 'Be den som drifter, om å sette opp «npm run backup» hver natt.', old: (hours: string) => `Den siste sikkerhetskopien er ${hours} timer gammel. Be den som drifter, om å se hvorfor det ikke er tatt en ny.`, taken: 'Tatt', size: 'Størrelse', file: 'Fil', checked: 'Lest gjennom', notChecked: 'Ikke ennå. Det gjøres med «npm run restore -- FIL --check».', faulty: 'En fil manglet eller var skadet da den ble tatt. Vis dette til den som drifter.' },
  nn: { title: 'Siste tryggingskopi', none: 'Ingen tryggingskopi er teken frå denne maskina.', how: 'Be den som driftar, om å setje opp «npm run backup» kvar natt.', old: (hours: string) => `Den siste tryggingskopien er ${hours} timar gammal. Be den som driftar, om å sjå kvifor det ikkje er teken ein ny.`, taken: 'Teken', size: 'Storleik', file: 'Fil', checked: 'Lesen gjennom', notChecked: 'Ikkje enno. Det blir gjort med «npm run restore -- FIL --check».', faulty: 'Ei fil mangla eller var skadd då han blei teken. Vis dette til den som driftar.' },
  en: { title: 'Last backup', none: 'No backup has been taken from this machine.', how: 'Ask whoever operates it to set up “npm run backup” every night.', old: (hours: string) => `The last backup is ${hours} hours old. Ask whoever operates it to see why no new one has been taken.`, taken: 'Taken', size: 'Size', file: 'File', checked: 'Read through', notChecked: 'Not yet. It is done with “npm run restore -- FILE --check”.', faulty: 'A file was missing or damaged when it was taken. Show this to whoever operates it.' },
})

/** A backup is taken every night; half a day more and one has failed. */
const oldAfterHours = 36

/** Why the backup is to be looked at; null when it is as it should be. */
export function backupConcern(last: NotedBackup | null, now: Temporal.Instant): 'none' | 'old' | 'faulty' | null {
  if (!last) return 'none'
  if (Temporal.Instant.from(last.at).until(now).total('hours') > oldAfterHours) return 'old'
  return last.whole === false ? 'faulty' : null
}

/** When the last backup was taken, how large it is and whether it has been read through; with a warning when it is old or not there. */
export const BackupFacts = ({ lang, last, now }: { lang: Lang; last: NotedBackup | null; now: Temporal.Instant }) => {
  const w = words[lang]
  const concern = backupConcern(last, now)
  return (
    <section>
      <Heading level={2} id="sikkerhetskopi">{w.title}</Heading>
      {concern ? <Alert colour="warning"><p>{concern === 'none' ? `${w.none} ${w.how}` : concern === 'faulty' ? w.faulty : w.old(String(Math.floor(Temporal.Instant.from(last?.at ?? now).until(now).total('hours'))))}</p></Alert> : null}
      {last ? <Facts facts={[
        { term: w.taken, value: formatDateTime(Temporal.Instant.from(last.at), lang) }, { term: w.size, value: sizeOf(last.size, lang) }, { term: w.file, value: basename(last.file) },
        { term: w.checked, value: last.checkedAt ? formatDateTime(Temporal.Instant.from(last.checkedAt), lang) : w.notChecked },
      ]} /> : null}
    </section>
  )
}
