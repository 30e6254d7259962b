import { Entry } from './entry.tsx'
import type { Band, Column, LaidUnit, Layout } from './layout.ts'
import type { Picture } from './picture.ts'
import { ribbonPath, threadPath } from './strands.ts'
import type { Point } from './strands.ts'
import { weakNotes } from './units.ts'
import { countOf, words } from './words.ts'

/** How the thread looks on its way into a step: whole, tied, or nothing there. */
function lineOf(units: readonly LaidUnit[]): 'whole' | 'joined' | 'frayed' {
  if (units.some((unit) => unit.whole)) return 'whole'
  return units.some((unit) => unit.ends.before === 'joined' || unit.ends.before === 'outermost') ? 'joined' : 'frayed'
}

/** A closed group as its profile: wide where it has many items, thin where it has few, broken where it has none. */
const Profile = ({ units, columns }: { units: readonly LaidUnit[]; columns: readonly number[] }) => {
  const count = (unit: LaidUnit | undefined) => (unit?.kind === 'bundle' ? unit.members.length : unit?.kind === 'node' ? 1 : 0)
  const counts = columns.map((c) => count(units.find((unit) => unit.column === c)))
  const step = 300 / Math.max(columns.length - 1, 1)
  const width = (n: number) => Math.min(2.75 + (n - 1) * 1.1, 22)
  const pairs = counts.slice(1).map((n, i) => ({ from: counts[i] ?? 0, to: n, ends: [[i * step, 12], [(i + 1) * step, 12]] as Point[] }))
  const whole = columns.map((c) => units.some((unit) => unit.column === c && unit.whole))
  return (
    <svg class="thread-profile" viewBox="0 0 300 24" preserveAspectRatio="none" aria-hidden="true">
      {pairs.map(({ from, to, ends }, i) =>
        from && to ? (
          <>
            <path class="thread-ribbon" d={ribbonPath(ends, width(from), width(to))} />
            {whole[i] && whole[i + 1] && <path class="thread-run is-whole" d={threadPath(ends)} />}
          </>
        ) : (
          <path class="thread-open" d={threadPath(ends)} />
        ),
      )}
    </svg>
  )
}

const said = (unit: LaidUnit) => [...unit.face.lines, ...unit.face.marks.map(({ word }) => word)].join(', ')

type Part = { band: Band; own: readonly LaidUnit[]; picture: Picture; layout: Layout }

/** A closed group in two lines: its profile and its counts. */
const Closed = ({ band, own, picture, layout }: Part) => {
  const counts = own.flatMap((unit) => {
    if (unit.kind === 'bundle') return [[...unit.face.lines, ...unit.face.marks.map(({ word }) => `(${word})`)].join(' ')]
    return unit.kind === 'node' && unit.key !== band.key ? [countOf(picture.lang, unit.node.step, 1)] : []
  })
  return (
    <>
      <Profile units={own} columns={layout.columns.flatMap((column, c) => (column.inUse ? [c] : []))} />
      <p class="thread-band-counts">{counts.join(' · ')}</p>
    </>
  )
}

/** An open group, or the whole picture when it has no groups: the thread falls from step to step. */
const Open = ({ band, own, picture, layout }: Part) => {
  const w = words[picture.lang]
  const weak = weakNotes(layout.ways, picture.lang)
  const grouped = layout.scope.groupBy !== 'none'
  const step = (column: Column, c: number) => {
    const units = own.filter((unit) => unit.column === c)
    if (!column.inUse) return !grouped && <li class="thread-drop is-unused">{`${column.name}: ${column.notUsedText ?? w.notUsed}`}</li>
    return (
      <li class={`thread-drop is-${units.length ? lineOf(units) : 'missing'}`}>
        <span class="thread-step">{column.name}</span>
        {!units.length && <span class="thread-word">–</span>}
        {units.map((unit) =>
          unit.kind === 'node' ? (
            <Entry node={unit.node} ways={layout.ways} weak={weak.get(unit.key)} picture={picture} kind={false} />
          ) : (
            <a href={picture.hrefFor({ open: [band.id] })} aria-label={w.openGroup(said(unit), band.title)}>{unit.face.lines.join(' ')}</a>
          ),
        )}
      </li>
    )
  }
  return <ol>{layout.columns.map(step)}</ol>
}

/** The same picture on a narrow screen: the thread falls from step to step, group by group. */
export const ThreadFall = ({ picture, layout }: { picture: Picture; layout: Layout }) => {
  const w = words[picture.lang]
  return (
    <div class="thread-fall">
      {layout.bands.map((band) => {
        const own = layout.units.filter((unit) => layout.bands[unit.band] === band && unit.kind !== 'label')
        const href = picture.hrefFor({ open: band.open ? [] : [band.id] })
        const name = band.open ? w.closeGroup(band.title) : `${w.open} ${band.title}`
        return (
          <section class="thread-band">
            {layout.scope.groupBy !== 'none' && (
              <p class="thread-band-title">
                {band.href ? <a href={band.href}><strong>{band.title}</strong></a> : <strong>{band.title}</strong>}{' '}
                <a class="thread-follow" href={href} aria-label={name}>{band.open ? w.close : w.open}</a>
              </p>
            )}
            {band.open ? (
              <Open band={band} own={own} picture={picture} layout={layout} />
            ) : (
              <Closed band={band} own={own} picture={picture} layout={layout} />
            )}
          </section>
        )
      })}
    </div>
  )
}
