import { texts, type Lang } from '../../platform/text/texts.ts'
import { Details } from '../content/details.tsx'

const words = texts({
  nb: { list: 'Vis kartet som liste', none: 'Ingen steder er merket.' },
  nn: { list: 'Vis kartet som liste', none: 'Ingen stader er merkte.' },
  en: { list: 'Show the map as a list', none: 'No places are marked.' },
})

/** `main` is what the page is about, `marked` what belongs to it; `plain` is the rest of the land. */
export type TileState = 'plain' | 'marked' | 'main'
/** A square in the map: column `x` and row `y` from the upper left, no two in the same place. */
export type Tile = {
  id: string
  x: number
  y: number
  label: string
  /** Said after the name, in the list too. */
  note?: string
  href?: string
  state?: TileState
}
export type TileMapProps = {
  lang: Lang
  /** A unique id on the page. */
  id: string
  title: string
  /** What the picture shows, in a sentence, for those who do not see it. */
  description: string
  tiles: readonly Tile[]
  /** `around`: cut to the tiles that are marked, with a square of land around them. */
  frame?: 'all' | 'around'
  /** What a mark means: "Drammen", "De andre kommunene i Buskerud". Only those that are given are explained. */
  legend?: { main?: string; marked?: string }
  source?: string
}

/** The side of a square in the picture's own units; it is drawn one smaller, so that squares can be told apart. */
const side = 10
const tallest = 420
/** Squares of a small county do not grow larger than this on the page. */
const largest = 28

const stateOf = (tile: Tile): TileState => tile.state ?? 'plain'

/** A map of equal squares, each in about its own place, with the marked ones as a list below. Squares differ in shape too, never in colour alone. */
export const TileMap = ({ lang, id, title, description, tiles, frame = 'all', legend = {}, source }: TileMapProps) => {
  const w = words[lang]
  const marked = tiles.filter((tile) => stateOf(tile) !== 'plain')
  const shown = frame === 'around' && marked.length > 0 ? within(tiles, extent(marked, 1)) : tiles
  if (shown.length === 0) return null
  const { left, top, right, bottom } = extent(shown, 0)
  const [columns, rows] = [right - left + 1, bottom - top + 1]
  const linked = shown.filter((tile) => tile.href !== undefined || stateOf(tile) !== 'plain')
  const land = shown.filter((tile) => tile.href === undefined && stateOf(tile) === 'plain')
  const at = ({ x, y }: Tile) => [(x - left) * side, (y - top) * side] as const
  const listed = [...(marked.length > 0 ? marked : tiles.filter((tile) => tile.href !== undefined))].sort((a, b) => a.label.localeCompare(b.label, 'nb'))
  return (
    <figure class="chart">
      <figcaption>
        <strong>{title}</strong>
        {legend.main || legend.marked ? (
          <ul class="legend">
            {(['main', 'marked'] as const).map((state) =>
              legend[state] ? (
                <li>
                  <svg viewBox={`0 0 ${side} ${side}`} width="16" height="16" aria-hidden="true" focusable="false"><Square x={0} y={0} state={state} /></svg> {legend[state]}
                </li>
              ) : null)}
          </ul>
        ) : null}
      </figcaption>
      {/* In a box of its own: a chart's picture is as wide as the page, and this one would be too tall. */}
      <div>
        <svg
          viewBox={`-1 -1 ${columns * side + 1} ${rows * side + 1}`} width="100%" height={Math.min(tallest, rows * largest)} preserveAspectRatio="xMinYMin meet"
          role={linked.some((tile) => tile.href) ? 'group' : 'img'} aria-labelledby={`${id}-tittel ${id}-om`}
        >
          <title id={`${id}-tittel`}>{title}</title>
          <desc id={`${id}-om`}>{description}</desc>
          {land.length > 0 ? <path d={land.map((tile) => `M${at(tile).join(' ')}h9v9h-9z`).join('')} fill="currentColor" fill-opacity=".18" /> : null}
          {linked.map((tile) => {
            const [x, y] = at(tile)
            const square = <Square x={x} y={y} state={stateOf(tile)} />
            const name = tile.note ? `${tile.label}, ${tile.note}` : tile.label
            return tile.href ? <a href={tile.href} aria-label={name}><title>{name}</title>{square}</a> : <g><title>{name}</title>{square}</g>
          })}
        </svg>
      </div>
      {listed.length === 0 ? (marked.length === 0 && (legend.main || legend.marked) ? <p class="hint">{w.none}</p> : null) : (
        <Details summary={w.list}>
          <ul>
            {listed.map((tile) => (
              <li>
                {tile.href ? <a href={tile.href}>{tile.label}</a> : tile.label}
                {tile.note ? `, ${tile.note}` : ''}
                {stateOf(tile) === 'main' && legend.main && legend.main !== tile.label ? ` (${legend.main})` : ''}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {source ? <p class="hint">{source}</p> : null}
    </figure>
  )
}

/** Full for what is marked, and with a hole for what the page is about. */
const Square = ({ x, y, state }: { x: number; y: number; state: TileState }) =>
  state === 'plain' ? <path d={`M${x} ${y}h9v9h-9z`} fill="currentColor" fill-opacity=".18" />
  : state === 'marked' ? <path d={`M${x} ${y}h9v9h-9z`} fill="currentColor" fill-opacity=".72" />
  : <path d={`M${x} ${y}h9v9h-9zm3 3v3h3v-3z`} fill="var(--thread)" stroke="var(--thread)" stroke-width="1" />

type Extent = { left: number; top: number; right: number; bottom: number }

function extent(tiles: readonly Tile[], margin: number): Extent {
  const [xs, ys] = [tiles.map((tile) => tile.x), tiles.map((tile) => tile.y)]
  return { left: Math.min(...xs) - margin, top: Math.min(...ys) - margin, right: Math.max(...xs) + margin, bottom: Math.max(...ys) + margin }
}

const within = (tiles: readonly Tile[], { left, top, right, bottom }: Extent): Tile[] =>
  tiles.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
