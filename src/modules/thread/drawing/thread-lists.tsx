import { Entry } from './entry.tsx'
import type { Picture, PictureNode } from './picture.ts'
import { scopeOf } from './scope.ts'
import { weakNotes } from './units.ts'
import { waysOf } from './ways.ts'
import type { Ways } from './ways.ts'
import { words } from './words.ts'

/** An item with what hangs under it; `again` when it stands with its own branch elsewhere in the lists. */
export type Branch = { readonly node: PictureNode; readonly again: boolean; readonly under: readonly Branch[] }

/** The thread as nested lists: what the plan builds on, the plan itself, and what is tied to nothing. */
export type Lists = { readonly ground: readonly Branch[]; readonly plan: readonly Branch[]; readonly untied: readonly PictureNode[] }

/** Makes the lists. Every item stands exactly once with its branch, and is only named where it is met again. */
export function listsOf(shown: readonly PictureNode[], ways: Ways, top: number): Lists {
  const visible = new Map(shown.map((node) => [node.id, node]))
  const seen = (ids: readonly string[] | undefined) => (ids ?? []).flatMap((id) => visible.get(id) ?? [])
  const untied = shown.filter(({ id }) => !ways.before.get(id)?.length && !ways.after.get(id)?.length)
  const tied = shown.filter((node) => !untied.includes(node))
  const part = (nodes: readonly PictureNode[]) => {
    const own = new Set(nodes.map(({ id }) => id))
    const expanded = new Set<string>()
    const grow = (node: PictureNode): Branch => {
      if (expanded.has(node.id)) return { node, again: true, under: [] }
      expanded.add(node.id)
      return { node, again: false, under: seen(ways.after.get(node.id)).filter(({ id }) => own.has(id)).map(grow) }
    }
    return nodes.filter(({ id }) => !ways.before.get(id)?.some((from) => own.has(from))).map(grow)
  }
  return {
    ground: part(tied.filter((node) => ways.column(node) < top)),
    plan: part(tied.filter((node) => ways.column(node) >= top)),
    untied,
  }
}

/** The column where the plan itself begins: goals, or areas where they stand above the goals. */
export const planBegins = (picture: Pick<Picture, 'steps'>) =>
  Math.max(0, picture.steps.findIndex(({ id, inUse }) => (id === 'goal' || id === 'priorityArea') && inUse))

type Props = { picture: Picture; heading?: 'h2' | 'h3' }

/** The same information as the drawing, as nested lists. `heading` is the level of its section titles. */
export const ThreadLists = ({ picture, heading: Heading = 'h3' }: Props) => {
  const w = words[picture.lang]
  const ways = waysOf(picture)
  const weak = weakNotes(ways, picture.lang)
  const lists = listsOf(scopeOf(picture, ways).nodes, ways, planBegins(picture))
  const title = (from: number, to: number) =>
    picture.steps.slice(from, to).filter(({ inUse }) => inUse).map(({ name }) => name).join(' → ')
  const begins = planBegins(picture)
  const entry = (node: PictureNode) => <Entry node={node} ways={ways} weak={weak.get(node.id)} picture={picture} follow />
  const tree = (branches: readonly Branch[]) => (
    <ul>
      {branches.map(({ node, again, under }) => (
        <li class={ways.whole.has(node.id) ? 'is-whole' : undefined}>
          {again ? <span class="thread-again">{node.title} <small>({w.alsoUnder})</small></span> : entry(node)}
          {under.length > 0 && tree(under)}
        </li>
      ))}
    </ul>
  )
  return (
    <div class="thread-lists">
      {lists.plan.length > 0 && <section><Heading>{title(begins, picture.steps.length)}</Heading>{tree(lists.plan)}</section>}
      {lists.ground.length > 0 && <section><Heading>{title(0, begins)}</Heading>{tree(lists.ground)}</section>}
      <section>
        <Heading>{w.looseItems}</Heading>
        {lists.untied.length ? <ul>{lists.untied.map((node) => <li>{entry(node)}</li>)}</ul> : <p>{w.noLoose}</p>}
      </section>
    </div>
  )
}
