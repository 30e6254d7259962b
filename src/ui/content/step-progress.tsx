import { texts, type Lang } from '../../platform/text/texts.ts'

const words = texts({
  nb: { label: 'Framdrift', of: (n: number, all: number) => `Steg ${n} av ${all}`, done: 'ferdig' },
  nn: { label: 'Framdrift', of: (n: number, all: number) => `Steg ${n} av ${all}`, done: 'ferdig' },
  en: { label: 'Progress', of: (n: number, all: number) => `Step ${n} of ${all}`, done: 'done' },
})

export type Step = { title: string; href?: string }

/** The steps of a long piece of work on one thread; `current` counts from 0. Steps already done may be links back. */
export const StepProgress = ({ lang, steps, current }: { lang: Lang; steps: readonly Step[]; current: number }) => {
  const w = words[lang]
  return (
    <nav class="steps" aria-label={`${w.label}: ${w.of(Math.min(current + 1, steps.length), steps.length)}`}>
      <ol>
        {steps.map((step, index) => (
          <li class={index < current ? 'done' : index === current ? 'current' : 'ahead'} aria-current={index === current ? 'step' : undefined}>
            {index < current && step.href ? <a href={step.href}>{step.title}</a> : <span>{step.title}</span>}
            {index < current ? <span class="ds-sr-only"> ({w.done})</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
