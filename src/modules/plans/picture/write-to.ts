import type { Work } from '../../../platform/db/work.ts'
import { passToken } from '../../../platform/pass/pass.ts'
import type { Linking } from '../../../platform/platform.ts'
import { reachOf } from '../../actors/index.ts'
import { writeLetters } from '../../workspaces/index.ts'
import { type Asked, setPassAndMail } from './asked.store.ts'
import { type MailAbout, questionMail } from './mails.ts'
import type { Round } from './round.ts'

/** One person to be written to, and why. `again` keeps the link that they have. */
export type Letter = { asked: Asked & { email: string }; about: MailAbout; again: boolean }

export const reached = (one: Asked): one is Asked & { email: string } => one.email !== null

export const answerPath = ({ passKey }: Pick<Linking, 'passKey'>, passId: string): string => `/felles-bilde/${passToken(passKey, 'picture', passId)}`

/** Writes to people about a round, in the transaction that asks them: each one mail with one link, in their own language, from the one who asks. */
export async function writeTo(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return
  const asker = round.madeBy ? ((await reachOf(work.tx, [round.madeBy])).get(round.madeBy) ?? null) : null
  const addressed = letters.map(({ asked, about, again }) => ({ askedId: asked.id, passId: again ? asked.passId : null, personId: asked.personId, email: asked.email, language: asked.language, organisation: asked.organisation, about }))
  const asking = { purpose: 'picture' as const, mailPurpose: ({ about }: { about: MailAbout }) => `picture-${about.is}`, workspaceId: workspace.id, asker, lastDay: round.dueOn }
  const sent = await writeLetters(work, asking, addressed, ({ language, organisation, about }, signed, passId) => questionMail({
    lang: language, workspace: workspace.title, organisation, asker: signed, round, about, url: `${linking.config.baseUrl}${answerPath(linking, passId)}`,
  }))
  await setPassAndMail(work.tx, sent, work.now.toString())
}
