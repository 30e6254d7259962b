import { asking, extendRound } from '../../workspaces/index.ts'
import { type Rating, maySend, sameRatings } from './rating.ts'
import { draftOf, sentOf, writeRatings } from './rating.store.ts'
import { questionMail, receiptMail } from './mails.ts'
import { roundById } from './round.store.ts'
import type { Round } from './round.ts'

/** Rounds of the common picture, as a kind of round that organisations answer. */
export const pictures: asking.RoundKind<Round> = {
  name: 'picture',
  linkPath: '/felles-bilde',
  path: 'utfordringer/felles-bilde',
  roundById,
  lastDay: (round) => round.dueOn,
  extend: (tx, round, version, day) => extendRound(tx, 'picture_round', round.id, version, day),
  waitingIn: async (_, __, answers) => asking.unanswered(answers),
  openingOf: async () => ({ is: 'question' }),
  mail: questionMail,
  receipt: receiptMail,
}

/** What an organisation says in one: how it rates the challenges. */
export const ratings: asking.Said<Rating, 'nothing'> = { name: 'picture', draftOf, sentOf, write: writeRatings, same: sameRatings, lackingIn: (said) => (maySend(said) ? [] : ['nothing']) }
