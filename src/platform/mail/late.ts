import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import { formatList } from '../text/format.ts'
import { type Lang, texts } from '../text/texts.ts'
import { osloDate } from '../time/oslo.ts'
import { mailBody } from './body.ts'
import { queueMail } from './mail.store.ts'

const words = texts({
  nb: {
    subject: (n: number) => (n === 1 ? 'En e-post ble ikke sendt før fristen' : `${n} e-poster ble ikke sendt før fristen`),
    text: (subject: string, names: string) => `«${subject}» ble ikke sendt til ${names}. Mottakeren hadde ikke plass til flere e-poster, hadde tatt pause, eller e-posttjeneren svarte ikke.`,
    do: 'Ta kontakt på en annen måte, eller spør på nytt med en ny frist.',
    footer: 'Du får denne fordi du sendte e-posten.', someone: 'en mottaker',
  },
  nn: {
    subject: (n: number) => (n === 1 ? 'Ein e-post vart ikkje send før fristen' : `${n} e-postar vart ikkje sende før fristen`),
    text: (subject: string, names: string) => `«${subject}» vart ikkje send til ${names}. Mottakaren hadde ikkje plass til fleire e-postar, hadde teke pause, eller e-posttenaren svarte ikkje.`,
    do: 'Ta kontakt på ein annan måte, eller spør på nytt med ein ny frist.',
    footer: 'Du får denne fordi du sende e-posten.', someone: 'ein mottakar',
  },
  en: {
    subject: (n: number) => (n === 1 ? 'An e-mail was not sent before its deadline' : `${n} e-mails were not sent before their deadline`),
    text: (subject: string, names: string) => `“${subject}” was not sent to ${names}. The reader had no room for more e-mail, had paused it, or the mail server did not answer.`,
    do: 'Get in touch another way, or ask again with a new deadline.',
    footer: 'You get this because you sent the e-mail.', someone: 'a reader',
  },
})

type Late = { id: string; sender_id: string | null; subject: string; name: string | null }

/** Gives up mails whose last day is over, and tells each sender in one mail, in the same transaction. Says how many. */
export const giveUpLate = (db: Database, now: Temporal.Instant): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<Late>`
      update mail set failed_at = ${now.toString()}::timestamptz, failed_why = 'deadline', held_why = null
      where id in (
        select id from mail where last_day < ${osloDate(now).toString()}::date and sent_at is null and failed_at is null
        order by id limit 200 for update skip locked)
      returning id, sender_id, subject, (select name from person where person.id = mail.person_id) as name`.execute(tx)
    const bySender = Map.groupBy(rows, (row) => row.sender_id)
    for (const [sender, late] of bySender) if (sender) await tell(tx, sender, late, now)
    return rows.length
  })

async function tell(tx: Tx, sender: string, late: readonly Late[], now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ address: string; language: Lang }>`
    select min(i.subject) as address, p.language from person p join identity i on i.person_id = p.id and i.provider = 'email'
    where p.id = ${sender} group by p.language`.execute(tx)
  const [to] = rows
  if (!to) return
  const w = words[to.language]
  const bySubject = [...Map.groupBy(late, (one) => one.subject)].slice(0, 20)
  const paragraphs = bySubject.map(([subject, all]) => w.text(subject, formatList([...new Set(all.map((one) => one.name ?? w.someone))], to.language)))
  const subject = w.subject(late.length)
  await queueMail(tx, {
    to: to.address, subject, lang: to.language, purpose: 'mail-late', nature: 'own', personId: sender, now,
    body: mailBody({ lang: to.language, heading: subject, paragraphs: [...paragraphs, w.do], footer: w.footer }),
  })
}
