import { formatDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { roleWords, workspacePath } from '../../modules/workspaces/index.ts'
import { Heading, TaskList } from '../../ui/index.ts'
import type { Handover } from './handovers.store.ts'
import { leavingWords } from './leaving.words.ts'

/** What it is about: «Rollen: Partner». */
export function handoverTitle({ what, title }: Pick<Handover, 'what' | 'title'>, lang: Lang): string {
  const w = leavingWords[lang]
  if (title === null) return w.hidden
  return `${w.what[what]}: ${what === 'membership' ? (roleWords[lang][title as 'leader']?.name ?? title) : title}`
}

/** What somebody must take over, for «Min side» and a workspace's overview. Nothing when nothing waits. */
export const HandoverList = ({ lang, handovers, level = 2 }: { lang: Lang; handovers: readonly Handover[]; level?: 2 | 3 }) => {
  const w = leavingWords[lang]
  if (handovers.length === 0) return null
  return (
    <section>
      <Heading level={level}>{w.list}</Heading>
      <TaskList
        lang={lang}
        tasks={handovers.map((one) => ({
          title: handoverTitle(one, lang), href: `${workspacePath(one, 'overlevering')}#${one.id}`, hint: `${w.who(one.person, one.organisation, formatDate(one.lastDay, lang))} · ${one.workspace}`,
          state: 'loose' as const, stateText: w.see,
        }))}
      />
    </section>
  )
}
