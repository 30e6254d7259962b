import { type RawBuilder, sql } from 'kysely'
import { sameNames } from '../../modules/actors/index.ts'
import { failedCount } from '../../platform/jobs/jobs.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { failingHooks } from '../webhooks/webhook.store.ts'

/** Something that waits for an administrator: where it is seen to, and how it is told. The count is one expression of SQL, with an index or few rows. */
export type Concern = { href: string; count(now: Temporal.Instant): RawBuilder<number>; text: Readonly<Record<Lang, (n: number) => string>> }

/** What may need an administrator, the most pressing first. All of them are counted in one statement. */
export const concerns: readonly Concern[] = [
  {
    href: '/admin/lagring', count: () => sql`(select count(*) from (select faults from verify_run where done_at is not null order by asked_at desc limit 1) v where v.faults > 0)`,
    text: { nb: () => 'Noe hang ikke sammen ved siste kontroll', nn: () => 'Noko hang ikkje saman ved siste kontroll', en: () => 'Something did not hold together at the last check' },
  },
  {
    href: '/admin/arbeid', count: () => failedCount,
    text: { nb: (n) => (n === 1 ? 'Ett arbeid har stoppet' : `${n} arbeid har stoppet`), nn: (n) => (n === 1 ? 'Eitt arbeid har stoppa' : `${n} arbeid har stoppa`), en: (n) => (n === 1 ? 'One piece of work has stopped' : `${n} pieces of work have stopped`) },
  },
  {
    href: '/admin/e-post', count: () => sql`(select count(*) from mail where failed_at is not null and failed_why = 'server')`,
    text: { nb: (n) => (n === 1 ? 'Én e-post ble ikke sendt' : `${n} e-poster ble ikke sendt`), nn: (n) => (n === 1 ? 'Éin e-post blei ikkje send' : `${n} e-postar blei ikkje sende`), en: (n) => (n === 1 ? 'One mail was not sent' : `${n} mails were not sent`) },
  },
  {
    href: '/admin/nokler', count: () => failingHooks,
    text: { nb: (n) => (n === 1 ? 'Ett system tar ikke imot beskjeder' : `${n} systemer tar ikke imot beskjeder`), nn: (n) => (n === 1 ? 'Eitt system tek ikkje imot meldingar' : `${n} system tek ikkje imot meldingar`), en: (n) => (n === 1 ? 'One system does not take messages' : `${n} systems do not take messages`) },
  },
  {
    href: '/admin/personer', count: () => sql`(select count(*) from erasure where waits_for is not null and undone_at is null and done_at is null)`,
    text: { nb: (n) => (n === 1 ? 'Én konto kan ikke slettes før noen tar over' : `${n} kontoer kan ikke slettes før noen tar over`), nn: (n) => (n === 1 ? 'Éin konto kan ikkje slettast før nokon tek over' : `${n} kontoar kan ikkje slettast før nokon tek over`), en: (n) => (n === 1 ? 'One account cannot be deleted before somebody takes over' : `${n} accounts cannot be deleted before somebody takes over`) },
  },
  {
    href: '/admin/e-post', count: (now) => sql`(select count(*) from mail where bounced_at > ${now.subtract({ hours: 7 * 24 }).toString()}::timestamptz)`,
    text: { nb: (n) => (n === 1 ? 'Én e-post kom i retur den siste uka' : `${n} e-poster kom i retur den siste uka`), nn: (n) => (n === 1 ? 'Éin e-post kom i retur den siste veka' : `${n} e-postar kom i retur den siste veka`), en: (n) => (n === 1 ? 'One mail came back in the last week' : `${n} mails came back in the last week`) },
  },
  {
    href: '/admin/duplikater', count: () => sameNames,
    text: { nb: (n) => (n === 1 ? 'To organisasjoner heter det samme' : `${n} par av organisasjoner heter det samme`), nn: (n) => (n === 1 ? 'To organisasjonar heiter det same' : `${n} par av organisasjonar heiter det same`), en: (n) => (n === 1 ? 'Two organisations have the same name' : `${n} pairs of organisations have the same name`) },
  },
]
