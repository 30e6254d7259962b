import type { Work } from '../../../platform/db/work.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { issuePasses, passToken } from '../../../platform/pass/pass.ts'
import type { Linking } from '../../../platform/platform.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type Reach, reachOf } from '../../actors/index.ts'
import { signedAs } from '../../workspaces/index.ts'
import { type Asked, setPassAndMail } from './asked.store.ts'
import { type MailAbout, questionMail } from './mails.ts'
import type { Round } from './round.ts'

/** One person to be written to, and why. `again` keeps the link that they have. */
export type Letter = { asked: Asked & { email: string }; about: MailAbout; again: boolean }

export const reached = (one: Asked): one is Asked & { email: string } => one.email !== null

export const answerPath = ({ passKey }: Pick<Linking, 'passKey'>, passId: string): string => `/forventning/${passToken(passKey, 'expectation', passId)}`

/** Writes to people about a round, in the transaction that asks them: each one mail with one link, in their own language, from the one who asks. */
export async function writeTo(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return
  const asker: Reach | null = round.madeBy ? ((await reachOf(work.tx, [round.madeBy])).get(round.madeBy) ?? null) : null
  const lastDay = round.replyBy ?? round.dueOn
  const fresh = letters.filter(({ asked, again }) => !again || asked.passId === null)
  const made = await issuePasses(work.tx, fresh.map(({ asked }) => ({ purpose: 'expectation', subjectId: asked.id, personId: asked.personId, lastDay, now: work.now })))
  const passOf = new Map(fresh.map(({ asked }, i) => [asked.id, made[i] ?? '']))
  const signed = asker && (await signedAs(work.tx, workspace.id, { id: asker.personId, name: asker.name }, osloDate(work.now).toString()))
  const sent: { askedId: string; passId: string; mailId: string; at: string }[] = []
  // One by one: each mail is weighed against how much its reader gets.
  for (const { asked, about } of letters) {
    const passId = passOf.get(asked.id) ?? asked.passId ?? ''
    const mail = questionMail({ lang: asked.language, workspace: workspace.title, organisation: asked.organisation, asker: signed, round, about, url: `${linking.config.baseUrl}${answerPath(linking, passId)}` })
    const mailId = await queueMail(work.tx, {
      to: asked.email, ...(asker?.email && { replyTo: asker.email }), ...mail, lang: asked.language, purpose: `expectation-${about.is}`, nature: 'question', personId: asked.personId, lastDay,
      from: { personId: asker?.personId ?? null, workspaceId: workspace.id }, now: work.now,
    })
    sent.push({ askedId: asked.id, passId, mailId, at: work.now.toString() })
  }
  await setPassAndMail(work.tx, sent)
}
