import type { Lang } from '../../../platform/text/texts.ts'
import { scores } from './form.ts'
import { formWords, scoreText } from './form.words.ts'
import { resultWords } from './results.words.ts'
import type { Counts } from './suppress.ts'

const [step, barWidth, floor, tallest] = [32, 22, 56, 36]

/** How many answered each, from strongly disagree to strongly agree, and «don't know» apart: a bar with its number, and the same in words for those who do not see it. */
export const Bars = ({ counts, lang }: { counts: Counts; lang: Lang }) => {
  const [w, f] = [resultWords[lang], formWords[lang]]
  const most = Math.max(1, ...counts)
  const all = [...scores, 0]
  return (
    <svg viewBox="0 0 204 74" width="204" height="74" role="img" aria-label={w.bars(all.map((score) => w.bar(counts[score] ?? 0, scoreText(score, f))).join(', '))}>
      {all.map((score, i) => {
        const n = counts[score] ?? 0
        const x = i * step + (score === 0 ? 10 : 0)
        const height = (tallest * n) / most
        return (
          <g aria-hidden="true">
            {n > 0 ? <rect class={score === 0 ? 'track' : 'filled'} x={x} y={(floor - height).toFixed(1)} width={barWidth} height={height.toFixed(1)} /> : null}
            <text x={x + barWidth / 2} y={(floor - height - 4).toFixed(1)} font-size="12" text-anchor="middle" fill="currentColor">{n}</text>
            <text x={x + barWidth / 2} y={floor + 14} font-size="12" text-anchor="middle" fill="currentColor">{score === 0 ? '?' : score}</text>
          </g>
        )
      })}
      <path d={`M0 ${floor}H${step * 5 - 8}`} stroke="currentColor" stroke-width="1" />
    </svg>
  )
}
