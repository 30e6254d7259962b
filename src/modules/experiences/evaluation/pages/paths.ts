import type { Lang } from '../../../../platform/text/texts.ts'
import { itemCrumbs, itemPath } from '../../../thread/index.ts'
import { evaluation } from '../evaluation.ts'

type At = { number: number; title: string }
/** The page of an evaluation, or one under it. */
export const evaluationPath = (workspace: { slug: string }, item: { number: number }, rest = ''): string => itemPath(workspace, evaluation, item, rest && `/${rest}`)
export const evaluationCrumbs = (workspace: { slug: string; title: string }, item: At, lang: Lang) => itemCrumbs(workspace, evaluation, lang, item)
