import { Entry } from './entry.tsx'
import type { Picture, PictureNode } from './picture.ts'
import { ToneMark } from './shapes.tsx'
import { reached, waysOf } from './ways.ts'
import type { Ways } from './ways.ts'
import { weakNotes } from './units.ts'
import { oneOf, words } from './words.ts'

/** One step of an item's own thread: the items there, or none where the thread should have gone on. */
export type Stage = { readonly step: Picture['steps'][number]; readonly nodes: readonly PictureNode[] }

/** An item's thread in both directions, nearest step first. Steps without items are kept only where they are in use. */
export type OwnThread = {
  readonly node: PictureNode
  readonly upstream: readonly Stage[]
  readonly downstream: readonly Stage[]
  readonly ways: Ways
}

/** Finds one item's own thread, or nothing when the item is not in the picture. */
export function ownThread(picture: Picture, id: string): OwnThread | undefined {
  const ways = waysOf(picture)
  const node = ways.nodes.find((one) => one.id === id)
  if (!node) return undefined
  const at = ways.column(node)
  const stages = (neighbours: ReadonlyMap<string, readonly string[]>, steps: Picture['steps']) => {
    const ids = reached(id, neighbours)
    return steps
      .map((step) => ({ step, nodes: ways.nodes.filter((one) => ids.has(one.id) && one.step === step.id) }))
      .filter(({ step, nodes }) => nodes.length > 0 || step.inUse)
  }
  return {
    node,
    ways,
    upstream: stages(ways.before, picture.steps.slice(0, at).reverse()),
    downstream: stages(ways.after, picture.steps.slice(at + 1)),
  }
}

type Props = { picture: Picture; id: string; heading?: 'h2' | 'h3' }

/** «Hvorfor gjør vi dette?» and «Hva kom ut av det?» for one item, with the thread drawn down the side of each list. */
export const ItemThread = ({ picture, id, heading: Heading = 'h2' }: Props) => {
  const own = ownThread(picture, id)
  if (!own) return null
  const { lang } = picture
  const w = words[lang]
  const { ways, node } = own
  const weak = weakNotes(ways, lang)
  const ends = ways.ends(node)
  const lineTo = (nodes: readonly PictureNode[], beyond: boolean) => {
    if (!nodes.length) return beyond ? 'frayed' : 'missing'
    return ways.whole.has(id) && nodes.some((one) => ways.whole.has(one.id)) ? 'whole' : 'joined'
  }
  const side = (stages: readonly Stage[], empty: string, end: 'before' | 'after') => {
    if (!stages.length) return <p class="thread-outermost">{empty}</p>
    const furthest = stages.findLastIndex(({ nodes }) => nodes.length > 0)
    return (
      <ol class="thread-drops">
        {stages.slice(0, furthest + 2).map(({ step, nodes }, i) => (
          <li class={`thread-drop is-${lineTo(nodes, i > furthest)}`}>
            <span class="thread-step">{step.name}</span>
            {nodes.map((one) => <Entry node={one} ways={ways} weak={weak.get(one.id)} picture={picture} kind={false} />)}
            {!nodes.length && i > furthest && (
              <span class={`thread-word ${i === 0 && ends[end] === 'frayed' ? 'is-loose' : 'is-calm'}`}>
                <ToneMark tone={i === 0 && ends[end] === 'frayed' ? 'loose' : 'calm'} />
                {end === 'after' && ends.after === 'open' ? w.openAfter : w.missing(oneOf(lang, step.id))}
              </span>
            )}
            {!nodes.length && i < furthest && <span class="thread-word">–</span>}
          </li>
        ))}
      </ol>
    )
  }
  return (
    <div class="thread-item">
      <section><Heading>{w.upstream}</Heading>{side(own.upstream, w.first, 'before')}</section>
      <section><Heading>{w.downstream}</Heading>{side(own.downstream, w.last, 'after')}</section>
    </div>
  )
}
