import { formatDate } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { type Task, TaskList } from '../../../../ui/index.ts'
import type { questionsTo } from '../asked.store.ts'
import { roundWords } from './round.words.ts'

/** What a person is asked about status, as a list for their own page. */
export const MyQuestions = ({ questions, lang }: { questions: Awaited<ReturnType<typeof questionsTo>>; lang: Lang }) => {
  const w = roundWords[lang]
  const tasks = questions.map((one): Task => ({
    title: `${w.mine}: ${w.mineHint(one.workspace, one.left)}`, href: `/min-side/status/${one.askedId}`, state: 'not_started', stateText: `${w.due} ${formatDate(one.dueOn, lang)}`,
  }))
  return tasks.length > 0 ? <TaskList lang={lang} tasks={tasks} /> : null
}
