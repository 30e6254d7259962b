/** Pictures for empty states, drawn with the same thread. They only adorn: the words beside them say it. */
export type Picture = 'holds' | 'start' | 'notFound'

const thread = { class: 'red-thread', fill: 'none', 'stroke-width': '2.2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const
const ink = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const

const drawings = {
  /** Sewn through every point and tied off. */
  holds: (
    <>
      <path d="M16 58C34 58 34 34 52 34s18 24 36 24 18-24 36-24 17 20 31 20c12 0 18-9 14-17s-16-6-17 3 10 15 20 14 14-8 20-8" {...thread} />
      <circle cx="16" cy="58" r="5" fill="currentColor" />
      <circle cx="52" cy="34" r="5" fill="currentColor" />
      <circle cx="88" cy="58" r="5" fill="currentColor" />
      <circle cx="124" cy="34" r="5" fill="currentColor" />
    </>
  ),
  /** A threaded needle and the first stitches to make. */
  start: (
    <>
      <path d="M116 66 183 15.5c3-2.2 8-1.5 9.5.5s.3 6.5-2.7 8.8L120 69c-2.5 1.6-6-1.2-4-3Z" {...ink} />
      <path d="m179.5 24 8.5-6.3" {...ink} />
      <path d="M184 20.5C170 2 136 4 130 18s8 24 17 17-2-22-25-19C84 21 84 62 54 64 36 65 26 56 10 60" {...thread} />
      <path d="M14 82h176" {...ink} stroke-dasharray="10 9" />
    </>
  ),
  /** A loop that looks for something, with a frayed end. */
  notFound: (
    <>
      <path d="M10 74c26 4 44-4 64-22" {...thread} />
      <path d="M74 52C60 34 72 8 96 8s36 24 24 42-32 18-46 2Z" {...thread} />
      <path d="M120 50c14 16 30 24 48 22M168 72c8-1 14-6 20-11M168 72c7 0 14-.5 22-1M168 72c8 0 13 4 18 9" {...thread} />
      <path d="M84 30c1-6 5-10 11-11" {...ink} />
    </>
  ),
}

export const Illustration = ({ picture }: { picture: Picture }) => (
  <svg class="illustration" viewBox="0 0 204 92" width="204" height="92" aria-hidden="true" focusable="false">
    {drawings[picture]}
  </svg>
)
