import type { Crumb } from '../../../platform/http/page.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { workspacePath } from '../../workspaces/index.ts'
import { itemPath } from './context.ts'

const rooms: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  plan: { nb: 'Plan', nn: 'Plan', en: 'Plan' },
  arenaer: { nb: 'Arenaer', nn: 'Arenaer', en: 'Arenas' },
}

/** The workspace, and the room that the kind is reached from. */
export function roomCrumbs(workspace: { slug: string; title: string }, kind: Kind, lang: Lang): Crumb[] {
  const room = kind.under ?? (kind.segment.startsWith('plan/') ? 'plan' : '')
  const name = rooms[room]?.[lang]
  return [{ text: workspace.title, href: workspacePath(workspace) }, ...(name ? [{ text: name, href: workspacePath(workspace, room) }] : [])]
}

/** Workspace, room, then the list of the kind. */
export const listCrumbs = (workspace: { slug: string; title: string }, kind: Kind, lang: Lang): Crumb[] =>
  [...roomCrumbs(workspace, kind, lang), { text: kind.words[lang].title, href: itemPath(workspace, kind) }]

export const itemCrumbs = (workspace: { slug: string; title: string }, kind: Kind, lang: Lang, item: { number: number; title: string }): Crumb[] => [
  ...listCrumbs(workspace, kind, lang),
  { text: item.title, href: itemPath(workspace, kind, item) },
]
