import type { Lang } from '../../../../platform/text/texts.ts'
import { workspacePath } from '../../../workspaces/index.ts'
import { challenge } from '../../challenge/challenge.ts'
import { pictureWords } from './picture.words.ts'

/** Where the common pictures of a workspace stand: under its challenges. */
export const picturesPath = (workspace: { slug: string }, rest: string | number = ''): string => workspacePath(workspace, `${challenge.segment}/felles-bilde${rest === '' ? '' : `/${rest}`}`)

/** The way to a page about them; `inside` is when the list itself is on the way. */
export const pictureCrumbs = (workspace: { slug: string; title: string }, lang: Lang, inside: boolean) => [
  { text: workspace.title, href: workspacePath(workspace) }, { text: challenge.words[lang].title, href: workspacePath(workspace, challenge.segment) },
  ...(inside ? [{ text: pictureWords[lang].rounds, href: picturesPath(workspace) }] : []),
]
