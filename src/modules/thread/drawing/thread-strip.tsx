import type { Lang } from '../../../platform/text/texts.ts'
import type { Gap, Overview, StepCount } from './overview.ts'
import { frayedPath } from './strands.ts'
import { words } from './words.ts'

/** The piece of thread between two steps: unbroken, or broken with two frayed ends when something is loose there. */
const Piece = ({ gap }: { gap: Gap }) => (
  <svg class="thread-piece" width="60" height="20" viewBox="0 -10 60 20" aria-hidden="true">
    {gap.loose ? (
      <>
        <path class="thread-run is-joined" d="M0,0h4M56,0h4" />
        <path class="thread-fray" d={`${frayedPath([3, 0], 1)}${frayedPath([57, 0], -1)}`} />
      </>
    ) : (
      <path class="thread-run is-whole" d="M0,0h60" />
    )}
  </svg>
)

type Props = { overview: Overview; lang: Lang }

/** The thread in one line: a step, its count, and how many threads are loose on the way to the next. Wraps on a phone. */
export const ThreadStrip = ({ overview, lang }: Props) => {
  const w = words[lang]
  const unused = overview.steps.filter(({ inUse }) => !inUse)
  const name = (id: StepCount['id']) => (overview.steps.find((step) => step.id === id)?.name ?? '').toLocaleLowerCase('nb')
  return (
    <div class="thread-strip">
      <ol aria-label={w.strip}>
        {overview.steps.filter(({ inUse }) => inUse).map((step) => {
          const gap = overview.gaps.find(({ from }) => from === step.id)
          return (
            <li>
              <span class="thread-stop">
                <span class="thread-step">{step.href ? <a href={step.href}>{step.name}</a> : step.name}</span>
                <span class="thread-tally">{step.count}</span>
              </span>
              {gap && (
                <span class={`thread-gap${gap.loose ? ' is-loose' : ''}`}>
                  <Piece gap={gap} />
                  {gap.loose > 0 && <span class="thread-gap-count" aria-hidden="true">{gap.loose}</span>}
                  {gap.loose > 0 && <span class="thread-unseen">{w.gap(gap.loose, name(gap.from), name(gap.to))}</span>}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {unused.length > 0 && <p class="thread-strip-unused">{`${unused.map(({ name }) => name).join(', ')}: ${w.notUsed}`}</p>}
    </div>
  )
}
