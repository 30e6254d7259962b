import type { Lang } from '../../../../platform/text/texts.ts'
import { workspacePath } from '../../../workspaces/index.ts'
import { roundWords } from './round.words.ts'

/** Where rounds stand under a workspace's plan. */
export const roundsPath = (workspace: { slug: string }, rest = ''): string => workspacePath(workspace, `plan/status${rest && `/${rest}`}`)

/** The way to a page about rounds; `inside` is when the list itself is on the way. */
export const roundCrumbs = (workspace: { slug: string; title: string }, lang: Lang, inside: boolean) => [
  { text: workspace.title, href: workspacePath(workspace) }, { text: 'Plan', href: workspacePath(workspace, 'plan') },
  ...(inside ? [{ text: roundWords[lang].rounds, href: roundsPath(workspace) }] : []),
]
