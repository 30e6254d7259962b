import type { Child } from 'hono/jsx'
import type { OfferKind } from '../../modules/actors/index.ts'

/** The shapes of what is put into measures, in outline: it is offered, not promised. A word stands beside it. */
const shapes: Readonly<Record<OfferKind, Child>> = {
  money: <circle cx="8" cy="8" r="6" />,
  people: [<circle cx="8" cy="4.5" r="3" />, <path d="M2 14.5C2 10.5 5 9 8 9s6 1.5 6 5.5Z" />],
  competence: <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" />,
  premises: <path d="M1.8 7.5 8 2l6.2 5.5V14H1.8Z" />,
}

export const OfferShape = ({ kind }: { kind: OfferKind }) => (
  <svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <g fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round">{shapes[kind]}</g>
  </svg>
)
