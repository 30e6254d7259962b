import type { Reader, Tx } from '../../../../platform/db/database.ts'
import type { DB } from '../../../../platform/db/schema.ts'
import type { MailBody } from '../../../../platform/mail/mail.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import type { Answer } from './answer.store.ts'
import type { Asked } from './asked.store.ts'

/** What begins the names of a kind's tables and events, and says what its links are for. */
export type RoundName = 'expectation' | 'picture'

/** One may stand for the other: the database's own types say that they have the same columns. */
type Alike<A extends keyof DB, B extends keyof DB> = DB[A] extends DB[B] ? (DB[B] extends DB[A] ? A : never) : never

/** Where a kind keeps who is asked, and what each organisation answers. */
export const tablesOf = (name: RoundName) =>
  ({ round: `${name}_round`, answer: `${name}_answer` as Alike<'picture_answer', 'expectation_answer'>, asked: `${name}_asked` as Alike<'picture_asked', 'expectation_asked'> }) as const

/** A round as far as asking goes. `dueOn` is a whole day in Oslo ('YYYY-MM-DD'). */
export type AskedRound = { id: string; workspaceId: string; number: number; title: string; message: string | null; dueOn: string; state: string; madeBy: string | null }

/** Why somebody is written to: asked, reminded, or asked by a colleague. */
export type MailAbout = { is: 'question' } | { is: 'reminder' } | { is: 'colleague'; from: string }
export type QuestionMail<R, X = never> = { lang: Lang; workspace: string; organisation: string; asker: string | null; round: R; about: MailAbout | X; url: string }
export type Receipt = { lang: Lang; workspace: string; title: string; asked: number; answered: number; url: string }
type Mail = { subject: string; body: MailBody }

/**
 * A kind of round in which each organisation that is asked has one answer, which several of its people may write on, each with a link of their own.
 * What the answer says is the kind's; who is asked, reminded, given a new link or lets a colleague answer is the same for all. `X` is what else a kind writes about.
 */
export type RoundKind<R extends AskedRound, X extends { is: string } = never> = {
  name: RoundName
  /** The address of a link, before its token. */
  linkPath: string
  /** Where its rounds stand, below the workspace. */
  path: string
  roundById(db: Reader, id: string): Promise<R | null>
  /** The last day of a link as the round stands. */
  lastDay(round: R): string
  /** Compare and swap: gives the round a new last day. */
  extend(tx: Tx, round: R, version: number, day: string): Promise<boolean>
  /** The ids of the answers that something is waited for from. */
  waitingIn(db: Reader, round: R, answers: readonly Answer[]): Promise<ReadonlySet<string>>
  /** What somebody who gets a new link is written to about. */
  openingOf(db: Reader, round: R, asked: Asked): Promise<MailAbout | X>
  /** What the event of asking says beside whom and by when. */
  promised?(round: R): Record<string, string>
  mail(letter: QuestionMail<R, X>): Mail
  receipt(of: Receipt): Mail
}
