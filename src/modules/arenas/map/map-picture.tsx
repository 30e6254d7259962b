import type { Lang } from '../../../platform/text/texts.ts'
import { StateShape } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { arena } from '../arena/arena.ts'
import type { Connection } from './connections.ts'
import { type Edge, layoutOf, type Node } from './layout.ts'
import type { ArenaMap } from './map.load.ts'
import { mapWords } from './map.words.ts'
import { standingShapes } from './standing.tsx'

type Place = { slug: string }
const shapeOf = (connection: Connection) => (connection.oneWay && connection.standing === 'holds' ? 'watch' : standingShapes[connection.standing])

/** What is written on a line: nothing where all is well. */
export function wordOf({ standing, oneWay }: Connection, lang: Lang): string {
  const w = mapWords[lang]
  if (standing === 'holds') return oneWay ? w.oneWay : ''
  return standing === 'known' ? '' : w.standing[standing]
}

const Line = ({ edge }: { edge: Edge }) => {
  const { connection, path, label } = edge
  return (
    <g class={`arena-line is-${connection.standing}`}>
      <path d={path} marker-start={edge.arrowAtOne ? 'url(#pil)' : undefined} marker-end={edge.arrowAtOther ? 'url(#pil)' : undefined} />
      {label ? (
        <>
          <rect x={label.x.toFixed(1)} y={label.y.toFixed(1)} width={label.width.toFixed(1)} height={label.height} rx="3" />
          <svg x={(label.x + 4).toFixed(1)} y={(label.y + 3).toFixed(1)} width="14" height="14" viewBox="0 0 16 16"><StateShape kind={shapeOf(connection)} /></svg>
          <text x={(label.x + 21).toFixed(1)} y={(label.y + 14.5).toFixed(1)}>{label.text}</text>
        </>
      ) : null}
    </g>
  )
}

const Drawn = ({ node, map, workspace, lang }: { node: Node; map: ArenaMap; workspace: Place; lang: Lang }) => {
  const w = mapWords[lang]
  const one = map.arenas.find(({ id }) => id === node.id)
  if (!one) return null
  const alone = map.isolated.has(node.id)
  const said = [one.title, ...(alone ? [w.standsAlone] : []), ...(one.state === 'active' ? [] : [w.resting])].join(', ')
  return (
    <a href={itemPath(workspace, arena, one)} aria-label={said}>
      <title>{said}</title>
      <rect class={`arena-node${alone ? ' is-alone' : ''}${one.state === 'active' ? '' : ' is-resting'}`} x={node.x.toFixed(1)} y={node.y} width={node.width} height={node.height} rx="4" />
      {/* With a space after each line, so that what is read aloud is words. */}
      {node.lines.map((line, i) => <text x={(node.x + node.width / 2).toFixed(1)} y={node.y + 24 + i * 17} text-anchor="middle">{`${line} `}</text>)}
      {alone ? <text class="arena-alone" x={(node.x + node.width / 2).toFixed(1)} y={node.y + node.height + 16} text-anchor="middle">{w.standsAlone}</text> : null}
    </a>
  )
}

/** The arenas in rows by level, and the lines between them. A group with links in it; what the lines say stands in the table below. */
export const MapPicture = ({ map, workspace, lang }: { map: ArenaMap; workspace: Place; lang: Lang }) => {
  const w = mapWords[lang]
  const shown = map.arenas.filter((one) => one.state !== 'ended')
  const layout = layoutOf(shown, map.connections, (connection) => wordOf(connection, lang))
  return (
    <div class="arena-map" tabindex={0} role="region" aria-label={w.picture}>
      <svg viewBox={`0 0 ${layout.width} ${layout.height + 20}`} width={layout.width} height={layout.height + 20} role="group" aria-labelledby="kart-tittel kart-om">
        <title id="kart-tittel">{w.picture}</title>
        <desc id="kart-om">{w.pictureText}</desc>
        <defs><marker id="pil" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path d="M1 1 9 5 1 9" /></marker></defs>
        <g aria-hidden="true">
          {layout.rows.map((row) => <text class="arena-level" x="0" y={row.y + 24}>{w.levels[row.level as 'none']}</text>)}
          {layout.edges.toReversed().map((edge) => <Line edge={edge} />)}
        </g>
        {layout.nodes.map((node) => <Drawn node={node} map={map} workspace={workspace} lang={lang} />)}
      </svg>
    </div>
  )
}
