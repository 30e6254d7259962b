import type { Work } from '../../../../platform/db/work.ts'
import { passToken } from '../../../../platform/pass/pass.ts'
import type { Linking } from '../../../../platform/platform.ts'
import { reachOf } from '../../../actors/index.ts'
import { writeLetters } from '../letters.ts'
import { setPassAndMail } from '../marks.store.ts'
import type { Asked } from './asked.store.ts'
import { type AskedRound, type MailAbout, type RoundKind, tablesOf } from './kind.ts'

/** One person to be written to, and why. `again` keeps the link that they have. */
export type Letter<X = never> = { asked: Asked & { email: string }; about: MailAbout | X; again: boolean }

/** The address at which somebody answers, of the pass that they were given. */
export const answerPath = ({ name, linkPath }: Pick<RoundKind<AskedRound>, 'name' | 'linkPath'>, { passKey }: Pick<Linking, 'passKey'>, passId: string): string => `${linkPath}/${passToken(passKey, name, passId)}`

/** Writes to people about a round, in the transaction that asks them: each one mail with one link, in their own language, from the one who asks. */
export async function writeTo<R extends AskedRound, X extends { is: string }>(work: Work, linking: Linking, kind: RoundKind<R, X>, workspace: { id: string; title: string }, round: R, letters: readonly Letter<X>[]): Promise<void> {
  if (letters.length === 0) return
  const asker = round.madeBy ? ((await reachOf(work.tx, [round.madeBy])).get(round.madeBy) ?? null) : null
  const addressed = letters.map(({ asked, about, again }) => ({ askedId: asked.id, passId: again ? asked.passId : null, personId: asked.personId, email: asked.email, language: asked.language, organisation: asked.organisation, about }))
  const asking = { purpose: kind.name, mailPurpose: ({ about }: { about: MailAbout | X }) => `${kind.name}-${about.is}`, workspaceId: workspace.id, asker, lastDay: kind.lastDay(round) }
  const sent = await writeLetters(work, asking, addressed, ({ language, organisation, about }, signed, passId) => kind.mail({
    lang: language, workspace: workspace.title, organisation, asker: signed, round, about, url: `${linking.config.baseUrl}${answerPath(kind, linking, passId)}`,
  }))
  await setPassAndMail(work.tx, tablesOf(kind.name).asked, sent, work.now.toString())
}
