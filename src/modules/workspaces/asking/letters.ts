import type { Work } from '../../../platform/db/work.ts'
import type { MailBody } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { issuePasses, type Purpose } from '../../../platform/pass/pass.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import type { Reach } from '../../actors/index.ts'
import { signedAs } from '../member/member.store.ts'

/** One who is written to about something that they are asked: with the link that they have, or with a new one. */
export type Addressed = { askedId: string; passId: string | null; personId: string; email: string; language: Lang }

/** What is asked about: whose link it is, how the mail is told apart, where it is asked from, who asks, and the last day of the link. */
export type LetterAbout<L> = { purpose: Purpose; mailPurpose(letter: L): string; workspaceId: string; asker: Reach | null; lastDay: string }

export type Written = { askedId: string; passId: string; mailId: string }

/**
 * Writes to people about something that they are asked, in the transaction that asks them: each one mail with one link, in their own language,
 * from the one who asks. `mail` makes the mail of a letter, of what the asker signs with (null when nobody asks any more), and of the id of the pass. What was
 * written comes back, for the store that keeps whom is asked.
 */
export async function writeLetters<L extends Addressed>(
  work: Work, { purpose, mailPurpose, workspaceId, asker, lastDay }: LetterAbout<NoInfer<L>>, letters: readonly L[], mail: (letter: L, signed: string | null, passId: string) => { subject: string; body: MailBody },
): Promise<Written[]> {
  const without = letters.filter((letter) => letter.passId === null)
  const made = await issuePasses(work.tx, without.map(({ askedId, personId }) => ({ purpose, subjectId: askedId, personId, lastDay, now: work.now })))
  const passOf = new Map(without.map((letter, i) => [letter.askedId, made[i] ?? '']))
  const signed = asker && (await signedAs(work.tx, workspaceId, { id: asker.personId, name: asker.name }, osloDate(work.now).toString()))
  const written: Written[] = []
  // One by one: each mail is weighed against how much its reader gets.
  for (const letter of letters) {
    const passId = letter.passId ?? passOf.get(letter.askedId) ?? ''
    const mailId = await queueMail(work.tx, {
      to: letter.email, ...(asker?.email && { replyTo: asker.email }), ...mail(letter, signed, passId), lang: letter.language, purpose: mailPurpose(letter), nature: 'question', personId: letter.personId, lastDay,
      from: { personId: asker?.personId ?? null, workspaceId }, now: work.now,
    })
    written.push({ askedId: letter.askedId, passId, mailId })
  }
  return written
}
