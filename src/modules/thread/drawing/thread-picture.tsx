import { Drawing } from './drawing.tsx'
import { layOut } from './layout.ts'
import type { Layout } from './layout.ts'
import { summaryOf } from './overview.ts'
import type { Change, Picture } from './picture.ts'
import { KnotMark, ThreadSample } from './shapes.tsx'
import { ThreadFall } from './thread-fall.tsx'
import { words } from './words.ts'

type Props = { picture: Picture; layout?: Layout; id?: string }

/** Links that choose what the drawing shows. Every choice is in the address. */
export const ThreadChoices = ({ picture, layout = layOut(picture) }: Props) => {
  const w = words[picture.lang]
  const { groupBy, nodes } = layout.scope
  const followed = picture.focus === undefined ? undefined : nodes.find(({ id }) => id === picture.focus)
  const areas = layout.columns.some(({ id, count }) => id === 'priorityArea' && count > 0)
  const goals = layout.columns.some(({ id, count }) => id === 'goal' && count > 0)
  const choice = (change: Change, word: string, chosen: boolean) => (
    <li><a href={picture.hrefFor(change)} aria-current={chosen ? 'true' : undefined}>{word}</a></li>
  )
  return (
    <nav class="thread-choices" aria-label={w.choices}>
      {followed && <p>{w.following(followed.title)} <a href={picture.hrefFor({ focus: null })}>{w.showAll}</a></p>}
      <ul>
        {choice({ onlyLoose: false }, w.everything, !picture.onlyLoose)}
        {choice({ onlyLoose: true }, w.onlyLoose, picture.onlyLoose ?? false)}
      </ul>
      <ul>
        {goals && choice({ groupBy: 'goal' }, w.byGoal, groupBy === 'goal')}
        {areas && choice({ groupBy: 'priorityArea' }, w.byArea, groupBy === 'priorityArea')}
        {choice({ groupBy: 'none' }, w.ungrouped, groupBy === 'none')}
      </ul>
    </nav>
  )
}

const Legend = ({ lang, ribbons }: { lang: Picture['lang']; ribbons: boolean }) => {
  const w = words[lang]
  return (
    <ul class="thread-legend" aria-label={w.legend}>
      <li><ThreadSample kind="whole" />{w.legendWhole}</li>
      <li><ThreadSample kind="joined" />{w.legendJoined}</li>
      <li><ThreadSample kind="frayed" />{w.legendFrayed}</li>
      <li><ThreadSample kind="open" />{w.legendOpen}</li>
      <li><ThreadSample kind="weak" />{w.legendWeak}</li>
      {ribbons && <li><ThreadSample kind="ribbon" />{w.legendRibbon}</li>}
      <li><KnotMark />{w.legendKnot}</li>
    </ul>
  )
}

/**
 * The drawn thread: one sentence that tells where it is thin, then the drawing. Wide screens and paper get the columns in a
 * region that scrolls; narrow ones the thread falling down the page. `layout` may be given when the page has already made it;
 * `id` keeps two pictures on one page apart.
 */
export const ThreadPicture = ({ picture, layout = layOut(picture), id = 'thread' }: Props) => {
  const w = words[picture.lang]
  if (!layout.units.length) return <p class="thread-empty">{picture.nodes.length ? w.nothingFound : w.empty}</p>
  return (
    <figure class="thread-figure">
      <figcaption class="thread-summary">{summaryOf(layout.overview, picture.lang)} <small>{w.notProof}</small></figcaption>
      <thread-picture class="thread-wide" data-larger={w.zoomIn} data-smaller={w.zoomOut} data-fit={w.fit} data-reset={w.reset}>
        <div class="thread-region" role="region" tabindex={0} aria-label={w.scroll}>
          <Drawing picture={picture} layout={layout} id={id} />
        </div>
      </thread-picture>
      <div class="thread-narrow"><ThreadFall picture={picture} layout={layout} /></div>
      <Legend lang={picture.lang} ribbons={layout.units.some(({ kind }) => kind === 'bundle')} />
    </figure>
  )
}
