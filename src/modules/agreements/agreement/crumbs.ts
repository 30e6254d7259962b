import type { Crumb, WorkspaceHead } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { itemPath } from '../../thread/index.ts'
import { workspacePath } from '../../workspaces/index.ts'
import { agreement } from './agreement.ts'

/** An address of an agreement, or of a page under it such as `tekst`. */
export const agreementPath = (workspace: { slug: string }, item: { number: number }, rest = ''): string => itemPath(workspace, agreement, item, rest && `/${rest}`)

export const agreementCrumbs = (workspace: WorkspaceHead, item: Item, lang: Lang, ...further: readonly Crumb[]): Crumb[] => [
  { text: workspace.title, href: workspacePath(workspace) },
  { text: agreement.words[lang].title, href: itemPath(workspace, agreement) },
  { text: item.title, href: agreementPath(workspace, item) },
  ...further,
]
