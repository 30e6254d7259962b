/** Pictures for empty states, drawn with the same thread. They only adorn: the words beside them say it. */
export type Picture = 'holds' | 'start' | 'notFound'

const thread = { class: 'thread-line', fill: 'none', 'stroke-width': '2.2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const
const ink = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const

const drawings = {
  /** Sewn through every point, tied off at the end. */
  holds: (
    <>
      {[34, 72, 110, 148].map(x => (
        <circle cx={x} cy="46" r="7" {...ink} />
      ))}
      <path
        d="M6 62C18 62 22 46 34 46S60 30 72 46s26 16 38 0 26-16 38 0c6 8 15 14 25 11 9-3 10-15 2-18-8-2-12 7-7 14 5 8 17 9 26 8"
        {...thread}
      />
    </>
  ),
  /** A needle with its thread: the first stitch is yours. */
  start: (
    <>
      <path d="M196 18 122 60M196 18c-5-1-9 0-12 3" {...ink} />
      <path d="M184 20.5c2.6-1.5 6.5-2.4 8-.6s-1.200 4.600-3.800 6.100" {...ink} />
      <path d="M188 22C160 2 128 6 120 26s14 30 26 20-2-30-26-24-34 40-58 46S22 66 6 74" {...thread} />
      <path d="M96 74h84" {...ink} stroke-dasharray="7 7" />
    </>
  ),
  /** A loop that looks for something, with a frayed end. */
  notFound: (
    <>
      <path d="M6 66c22 8 44 6 62-6 8-5 14-10 20-14" {...thread} />
      <path d="M88 46C78 30 88 10 108 10s30 20 22 34-32 16-42 2Z" {...thread} />
      <path d="M131 43c16 14 30 20 44 20M175 63c8 0 14-4 20-8M175 63h18M175 63c8 0 13 5 17 9" {...thread} />
      <path d="M100 28c2-5 6-7 10-7" {...ink} />
    </>
  ),
}

export const Illustration = ({ picture }: { picture: Picture }) => (
  <svg class="illustration" viewBox="0 0 204 92" width="204" height="92" aria-hidden="true" focusable="false">
    {drawings[picture]}
  </svg>
)
