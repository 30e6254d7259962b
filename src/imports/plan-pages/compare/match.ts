import { comparePlans } from '../../plan/index.ts'
import type { ParsedMeasure, ParsedPlan } from '../../plan/index.ts'

/** Something to be known again: by its words, its number, and what it stands under. */
export type Known = { readonly key: string; readonly title: string; readonly number: string | null; readonly goals?: readonly string[]; readonly area?: string | null }

/** Which of the newer is which of the older, by key. None is taken twice. */
export function pairUp(older: readonly Known[], newer: readonly Known[]): Map<string, string> {
  // The comparison tells of pairs whose notes differ; here the notes are the keys, and always do.
  const told = comparePlans(asPlan('fra', older), asPlan('til', newer)).changed
  return new Map(told.flatMap(({ fields }) => {
    const notes = fields.find((each) => each.field === 'notes')
    return notes ? [[String(notes.to).slice(4), String(notes.from).slice(4)] as const] : []
  }))
}

function asPlan(side: string, known: readonly Known[]): ParsedPlan {
  const areas = [...new Set(known.flatMap((each) => each.area ?? []))]
  return {
    goals: [], notUnderstood: [], ignored: [], warnings: [],
    priorityAreas: areas.map((title) => ({ id: title, number: null, title, goals: [] })),
    measures: known.map((each): ParsedMeasure => ({
      title: each.title, number: each.number, goals: each.goals ?? [], priorityArea: each.area ?? null, owners: [], partners: [],
      period: { text: '', kind: 'unknown', start: null, end: null }, status: { text: '', normalised: null }, cost: { total: null, byYear: {} },
      indicators: [], anchoring: [], notes: `${side} ${each.key}`, source: { sheet: '', row: 0 },
    })),
  }
}
