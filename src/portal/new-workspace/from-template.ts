import type { Work } from '../../platform/db/work.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { keepChoices } from '../../modules/thread/index.ts'
import { type MadeWorkspace, makeWorkspace, type Template } from '../../modules/workspaces/index.ts'

/** A new workspace with all that its template says, the thread check's rules too. */
export async function fromTemplate(work: Work, given: { title: string; organisation: string; language: Lang; template: Template }): Promise<MadeWorkspace> {
  const made = await makeWorkspace(work, given)
  const rules = given.template.rules.map(({ reason, ...rule }) => ({ ...rule, reason: reason[given.language] }))
  await keepChoices(work.tx, made.id, rules, { personId: work.viewer.person?.id ?? null, at: work.now.toString() })
  return made
}
