import type { Lang } from '../../../platform/text/texts.ts'
import { workspacePath } from '../../workspaces/index.ts'
import { placeWords } from './places.words.ts'

/** Where one may go in the arenas room, by address under the workspace. */
const places = { arenas: 'arenaer', map: 'arenaer/kart', meetings: 'moter', matters: 'saker', followUps: 'oppfolging', decisions: 'vedtak' } as const
export type ArenaPlace = keyof typeof places

/** The row of places at the top of every page of the arenas room. `here` is the one that the page is the first page of. */
export const ArenaPlaces = ({ workspace, lang, here }: { workspace: { slug: string }; lang: Lang; here?: ArenaPlace }) => {
  const w = placeWords[lang]
  return (
    <nav class="choices-line no-print" aria-label={w.label}>
      {(Object.entries(places) as [ArenaPlace, string][]).map(([place, path]) => <a href={workspacePath(workspace, path)} aria-current={place === here ? 'page' : undefined}>{w[place]}</a>)}
    </nav>
  )
}
