import type { Lang } from '../../../../platform/text/texts.ts'
import { workspacePath } from '../../../workspaces/index.ts'
import { roundWords } from './round.words.ts'

/** Where rounds stand in a workspace. */
export const expectationsPath = (workspace: { slug: string }, rest: string | number = ''): string => workspacePath(workspace, `forventninger${rest === '' ? '' : `/${rest}`}`)

/** The way to a page about rounds; `inside` is when the list itself is on the way. */
export const expectationCrumbs = (workspace: { slug: string; title: string }, lang: Lang, inside: boolean) => [
  { text: workspace.title, href: workspacePath(workspace) }, ...(inside ? [{ text: roundWords[lang].rounds, href: expectationsPath(workspace) }] : []),
]
