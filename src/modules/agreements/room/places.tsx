import type { Lang } from '../../../platform/text/texts.ts'
import { texts } from '../../../platform/text/texts.ts'
import { workspacePath } from '../../workspaces/index.ts'

const words = texts({
  nb: { label: 'Forventninger og avtaler', agreements: 'Avtaler', way: 'Veien til avtalen', expectations: 'Forventninger', governance: 'Styringsmodell' },
  nn: { label: 'Forventningar og avtalar', agreements: 'Avtalar', way: 'Vegen til avtalen', expectations: 'Forventningar', governance: 'Styringsmodell' },
  en: { label: 'Expectations and agreements', agreements: 'Agreements', way: 'The way to the agreement', expectations: 'Expectations', governance: 'Governance model' },
})

/** Where one may go in the room of the agreement, by address under the workspace. */
const places = { agreements: 'avtaler', way: 'avtaler/veien', expectations: 'forventninger', governance: 'styring' } as const
type Place = keyof typeof places

/** The row of places for the members of a partnership: what comes before an agreement, the agreement, and who steers. */
export const AgreementPlaces = ({ workspace, lang, here }: { workspace: { slug: string }; lang: Lang; here: Place }) => {
  const w = words[lang]
  return (
    <nav class="choices-line no-print" aria-label={w.label}>
      {(Object.entries(places) as [Place, string][]).map(([place, path]) => <a href={workspacePath(workspace, path)} aria-current={place === here ? 'page' : undefined}>{w[place]}</a>)}
    </nav>
  )
}
