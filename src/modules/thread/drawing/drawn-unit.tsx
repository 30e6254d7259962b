import type { Lang } from '../../../platform/text/texts.ts'
import { type } from './face.ts'
import type { Band, LaidUnit } from './layout.ts'
import { nodeName, nodeTip } from './naming.ts'
import { ToneShape } from './shapes.tsx'
import { frayedPath, knotPath, openPath } from './strands.ts'
import { words } from './words.ts'

type Props = { unit: LaidUnit; lang: Lang }

const classes = (...names: readonly (string | false)[]) => names.filter(Boolean).join(' ')

/** Lines read on into each other, except where a word is divided. */
const spaced = (line: string) => (line.endsWith('-') ? line : `${line} `)

const Text = ({ unit, class: name }: { unit: LaidUnit; class: string }) => {
  const [first = '', ...rest] = unit.face.lines
  const n = unit.face.numberLength
  return (
    <text class={name} x={unit.x} y={unit.y + 3 + type.titleLine - 4}>
      {n > 0 && <tspan class="thread-number">{first.slice(0, n)}</tspan>}
      <tspan>{spaced(first.slice(n))}</tspan>
      {rest.map((line) => <tspan x={unit.x} dy={type.titleLine}>{spaced(line)}</tspan>)}
    </text>
  )
}

/** Outside the link, so that what is seen in the link is what it is called; its name says these words too. */
const Marks = ({ unit }: { unit: LaidUnit }) => (
  <g class="thread-marks" aria-hidden="true">
    {unit.face.marks.map(({ shape, word, x, y }) => (
      <>
        {shape !== 'more' && <ToneShape tone={shape} x={unit.x + x} y={unit.y + y} />}
        <text class={`thread-mark is-${shape}`} x={unit.x + x + (shape === 'more' ? 0 : type.shape)} y={unit.y + y}>{word}</text>
      </>
    ))}
  </g>
)

const Ends = ({ unit }: { unit: LaidUnit }) => {
  const y = unit.y + unit.face.lineAt
  const { before, after } = unit.ends
  return (
    <>
      {before === 'frayed' && <path class="thread-fray" d={frayedPath([unit.x, y], -1)} />}
      {after === 'frayed' && <path class="thread-fray" d={frayedPath([unit.x + unit.width, y], 1)} />}
      {before === 'open' && <path class="thread-open" d={openPath([unit.x, y], -1)} />}
      {after === 'open' && <path class="thread-open" d={openPath([unit.x + unit.width, y], 1)} />}
    </>
  )
}

const Line = ({ unit }: { unit: LaidUnit }) => {
  const d = `M${unit.x},${unit.y + unit.face.lineAt}h${unit.width}`
  if (unit.kind === 'label') return <path class="thread-open" d={d} />
  if (unit.kind === 'node') return <path class={`thread-run is-${unit.whole ? 'whole' : 'joined'}`} d={d} />
  const upper = unit.y + unit.face.lineAt - unit.rope / 2
  const core = Math.max(type.thread, (unit.rope * unit.wholes) / unit.members.length)
  return (
    <>
      <rect class="thread-ribbon" x={unit.x} y={upper.toFixed(1)} width={unit.width} height={unit.rope.toFixed(1)} />
      {unit.wholes > 0 && <path class="thread-run is-whole" d={d} stroke-width={core.toFixed(1)} />}
    </>
  )
}

const Hit = ({ unit }: { unit: LaidUnit }) => (
  <rect class="thread-hit" x={unit.x - 4} y={unit.y - 1} width={unit.width + 8} height={Math.max(unit.face.height, 26)} rx="3" />
)

/** One item: a link with its title, its line, its ends, its words, and its decisions as knots on the line. */
export const DrawnNode = ({ unit, lang, focus }: Props & { unit: LaidUnit & { kind: 'node' }; focus: boolean }) => {
  const { node } = unit
  const w = words[lang]
  const look = classes('thread-unit', unit.whole && 'is-whole', unit.dim && 'is-dim', unit.match && 'is-match', focus && 'is-focus')
  return (
    <g class={look} data-key={unit.key}>
      <title>{nodeTip(node)}</title>
      <Ends unit={unit} />
      <a class="thread-node" href={node.href} aria-label={nodeName(node, unit, lang)} aria-current={focus ? 'true' : undefined}>
        <Hit unit={unit} />
        <Text unit={unit} class="thread-title" />
        <Line unit={unit} />
      </a>
      <Marks unit={unit} />
      {node.knots.slice(0, 3).map((knot, i) => {
        const at = [unit.x + unit.width - 12 - i * type.knot, unit.y + unit.face.lineAt] as const
        return (
          <a class="thread-knot-link" href={knot.href} aria-label={w.decision(knot.title)}>
            <title>{w.decision(knot.title)}</title>
            <rect class="thread-hit" x={at[0] - 12} y={at[1] - 12} width="24" height="24" rx="3" />
            <path class="thread-knot" d={knotPath(at)} />
          </a>
        )
      })}
    </g>
  )
}

/** Many items of a closed group as one rope; pressing it opens the group. */
export const DrawnBundle = ({ unit, lang, band, href }: Props & { unit: LaidUnit & { kind: 'bundle' }; band?: Band; href: string }) => {
  const w = words[lang]
  const said = [unit.face.lines.join(' '), ...unit.face.marks.map(({ word }) => word)].join(', ')
  return (
    <g class={classes('thread-unit', unit.dim && 'is-dim')} data-key={unit.key}>
      <Ends unit={unit} />
      <a class="thread-bundle" href={href} aria-label={w.openGroup(said, band?.title ?? '')}>
        <Hit unit={unit} />
        <Text unit={unit} class="thread-count" />
        <Line unit={unit} />
      </a>
      <Marks unit={unit} />
    </g>
  )
}

export const DrawnLabel = ({ unit }: { unit: LaidUnit & { kind: 'label' } }) => (
  <g class="thread-unit" data-key={unit.key}>
    <Text unit={unit} class="thread-label" />
    <Line unit={unit} />
  </g>
)

/** The link under a group's name that opens or closes it. */
export const Toggle = ({ unit, band, lang, href }: Props & { band: Band; href: string }) => {
  const w = words[lang]
  const y = unit.y + unit.face.height
  return (
    <a class="thread-toggle" href={href} aria-label={band.open ? w.closeGroup(band.title) : `${w.open} ${band.title}`}>
      <rect class="thread-hit" x={unit.x - 4} y={y - 4} width="72" height="24" rx="3" />
      <path class="thread-caret" d={band.open ? `M${unit.x + 1},${y + 10}l4,-5l4,5` : `M${unit.x + 1},${y + 5}l4,5l4,-5`} />
      <text class="thread-mark is-toggle" x={unit.x + 15} y={y + 12}>{band.open ? w.close : w.open}</text>
    </a>
  )
}
