import { Entry } from './entry.tsx'
import type { Layout, LaidUnit } from './layout.ts'
import type { Picture } from './picture.ts'
import { ToneMark } from './shapes.tsx'
import { weakNotes } from './units.ts'
import { words } from './words.ts'

/** How the thread looks on its way into a step: whole, tied, or nothing there. */
function lineOf(units: readonly LaidUnit[]): 'whole' | 'joined' | 'frayed' {
  if (units.some((unit) => unit.whole)) return 'whole'
  return units.some((unit) => unit.ends.before === 'joined' || unit.ends.before === 'outermost') ? 'joined' : 'frayed'
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
                <strong>{band.title}</strong>{' '}
                <a class="thread-follow" href={hrefFor({ open: band.open ? [] : [band.id] })} aria-label={band.open ? w.closeGroup(band.title) : `${w.open} ${band.title}`}>
                  {band.open ? w.close : w.open}
                </a>
              </p>
            )}
            <ol>
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
            </ol>
          </section>
        )
      })}
    </div>
  )
}
