import { frayedPath, knotPath, ribbonPath } from './strands.ts'
import type { Tone } from './picture.ts'

const paths: Readonly<Record<Tone, string>> = {
  holds: 'M1,-4.5l3,3.5l5.5,-7.5',
  watch: 'M5,-9.5l5,9h-10z',
  loose: 'M0,-4h3c3,0 4,-1 7,-4M3,-4h8M3,-4c3,0 4,1.5 6,4',
  calm: 'M1,-4.5a3.8,3.8 0 1 0 7.6,0a3.8,3.8 0 1 0 -7.6,0',
}

/** The shape of a tone, beside a word on its baseline at (x, y). */
export const ToneShape = ({ tone, x, y }: { tone: Tone; x: number; y: number }) => (
  <path class={`thread-shape is-${tone}`} d={paths[tone]} transform={`translate(${x} ${y})`} />
)

/** The same shape in running text. */
export const ToneMark = ({ tone }: { tone: Tone }) => (
  <svg class="thread-glyph" width="14" height="14" viewBox="-1 -12 14 14" aria-hidden="true">
    <ToneShape tone={tone} x={0} y={0} />
  </svg>
)

export const KnotMark = () => (
  <svg class="thread-glyph" width="20" height="14" viewBox="-10 -9 20 14" aria-hidden="true">
    <path class="thread-knot" d={knotPath([0, 0])} />
  </svg>
)

/** A short piece of thread for the legend and the lists. */
export const ThreadSample = ({ kind }: { kind: 'whole' | 'joined' | 'weak' | 'frayed' | 'open' | 'ribbon' }) => (
  <svg class="thread-glyph" width="44" height="16" viewBox="0 -8 44 16" aria-hidden="true">
    {kind === 'ribbon' && <path class="thread-ribbon" d={ribbonPath([[1, 0], [43, 0]], 3, 12)} />}
    {kind === 'ribbon' ? null : kind === 'frayed' ? (
      <>
        <path class="thread-run is-joined" d="M1,0h22" />
        <path class="thread-fray" d={frayedPath([22, 0], 1)} />
      </>
    ) : (
      <path class={kind === 'open' ? 'thread-open' : `thread-run is-${kind}`} d="M1,0h42" />
    )}
  </svg>
)
