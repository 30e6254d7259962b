import type { Crumb } from '../../../platform/http/page.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { workspacePath } from '../../workspaces/index.ts'
import { itemPath } from './context.ts'

/** Workspace, then the list of the kind; the kinds of the plan stand under the plan. */
export function listCrumbs(workspace: { slug: string; title: string }, kind: Kind, lang: Lang): Crumb[] {
  const plan = kind.segment.startsWith('plan/') ? [{ text: 'Plan', href: workspacePath(workspace, 'plan') }] : []
  return [{ text: workspace.title, href: workspacePath(workspace) }, ...plan, { text: kind.words[lang].title, href: itemPath(workspace, kind) }]
}

export const itemCrumbs = (workspace: { slug: string; title: string }, kind: Kind, lang: Lang, item: { number: number; title: string }): Crumb[] => [
  ...listCrumbs(workspace, kind, lang),
  { text: item.title, href: itemPath(workspace, kind, item) },
]
