import type { Work } from '../../../platform/db/work.ts'
import { passToken } from '../../../platform/pass/pass.ts'
import type { Linking } from '../../../platform/platform.ts'
import { setPassAndMail, writeLetters } from '../../workspaces/index.ts'
import type { Reach } from '../../actors/index.ts'
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
  const addressed = letters.map((letter) => ({ ...letter, personId: letter.to.personId, email: letter.to.email, language: letter.to.language }))
  const asking = { purpose: 'status' as const, mailPurpose: ({ reminder }: Letter) => (reminder ? 'status-reminder' : 'status-question'), workspaceId: workspace.id, asker, lastDay: round.dueOn }
  const sent = await writeLetters(work, asking, addressed, ({ to, organisation, titles, handedBy, reminder }, signed, passId) => questionMail({
    lang: to.language, workspace: workspace.title, organisation, asker: signed, message: round.message, dueOn: round.dueOn, titles, url: answerUrl(linking, passId), ...(handedBy && { handedBy }), ...(reminder && { reminder }),
  }))
  await setPassAndMail(work.tx, 'status_asked', sent, work.now.toString())
}
