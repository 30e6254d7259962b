import { type Lang, texts } from '../../../platform/text/texts.ts'
import type { Snapshot } from '../../thread/index.ts'

const words = texts({
  nb: { milestone: 'Milepæler', instrument: 'Bidrag', measurement: 'Målinger', rows: (n: number) => (n === 0 ? 'ingen' : `${n}`), same: (n: number) => `${n}, med andre opplysninger` },
  nn: { milestone: 'Milepælar', instrument: 'Bidrag', measurement: 'Målingar', rows: (n: number) => (n === 0 ? 'ingen' : `${n}`), same: (n: number) => `${n}, med andre opplysningar` },
  en: { milestone: 'Milestones', instrument: 'Contributions', measurement: 'Measurements', rows: (n: number) => (n === 0 ? 'none' : `${n}`), same: (n: number) => `${n}, with other details` },
})

const tables = ['milestone', 'instrument', 'measurement'] as const

/** Rows that count under an item's version: how many there were, and how many there are. */
export function childDifferences(before: Snapshot | null, after: Snapshot, lang: Lang): { label: string; before: string; after: string }[] {
  const w = words[lang]
  return tables.flatMap((table) => {
    const [was, is] = [before?.[table], after[table]].map((rows) => (Array.isArray(rows) ? rows : []))
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    const [n, m] = [was?.length ?? 0, is?.length ?? 0]
    return [{ label: w[table], before: n === m ? '' : w.rows(n), after: n === m ? w.same(m) : w.rows(m) }]
  })
}
