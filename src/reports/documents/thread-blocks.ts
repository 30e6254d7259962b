import type { Block, Stop } from '../../platform/document/index.ts'
import type { Kind } from '../../platform/item/kind.ts'
import type { Lang } from '../../platform/text/texts.ts'
import type { overviewOf } from '../../modules/thread/index.ts'
import { documentWords } from './documents.words.ts'
import { stateOf } from './says.ts'

/** The thread with its counts, for paper. */
export function threadOf(overview: ReturnType<typeof overviewOf>, lang: Lang, caption = documentWords[lang].thread): Block {
  const w = documentWords[lang]
  const stops = overview.steps.map(({ name, inUse, count, loose }): Stop => ({
    label: name, count: inUse ? String(count) : '–', mark: !inUse ? 'notUsed' : loose > 0 ? 'loose' : count > 0 ? 'holds' : 'neutral', note: !inUse ? w.notUsed : loose > 0 ? w.loose(loose) : '',
  }))
  return { is: 'thread', caption, stops }
}

/** How many there are in each state of a kind. Nothing when there are none. */
export function barsOf(kind: Kind, items: readonly { kind: string; state: string | null }[], caption: string, lang: Lang): Block[] {
  const w = documentWords[lang]
  const own = items.filter((item) => item.kind === kind.name)
  const bars = Object.keys(kind.states ?? {}).flatMap((state) => {
    const label = stateOf(kind, state, lang)[0]
    return typeof label === 'object' ? [{ label, count: own.filter((item) => item.state === state).length }] : []
  })
  return own.length === 0 ? [] : [{ is: 'bars', caption, of: w.state, number: w.count, bars }]
}
