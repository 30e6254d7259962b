import type { MovingRules } from '../../../platform/db/journal/index.ts'

export const mergeKinds = ['organisation', 'person'] as const
export type MergeKind = (typeof mergeKinds)[number]

/** What decides whether two may be merged. */
export type Mergeable = {
  id: string
  name: string
  mergedInto: string | null
  /** Stands in the register of municipalities and counties. */
  registered: boolean
  orgnr: string | null
  kind: string
  example: boolean
  administrator: boolean
}

export type MergeRefusal = 'itself' | 'merged already' | 'succession' | 'register stays' | 'two numbers' | 'example'

/** Why `from` cannot become `to`; null when it can. */
export function whyNotMerged(from: Mergeable, to: Mergeable, related = false): MergeRefusal | null {
  if (from.id === to.id) return 'itself'
  if (from.mergedInto !== null || to.mergedInto !== null) return 'merged already'
  // Municipalities become one by law and on a date; that is succession, and their past is not rewritten.
  if ((from.registered && to.registered) || related) return 'succession'
  if (from.registered) return 'register stays'
  // Two numbers are two legal persons, whatever they are called.
  if (from.orgnr !== null && to.orgnr !== null && from.orgnr !== to.orgnr) return 'two numbers'
  if (from.example !== to.example) return 'example'
  return null
}

const leastShown = ['nobody', 'workspaces', 'everybody'] as const

/**
 * How rows are moved when two become one. Everything that points at them is moved; this says only what is otherwise:
 * sessions end, loose threads are found anew, and where both have the same row it becomes one with the best of both.
 */
export const mergingRules: MovingRules = {
  special: { session: 'forget', loose_thread: 'remove' },
  twins: {
    membership: { columns: ['workspace_id', 'person_id', 'role', 'organisation_id'], from: 'valid_from', to: 'valid_to' },
    affiliation: { columns: ['person_id', 'organisation_id', 'title'], from: 'valid_from', to: 'valid_to' },
  },
  combining: {
    party: { role: ['owner', 'partner', 'mentioned'], valid_from: 'earliest', valid_to: 'latest' },
    membership: { valid_from: 'earliest', valid_to: 'latest' },
    affiliation: { valid_from: 'earliest', valid_to: 'latest' },
    item_organisation: { place: 'least' },
    // One party of an agreement that stood there twice: what either has done.
    agreement_party: {
      anchored_body: 'filled', anchored_on: 'filled', anchored_case: 'filled', anchored_by: 'filled', signed_name: 'filled', signed_on: 'filled', signed_edition: 'filled', signed_file_id: 'filled', signed_early: 'filled', signed_by: 'filled',
      joined_on: 'earliest', left_on: 'latest',
    },
    // What they have agreed to is what both have agreed to.
    profile: { help: 'filled', topics: 'all', phone: 'filled', show_name: leastShown, show_role: leastShown, show_contact: leastShown, show_help: leastShown },
    first_login: { at: 'least' },
    // Who has asked for peace at one of their addresses has asked for it.
    mail_choice: { per_week: 'least', gathered: 'either', digest: 'both', news: 'both', nothing: 'either', paused_until: 'filled' },
  },
}
