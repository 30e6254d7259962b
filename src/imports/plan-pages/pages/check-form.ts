import { allTexts, firstText, type RawForm } from '../../../platform/item/parse.ts'
import { documentsIn } from '../compare/documents.ts'
import type { Choices } from '../compare/choices.ts'
import type { Weighed } from '../weighed.ts'

/** The names of the fields on the page where a plan is looked over. */
export const checkFields = { rows: 'rad', added: 'ny', changed: 'endring', gone: 'borte', documents: 'dokument', built: 'bygd', name: (at: number) => `navn.${at}` } as const

/** What somebody has chosen of what the page showed. */
export function readCheckForm(raw: RawForm, { names, proposal, plan, choices, first, parties }: Weighed): Choices {
  const built = firstText(raw, checkFields.built)
  const known = new Set(parties.map((party) => party.id))
  const chosen = Object.fromEntries(names.flatMap((name, at) => {
    const value = firstText(raw, checkFields.name(at))
    return value === 'ny' || value === 'tekst' || known.has(value) ? [[name.key, value] as const] : []
  }))
  const [added, documents] = [new Set(allTexts(raw, checkFields.added)), new Set(allTexts(raw, checkFields.documents))]
  const taken = new Set(allTexts(raw, checkFields.changed))
  return {
    areasAbove: built === 'over' ? true : built === 'under' ? false : choices.areasAbove,
    parties: { ...choices.parties, ...chosen },
    notDocuments: documentsIn(newMeasures(proposal, plan)).map((document) => document.key).filter((key) => !documents.has(key)),
    rows: allTexts(raw, checkFields.rows),
    // The first time everything is new, and everything is taken in.
    leftOut: first ? null : proposal.added.map((each) => each.incoming.key).filter((key) => !added.has(key) && !madeOfRow(key, plan, choices)),
    taken: [...taken],
    declined: proposal.changed.flatMap((each) => each.differences.map((difference) => difference.id)).filter((id) => !taken.has(id)),
    removed: allTexts(raw, checkFields.gone),
  }
}

/** The measures in the file that are new to the plan: only those are tied to the plans that they name. */
export const newMeasures = (proposal: Weighed['proposal'], plan: Weighed['plan']): Weighed['plan']['measures'] =>
  proposal.added.flatMap(({ incoming }) => (incoming.kind === 'measure' ? (plan.measures[Number(incoming.key.slice(1))] ?? []) : []))

/** Measures made of rows are chosen where the row stands, not among the new ones. */
export const madeOfRow = (key: string, plan: Weighed['plan'], choices: Choices): boolean => key.startsWith('m') && Number(key.slice(1)) >= plan.measures.length - choices.rows.length
