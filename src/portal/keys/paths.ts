import type { Lang } from '../../platform/text/texts.ts'
import { workspacePath } from '../../modules/workspaces/index.ts'
import { settingsWords } from '../settings/settings.words.ts'

export const keysPath = (workspace: { slug: string }, rest = ''): string => workspacePath(workspace, `innstillinger/nokler${rest}`)
export const settingsCrumbs = (workspace: { slug: string; title: string }, lang: Lang) => [
  { text: workspace.title, href: workspacePath(workspace) }, { text: settingsWords[lang].title, href: workspacePath(workspace, 'innstillinger') },
]
