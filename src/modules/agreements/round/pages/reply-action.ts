import type { Outcome, Work } from '../../../../platform/db/work.ts'
import { versionField } from '../../../../platform/http/form.ts'
import type { Refusal, Request } from '../../../../platform/http/page.ts'
import { firstText, type RawForm } from '../../../../platform/item/parse.ts'
import type { Channel, Workspace } from '../../../workspaces/index.ts'
import { replies } from '../match.ts'
import type { Stated } from '../statement.store.ts'
import { replyTo } from '../reply.actions.ts'
import type { Round } from '../round.ts'
import { longestStatement } from '../statement.ts'
import { answerWords } from './answer.words.ts'

/** Which statement a form is about, and the names of its fields: there are several forms on a page. */
export const statementField = 'forventning'
export const replyName = (id: string) => `svar-${id}`
export const wordName = (id: string) => `ord-${id}`

type About = { round: Round; workspace: Workspace; statements: readonly Stated[]; channel: Channel; organisationId: string | null; toldBy: string | null; toldOn: string | null }

/** Takes a reply from a form. Only what is among these statements is found, whatever is in the form. Returns the statement's id. */
export async function reply(work: Work, { lang }: Request, { round, workspace, statements, ...how }: About, raw: RawForm): Promise<Outcome<string, Refusal>> {
  const w = answerWords[lang]
  const statement = statements.find((one) => one.id === firstText(raw, statementField))
  if (!statement) return { refused: 'missing' }
  const { id } = statement
  const chosen = replies.find((one) => one === firstText(raw, replyName(id)))
  const word = firstText(raw, wordName(id)).replaceAll('\0', '').toWellFormed().replace(/\r\n?/g, '\n').trim()
  if (!chosen || word.length > longestStatement) return { refused: { errors: { ...(!chosen && { [replyName(id)]: w.replyMissing }), ...(word.length > longestStatement && { [wordName(id)]: w.long(longestStatement) }) } } }
  const done = await replyTo(work, round, workspace.state, statement, { reply: chosen, word: word || null, version: Number(firstText(raw, versionField)), ...how })
  if ('done' in done) return { done: id }
  if (done.refused === 'word') return { refused: { errors: { [wordName(id)]: w.wordMissing } } }
  return { refused: done.refused === 'closed' ? 'forbidden' : 'stale' }
}
