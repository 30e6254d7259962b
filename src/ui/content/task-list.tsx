import type { Child } from 'hono/jsx'
import type { Lang } from '../../platform/text/texts.ts'
import { State, type StateKind } from './state.tsx'

export type Task = {
  title: string
  /** Where it is done; without it the title is plain text. */
  href?: string
  hint?: Child
  state?: StateKind
  stateText?: string
  /** A button or a small form at the end of the row. */
  action?: Child
}

/** What is to be done, one row each, with where and how far. */
export const TaskList = ({ lang, tasks }: { lang: Lang; tasks: readonly Task[] }) => (
  <ul class="tasks">
    {tasks.map(task => (
      <li>
        <div class="task-text">
          {task.href ? <a href={task.href}>{task.title}</a> : <span>{task.title}</span>}
          {task.hint ? <div class="hint">{task.hint}</div> : null}
        </div>
        {task.state ? (
          <State lang={lang} kind={task.state}>
            {task.stateText}
          </State>
        ) : null}
        {task.action ?? null}
      </li>
    ))}
  </ul>
)
