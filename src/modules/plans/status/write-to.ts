import type { Work } from '../../../platform/db/work.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { issuePasses, passToken } from '../../../platform/pass/pass.ts'
import type { Linking } from '../../../platform/platform.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { signedAs } from '../../workspaces/index.ts'
import type { Reach } from '../../actors/index.ts'
import { setPassAndMail } from './asked.store.ts'
import { questionMail } from './mails.ts'
import type { Round } from './status.ts'

/** One person to be written to, and what about. Without a pass they get a new one. */
export type Letter = {
  askedId: string
  passId: string | null
  to: Reach & { email: string }
  organisation: string | null
  titles: readonly string[]
  handedBy?: string
  reminder?: boolean
}

export const answerUrl = ({ passKey, config }: Linking, passId: string): string => `${config.baseUrl}/svar/${passToken(passKey, 'status', passId)}`

/** Writes to people about a round, in the transaction that asks them: each one mail with one link, in their own language, from the one who asks. */
export async function writeTo(work: Work, linking: Linking, about: { workspace: { id: string; title: string }; round: Pick<Round, 'message' | 'dueOn'>; asker: Reach | null }, letters: readonly Letter[]): Promise<void> {
  const { workspace, round, asker } = about
  const without = letters.filter((letter) => letter.passId === null)
  const made = await issuePasses(work.tx, without.map((letter) => ({ purpose: 'status', subjectId: letter.askedId, personId: letter.to.personId, lastDay: round.dueOn, now: work.now })))
  const passOf = new Map(without.map((letter, i) => [letter.askedId, made[i] ?? '']))
  const signed = asker && (await signedAs(work.tx, workspace.id, { id: asker.personId, name: asker.name }, osloDate(work.now).toString()))
  const sent: { askedId: string; passId: string; mailId: string }[] = []
  // One by one: each mail is weighed against how much its reader gets.
  for (const { askedId, passId, to, organisation, titles, handedBy, reminder } of letters) {
    const pass = passId ?? passOf.get(askedId) ?? ''
    const mail = questionMail({
      lang: to.language, workspace: workspace.title, organisation, asker: signed, message: round.message, dueOn: round.dueOn, titles, url: answerUrl(linking, pass),
      ...(handedBy && { handedBy }), ...(reminder && { reminder }),
    })
    const mailId = await queueMail(work.tx, {
      to: to.email, ...(asker?.email && { replyTo: asker.email }), ...mail, lang: to.language,
      purpose: reminder ? 'status-reminder' : 'status-question', nature: 'question', personId: to.personId, lastDay: round.dueOn,
      from: { personId: asker?.personId ?? null, workspaceId: workspace.id }, now: work.now,
    })
    sent.push({ askedId, passId: pass, mailId })
  }
  await setPassAndMail(work.tx, sent)
}
