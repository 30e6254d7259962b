import type { Lang } from '../../platform/text/texts.ts'
import { stepOrder, stepWords } from '../../modules/thread/index.ts'

type Point = readonly [x: number, y: number]
const wide: readonly Point[] = Array.from({ length: 8 }, (_, i) => [20 + i * 162, i % 2 ? 60 : 112])
const narrow: readonly Point[] = Array.from({ length: 8 }, (_, i) => [i % 2 ? 62 : 26, 24 + i * 56])

/** From point to point, leaving and arriving along the way it runs. */
const across = (points: readonly Point[], from: number): string =>
  points.slice(from + 1).map(([x, y], i) => {
    const [x0, y0] = points[from + i] as Point
    return `C${x0 + 62},${y0} ${x - 62},${y} ${x},${y}`
  }).join('')
const down = (points: readonly Point[]): string =>
  points.slice(1).map(([x, y], i) => {
    const [x0, y0] = points[i] as Point
    return `C${x0},${y0 + 28} ${x},${y - 28} ${x},${y}`
  }).join('')

const words = {
  nb: 'En rød tråd som går fra kunnskap, gjennom utfordring, mål, innsatsområde, tiltak, resultat og effekt, til læring.',
  nn: 'Ein raud tråd som går frå kunnskap, gjennom utfordring, mål, innsatsområde, tiltak, resultat og effekt, til læring.',
  en: 'A red thread that runs from knowledge, through challenge, goal, priority area, measure, result and effect, to lesson.',
} as const

const line = { class: 'red-thread', fill: 'none', 'stroke-width': '3', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const

/** The thread itself, from what we know to what others can learn: across a wide screen, down a narrow one. */
export const Hero = ({ lang }: { lang: Lang }) => {
  const names = stepOrder(false).map((step) => stepWords[lang][step])
  const [start, end] = [wide[0] as Point, wide[7] as Point]
  // Between area and measure it makes the knot of the logo: where somebody decided.
  const knot = 'C575,60 616,60 616,94C616,130 556,132 556,98C556,70 600,112 668,112'
  const last = narrow[7] as Point
  return (
    <figure class="hero">
      <svg class="hero-wide" viewBox="0 0 1220 170" role="img" aria-label={words[lang]}>
        <path {...line} d={`M${start[0]},${start[1]}${across(wide.slice(0, 4), 0)}${knot}${across(wide, 4)}`} />
        <path {...line} stroke-width="1.6" d={`M${end[0]},${end[1]}c14,-2 22,-10 34,-14M${end[0]},${end[1]}c16,0 24,0 38,1M${end[0]},${end[1]}c14,2 20,8 32,14`} />
        {wide.map(([x, y], i) => (
          <>
            <circle cx={x} cy={y} r="8" fill="currentColor" />
            <text x={x} y={i % 2 ? y - 20 : y + 36} text-anchor={i === 0 ? 'start' : 'middle'} dx={i === 0 ? -10 : 0}>{names[i]}</text>
          </>
        ))}
      </svg>
      <svg class="hero-narrow" viewBox="0 0 300 452" role="img" aria-label={words[lang]}>
        <path {...line} d={`M${narrow[0]?.[0]},${narrow[0]?.[1]}${down(narrow)}`} />
        <path {...line} stroke-width="1.6" d={`M${last[0]},${last[1]}c0,12 -6,18 -9,28M${last[0]},${last[1]}c0,12 0,20 1,30M${last[0]},${last[1]}c1,10 6,16 11,24`} />
        {narrow.map(([x, y], i) => (
          <>
            <circle cx={x} cy={y} r="7" fill="currentColor" />
            <text x="92" y={y + 6}>{names[i]}</text>
          </>
        ))}
      </svg>
    </figure>
  )
}
