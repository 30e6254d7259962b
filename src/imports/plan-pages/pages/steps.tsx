import type { Lang } from '../../../platform/text/texts.ts'
import { texts } from '../../../platform/text/texts.ts'
import { StepProgress } from '../../../ui/index.ts'
import { workspacePath } from '../../../modules/workspaces/index.ts'

const words = texts({
  nb: { steps: { file: 'Fil', columns: 'Kolonner', check: 'Se over', done: 'Ferdig' }, plan: 'Plan', import: 'Hent fra regneark' },
  nn: { steps: { file: 'Fil', columns: 'Kolonnar', check: 'Sjå over', done: 'Ferdig' }, plan: 'Plan', import: 'Hent frå rekneark' },
  en: { steps: { file: 'File', columns: 'Columns', check: 'Check', done: 'Done' }, plan: 'Plan', import: 'Bring in from a spreadsheet' },
})

const order = ['file', 'columns', 'check', 'done'] as const
export type ImportStep = (typeof order)[number]

const segments = { file: '', columns: '/kolonner', check: '/sjekk', done: '/ferdig' } as const

/** The address of a step; without an import it is the first. */
export const stepPath = (workspace: { slug: string }, importId: string | null, step: ImportStep): string =>
  importId === null || step === 'file' ? workspacePath(workspace, 'plan/importer') : workspacePath(workspace, `plan/importer/${importId}${segments[step]}`)

/** The four steps of an import. Those behind one are ways back while nothing is saved. */
export const ImportSteps = ({ lang, workspace, importId, current, closed }: { lang: Lang; workspace: { slug: string }; importId: string | null; current: ImportStep; closed?: boolean }) => (
  <StepProgress
    lang={lang}
    current={order.indexOf(current)}
    steps={order.map((step) => ({ title: words[lang].steps[step], ...(!closed && { href: stepPath(workspace, importId, step) }) }))}
  />
)

export const importCrumbs = (workspace: { slug: string; title: string }, lang: Lang, inside: boolean) => [
  { text: workspace.title, href: workspacePath(workspace) },
  { text: words[lang].plan, href: workspacePath(workspace, 'plan') },
  ...(inside ? [{ text: words[lang].import, href: workspacePath(workspace, 'plan/importer') }] : []),
]
