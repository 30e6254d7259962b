import { Entry } from './entry.tsx'
import type { Layout, LaidUnit } from './layout.ts'
import type { Picture } from './picture.ts'
import { ToneMark } from './shapes.tsx'
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
            {whole[i] && whole[i + 1] && <path class="thread-line is-whole" d={threadPath(ends)} />}
          </>
        ) : (
          <path class="thread-open" d={threadPath(ends)} />
        ),
      )}
    </svg>
  )
}

/** The same picture on a narrow screen: the thread falls from step to step, group by group. */
export const ThreadFall = ({ picture, layout }: { picture: Picture; layout: Layout }) => {
  const { lang, hrefFor } = picture
  const w = words[lang]
  const weak = weakNotes(layout.ways, lang)
  const grouped = layout.scope.groupBy !== 'none'
  return (
    <div class="thread-fall">
      {layout.bands.map((band) => {
        const own = layout.units.filter((unit) => layout.bands[unit.band] === band)
        return (
          <section class="thread-band">
            {grouped && (
              <p class="thread-band-title">
                {band.href ? <a href={band.href}><strong>{band.title}</strong></a> : <strong>{band.title}</strong>}{' '}
                <a class="thread-follow" href={hrefFor({ open: band.open ? [] : [band.id] })} aria-label={band.open ? w.closeGroup(band.title) : `${w.open} ${band.title}`}>
                  {band.open ? w.close : w.open}
                </a>
              </p>
            )}
            {!band.open && (
              <>
                <Profile units={own.filter((unit) => unit.kind !== 'label')} columns={layout.columns.flatMap((column, c) => (column.inUse ? [c] : []))} />
                <p class="thread-band-counts">{own.flatMap((unit) => (unit.kind === 'bundle' ? [[...unit.face.lines, ...unit.face.marks.map(({ word }) => `(${word})`)].join(' ')] : unit.kind === 'node' && unit.key !== band.key ? [countOf(lang, unit.node.step, 1)] : [])).join(' · ')}</p>
              </>
            )}
            {band.open && <ol>
              {layout.columns.map((column, c) => {
                const units = own.filter((unit) => unit.column === c && unit.kind !== 'label')
                if (!column.inUse) return !grouped && <li class="thread-drop is-unused">{`${column.name}: ${column.notUsedText ?? w.notUsed}`}</li>
                if (!units.length) return <li class="thread-drop is-missing"><span class="thread-step">{column.name}</span><span class="thread-word">–</span></li>
                return (
                  <li class={`thread-drop is-${lineOf(units)}`}>
                    <span class="thread-step">{column.name}</span>
                    {units.map((unit) =>
                      unit.kind === 'node' ? (
                        <Entry node={unit.node} ways={layout.ways} weak={weak.get(unit.key)} picture={picture} kind={false} />
                      ) : unit.kind === 'bundle' ? (
                        <div class="thread-entry">
                          <a href={hrefFor({ open: [unit.group] })} aria-label={w.openGroup([...unit.face.lines, ...unit.face.marks.map(({ word }) => word)].join(', '), band.title)}>
                            {unit.face.lines.join(' ')}
                          </a>
                          {unit.loose > 0 && <ul class="thread-words"><li class="thread-word is-loose"><ToneMark tone="loose" />{w.loose(unit.loose)}</li></ul>}
                        </div>
                      ) : null,
                    )}
                  </li>
                )
              })}
            </ol>}
          </section>
        )
      })}
    </div>
  )
}
