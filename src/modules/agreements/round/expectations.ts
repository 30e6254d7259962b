import type { Reader } from '../../../platform/db/database.ts'
import { asking, extendRound } from '../../workspaces/index.ts'
import { questionMail, receiptMail, type ShownAbout } from './mails.ts'
import { repliesIn } from './reply.store.ts'
import { extendReplies, roundById } from './round.store.ts'
import type { Round } from './round.ts'
import { type Lacking, lackingIn, sameStatements, type Statement } from './statement.ts'
import { draftOf, sentIn, sentOf, type Stated, writeStatements } from './statement.store.ts'

/** What is expected of each organisation by others, by organisation. */
export const expectedOf = (statements: readonly (Stated & { fromId: string })[]): Map<string, (Stated & { fromId: string })[]> =>
  Map.groupBy(statements.filter((one) => one.what === 'expects' && one.aboutId !== null && one.aboutId !== one.fromId), (one) => one.aboutId ?? '')

/** Those that have not replied to something that others expect of them. */
async function withoutReply(db: Reader, round: Round, answers: readonly asking.Answer[]): Promise<ReadonlySet<string>> {
  const [expected, replied] = [expectedOf(await sentIn(db, [round.id])), await repliesIn(db, [round.id])]
  return new Set(answers.filter((one) => (expected.get(one.organisationId) ?? []).some((statement) => !replied.has(statement.id))).map((one) => one.id))
}

/** Rounds of expectations, as a kind of round that organisations answer: first with what they expect, and when that is shown with replies to it. */
export const expectations: asking.RoundKind<Round, ShownAbout> = {
  name: 'expectation',
  linkPath: '/forventning',
  path: 'forventninger',
  roundById,
  lastDay: (round) => round.replyBy ?? round.dueOn,
  extend: (tx, round, version, day) => (round.state === 'released' ? extendReplies(tx, round.id, version, day) : extendRound(tx, 'expectation_round', round.id, version, day)),
  waitingIn: async (db, round, answers) => (round.state === 'released' ? withoutReply(db, round, answers) : asking.unanswered(answers)),
  openingOf: async (db, round, { organisationId }) => (round.state === 'released' ? { is: 'shown', expected: expectedOf(await sentIn(db, [round.id])).get(organisationId)?.length ?? 0 } : { is: 'question' }),
  promised: ({ shownTo }) => ({ shownTo }),
  mail: questionMail,
  receipt: receiptMail,
}

/** What an organisation says in one: what it expects, what it offers and what it needs. */
export const statements: asking.Said<Statement, Lacking> = { name: 'expectation', draftOf, sentOf, write: writeStatements, same: sameStatements, lackingIn }
