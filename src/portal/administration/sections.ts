import { type RawBuilder, sql } from 'kysely'
import type { Text } from '../../platform/text/texts.ts'

/** A part of the administration: where it is, what one does there, and how many things there wait for somebody to look at them. */
export type Section = {
  href: string
  title: Text
  /** One sentence. */
  text: Text
  /** A count, as one expression of SQL: all of them are asked in one statement. Has an index, or few rows. */
  waiting?: (now: Temporal.Instant) => RawBuilder<number>
}

/** Every part of the administration, in the order they are shown. A new part is a page of its own and one entry here. */
export const sections: readonly Section[] = [
  {
    href: '/admin/e-post',
    title: { nb: 'E-post', nn: 'E-post', en: 'E-mail' },
    text: { nb: 'Går e-posten ut? Hva står fast, og hva kom i retur?', nn: 'Går e-posten ut? Kva står fast, og kva kom i retur?', en: 'Does mail go out? What is stuck, and what came back?' },
    waiting: () => sql`(select count(*) from mail where failed_at is not null and failed_why = 'server')`,
  },
  {
    href: '/admin/duplikater',
    title: { nb: 'Organisasjoner og personer som er den samme', nn: 'Organisasjonar og personar som er den same', en: 'Organisations and people that are the same' },
    text: { nb: 'Finn dem som er skrevet på to måter, og slå dem sammen.', nn: 'Finn dei som er skrivne på to måtar, og slå dei saman.', en: 'Find those that are spelt in two ways, and make them one.' },
  },
  {
    href: '/admin/kommunesammenslaing',
    title: { nb: 'Kommuner som slår seg sammen eller deler seg', nn: 'Kommunar som slår seg saman eller deler seg', en: 'Municipalities that merge or split' },
    text: { nb: 'Før det inn med dato, så får arbeidsrommene beskjed.', nn: 'Før det inn med dato, så får arbeidsromma beskjed.', en: 'Enter it with a date, and the workspaces are told.' },
  },
  {
    href: '/organisasjoner/ny',
    title: { nb: 'Legg til en organisasjon', nn: 'Legg til ein organisasjon', en: 'Add an organisation' },
    text: { nb: 'Fra Enhetsregisteret, eller for hånd.', nn: 'Frå Einingsregisteret, eller for hand.', en: 'From the Central Coordinating Register, or by hand.' },
  },
]
