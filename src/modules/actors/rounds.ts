import type { RawBuilder, SqlBool } from 'kysely'

/**
 * A kind of round in which people are asked on behalf of organisations, as those know it who see to it that no question is left lying when a person leaves
 * or an organisation becomes another.
 */
export type AskedRounds = {
  name: string
  /**
   * Those who are asked that `which` says, a condition on `q`: their question's id uuid, person_id uuid, organisation_id uuid (null: for none in particular), workspace_id uuid, title text, number integer,
   * and waited boolean (an answer is waited for from them), in this order.
   */
  asked(which: RawBuilder<SqlBool>): RawBuilder<unknown>
  /** Where somebody else is asked instead, below the workspace. */
  path(number: number): string
  /** The tables, where each organisation has one answer: rounds, answers and those who are asked; and what names organisations in an answer. */
  answers?: AnswerTables
}
export type AnswerTables = { round: string; answer: string; asked: string; about?: { table: string; column: string } }
