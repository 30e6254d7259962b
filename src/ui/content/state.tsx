import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Lang, Text } from '../../platform/text/texts.ts'

/** The state of a thread, or the status of a measure. */
export type StateKind = 'holds' | 'watch' | 'loose' | 'notUsed' | 'neutral' | 'not_started' | 'in_progress' | 'delayed' | 'completed' | 'cancelled'
export type StateColour = 'success' | 'warning' | 'accent' | 'neutral'

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6" />
const triangle = <path d="M8 1.8 15 14.2H1Z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" />
const tick = <path d="M5 8.2 7.2 10.4 11.2 5.8" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />

/** One shape for each state, so that it is never told by colour alone. The thread-states are made of thread. */
const shapes: Record<StateKind, { shape: Child; colour: StateColour; words: Text }> = {
  holds: {
    shape: <path d="M.8 11.5C5.5 11.5 11 9.6 11 6a3 3 0 0 0-6 0c0 3.6 5.5 5.5 10.2 5.5" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />,
    colour: 'success',
    words: { nb: 'Henger sammen', nn: 'Heng saman', en: 'Holds together' },
  },
  watch: {
    shape: [triangle, <path d="M8 6v4M8 11.9v.1" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />],
    colour: 'warning',
    words: { nb: 'Følg med', nn: 'Følg med', en: 'Watch' },
  },
  loose: {
    shape: <path d="M.8 8H8.5M8.5 8C11 8 12 5.5 15 4M8.5 8H14M8.5 8C11 8 12 10.5 15 12" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />,
    colour: 'accent',
    words: { nb: 'Løs tråd', nn: 'Laus tråd', en: 'Loose thread' },
  },
  notUsed: {
    shape: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-dasharray=".1 3.67" />,
    colour: 'neutral',
    words: { nb: 'Ikke tatt i bruk', nn: 'Ikkje teke i bruk', en: 'Not in use' },
  },
  neutral: {
    shape: <path d="M3 8h10" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />,
    colour: 'neutral',
    words: { nb: 'Ingen status', nn: 'Ingen status', en: 'No status' },
  },
  not_started: { shape: ring, colour: 'neutral', words: { nb: 'Ikke startet', nn: 'Ikkje starta', en: 'Not started' } },
  in_progress: {
    shape: [ring, <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />],
    colour: 'neutral',
    words: { nb: 'Pågår', nn: 'Går føre seg', en: 'In progress' },
  },
  delayed: {
    shape: [ring, <path d="M8 4.8V8l2.4 1.8" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />],
    colour: 'warning',
    words: { nb: 'Forsinket', nn: 'Forseinka', en: 'Delayed' },
  },
  completed: { shape: [ring, tick], colour: 'success', words: { nb: 'Fullført', nn: 'Fullført', en: 'Completed' } },
  cancelled: {
    shape: [ring, <path d="M4 12 12 4" stroke="currentColor" stroke-width="1.6" />],
    colour: 'neutral',
    words: { nb: 'Avlyst', nn: 'Avlyst', en: 'Cancelled' },
  },
}

export const stateWords = (kind: StateKind, lang: Lang): string => shapes[kind].words[lang]

/** The shape alone, for pictures with a legend: always beside a word. */
export const StateShape = ({ kind }: { kind: StateKind }) => (
  <svg class="shape" data-color={shapes[kind].colour} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    {shapes[kind].shape}
  </svg>
)

/** A state as shape, word and colour. `children` replaces the usual word. */
export const State = ({ lang, kind, children }: PropsWithChildren<{ lang: Lang; kind: StateKind }>) => (
  <span class="state" data-color={shapes[kind].colour}>
    <StateShape kind={kind} /> <span>{children ?? shapes[kind].words[lang]}</span>
  </span>
)

/** A short word on a tinted ground, such as [Eksempel] or a kind of organisation. */
export const Tag = ({ colour = 'neutral', children }: PropsWithChildren<{ colour?: StateColour }>) => (
  <span class="tag" data-color={colour}>
    {children}
  </span>
)
