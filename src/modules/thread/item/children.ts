import type { Kind } from '../../../platform/item/kind.ts'
import { type Lang, texts } from '../../../platform/text/texts.ts'
import type { Snapshot } from './history.store.ts'

const words = texts({
  nb: { rows: (n: number) => (n === 0 ? 'ingen' : `${n}`), same: (n: number) => `${n}, med andre opplysninger` },
  nn: { rows: (n: number) => (n === 0 ? 'ingen' : `${n}`), same: (n: number) => `${n}, med andre opplysningar` },
  en: { rows: (n: number) => (n === 0 ? 'none' : `${n}`), same: (n: number) => `${n}, with other details` },
})

/** Rows that count under an item's version: how many there were, and how many there are. */
export function childDifferences(kind: Kind, before: Snapshot | null, after: Snapshot, lang: Lang): { label: string; before: string; after: string }[] {
  const w = words[lang]
  return Object.entries(kind.children ?? {}).flatMap(([table, label]) => {
    const [was, is] = [before?.[table], after[table]].map((rows) => (Array.isArray(rows) ? rows : []))
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    const [n, m] = [was?.length ?? 0, is?.length ?? 0]
    return [{ label: label[lang], before: n === m ? '' : w.rows(n), after: n === m ? w.same(m) : w.rows(m) }]
  })
}
