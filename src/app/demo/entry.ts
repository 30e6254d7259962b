import type { FieldValue } from '../../platform/item/field.ts'
import type { Audience } from '../../platform/item/item.store.ts'
import type { Role } from '../../platform/access/viewer.ts'
import type { Kind } from '../../platform/item/kind.ts'
import type { Lang } from '../../platform/text/texts.ts'
import type { MemberRole, StepKind, TieType } from '../../modules/arenas/index.ts'
import type { OrganisationKey } from './organisations.ts'
import type { PersonKey } from './people.ts'

/** Fields of the kind; those that hold organisations name them by key. */
export type EntryFields = Readonly<Record<string, FieldValue>> & { owner?: readonly OrganisationKey[]; partner?: readonly OrganisationKey[] }

/** Something that somebody did to an item later on. */
export type Later = { day: number; by?: PersonKey; state?: string; title?: string; fields?: EntryFields; removed?: true }

/** A rule of the thread check that somebody has said is not for this item, and why. */
export type Waived = { day: number; rule: string; reason: string }

/** A tie to another entry: along a relation, perhaps with a note. */
export type Tie = { relation: string; to: string; note?: string }

export type Milestone = { title: string; due: string; done?: { on: string; day: number } }

/** What an organisation puts in: kroner or man-years by year, or nothing that is counted. `was` is what it first said. */
export type Gift = {
  from: OrganisationKey
  type: 'money' | 'people' | 'competence' | 'premises'
  years: readonly (readonly [year: number, amount: number])[]
  state: 'wished' | 'promised' | 'committed'
  note?: string
}

export type Measurement = { day: number; value?: number; text?: string; source?: string }

/** One item of the demo, with its life: when it came and who wrote it (`day` is days ago), and what has happened to it since. */
export type Entry = {
  key: string
  kind: Kind
  day: number
  /** Whoever keeps the plan, when nothing else is said. */
  by?: PersonKey
  title: string
  code?: string
  language?: Lang
  state?: string
  audience?: Audience
  audienceRoles?: readonly Role[]
  fields?: EntryFields
  ties?: readonly Tie[]
  milestones?: readonly Milestone[]
  gifts?: { day: number; lines: readonly Gift[]; /** When what was promised became binding. */ committedDay?: number }
  measurements?: readonly Measurement[]
  later?: readonly Later[]
  /** An arena's members, what it has agreed with others, and the steps of a matter. */
  members?: readonly { organisation: OrganisationKey; role: MemberRole }[]
  intended?: readonly { to: string; type: TieType; everyDays: number; since: string; note?: string }[]
  steps?: readonly { day: number; by?: PersonKey; what: StepKind; to?: string; meeting?: string; note?: string }[]
  waived?: Waived
}

export const tie = (relation: string, to: string, note?: string): Tie => ({ relation, to, ...(note !== undefined && { note }) })
export const ties = (relation: string, ...to: readonly string[]): Tie[] => to.map((one) => tie(relation, one))
