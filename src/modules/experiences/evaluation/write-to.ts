import type { Work } from '../../../platform/db/work.ts'
import { passToken } from '../../../platform/pass/pass.ts'
import type { Linking } from '../../../platform/platform.ts'
import { reachOf } from '../../actors/index.ts'
import { setPassAndMail, writeLetters } from '../../workspaces/index.ts'
import type { Asked } from './asked.store.ts'
import { type MailAbout, questionMail } from './mails.ts'
import type { Round } from './round.store.ts'

/** One person to be written to, and why. They keep the link that they have. */
export type Letter = { asked: Asked & { email: string }; about: MailAbout }

export const reached = (one: Asked): one is Asked & { email: string } => one.email !== null

export const answerUrl = ({ passKey, config }: Linking, passId: string): string => `${config.baseUrl}/evaluer/${passToken(passKey, 'evaluation', passId)}`

/** Writes to people about an evaluation, in the transaction that asks them. */
export async function writeTo(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return
  const asker = round.askedBy ? ((await reachOf(work.tx, [round.askedBy])).get(round.askedBy) ?? null) : null
  const addressed = letters.map(({ asked, about }) => ({ askedId: asked.id, passId: asked.passId, personId: asked.personId, email: asked.email, language: asked.language, about }))
  const letterAbout = { purpose: 'evaluation' as const, mailPurpose: ({ about }: { about: MailAbout }) => `evaluation-${about.is}`, workspaceId: workspace.id, asker, lastDay: round.dueOn }
  const sent = await writeLetters(work, letterAbout, addressed, ({ language, about }, signed, passId) => questionMail({ lang: language, workspace: workspace.title, asker: signed, round, about, url: answerUrl(linking, passId) }))
  await setPassAndMail(work.tx, 'evaluation_asked', sent, work.now.toString())
}
