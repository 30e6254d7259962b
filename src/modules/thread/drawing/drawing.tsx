import { DrawnBundle, DrawnLabel, DrawnNode, Toggle } from './drawn-unit.tsx'
import type { Column, DrawnThread, Layout } from './layout.ts'
import { summaryOf } from './overview.ts'
import type { Picture } from './picture.ts'
import { ToneShape } from './shapes.tsx'
import { words } from './words.ts'
import { textWidth } from './wrap.ts'

const Head = ({ column, lang, height }: { column: Column; lang: Picture['lang']; height: number }) => {
  if (!column.inUse) {
    const x = column.x + column.width / 2
    return (
      <g class="thread-column is-unused">
        <path class="thread-open" d={`M${x},20V${height - 12}`} />
        <text class="thread-unused" transform={`translate(${x + 13} 64) rotate(90)`}>
          {`${column.name}: ${column.notUsedText ?? words[lang].notUsed}`}
        </text>
      </g>
    )
  }
  const count = String(column.count)
  const after = column.x + textWidth(count, 13) + 10
  return (
    <g class="thread-column">
      <text class="thread-head" x={column.x} y="20">{column.name}</text>
      <text class="thread-tally" x={column.x} y="40">{count}</text>
      {column.loose > 0 && <ToneShape tone="loose" x={after} y={40} />}
      {column.loose > 0 && <text class="thread-mark is-loose" x={after + 14} y="40">{words[lang].loose(column.loose)}</text>}
    </g>
  )
}

const Strand = ({ thread }: { thread: DrawnThread }) => {
  const { count, wholes, weak, path, ribbon, core } = thread
  const broken = weak === count
  return (
    <g class={`thread-strand${thread.dim ? ' is-dim' : ''}`} data-from={thread.from} data-to={thread.to}>
      {ribbon && !broken && <path class="thread-ribbon" d={ribbon} />}
      {wholes > 0 && <path class="thread-run is-whole" d={path} stroke-width={core.toFixed(1)} />}
      {!wholes && (!ribbon || broken) && <path class={`thread-run ${broken ? 'is-weak' : 'is-joined'}`} d={path} />}
    </g>
  )
}

/**
 * The drawing itself. A group with links in it, not an image: an image would hide its links from those who hear it.
 * The threads are left out of what is heard; each link says how it is tied, and the lists below say to what.
 */
export const Drawing = ({ picture, layout, id }: { picture: Picture; layout: Layout; id: string }) => {
  const { lang, hrefFor } = picture
  const { columns, bands, units, threads, width, height } = layout
  const w = words[lang]
  const grouped = layout.scope.groupBy !== 'none'
  const toggled = (band: (typeof bands)[number]) => hrefFor({ open: band.open ? [] : [band.id] })
  return (
    <svg
      class={`thread-drawing${height > width * 1.5 ? ' is-tall' : ''}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{w.title}</title>
      <desc id={`${id}-desc`}>{summaryOf(layout.overview, lang)}</desc>
      <g class="thread-columns">
        {columns.map((column) => <Head column={column} lang={lang} height={height} />)}
        {bands.map((band, i) => i > 0 && <path class="thread-rule" d={`M0,${band.y - 17}H${width}`} />)}
      </g>
      <g class="thread-strands" aria-hidden="true">
        {threads.map((thread) => <Strand thread={thread} />)}
      </g>
      {units.map((unit) => {
        const band = bands[unit.band]
        const toggle = grouped && band?.key === unit.key
        return (
          <>
            {unit.kind === 'node' && <DrawnNode unit={unit} lang={lang} focus={picture.focus === unit.node.id} />}
            {unit.kind === 'bundle' && <DrawnBundle unit={unit} lang={lang} band={band} href={band ? toggled(band) : '#'} />}
            {unit.kind === 'label' && <DrawnLabel unit={unit} />}
            {toggle && band && <Toggle unit={unit} band={band} lang={lang} href={toggled(band)} />}
          </>
        )
      })}
    </svg>
  )
}
