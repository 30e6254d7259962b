import type { Role } from '../../../platform/access/viewer.ts'
import type { StepId } from '../../../platform/item/kind.ts'
import type { Lang, Text } from '../../../platform/text/texts.ts'

/** The rooms that may stand in the menu at the top; what does not stand there is found under «Mer». */
export const rooms = ['plan', 'traden', 'kunnskap', 'partnere', 'arenaer'] as const
export type Room = (typeof rooms)[number]

/** A rule of the thread check that a workspace of this sort begins with as something else than declared. Anybody who leads may change it. */
export type RuleChoice = { rule: string; active: boolean; limit: number | null; reason: Text }

export type TemplateWords = {
  name: string
  /** What it is for, in one sentence. */
  purpose: string
  /** What one gets, one line each. */
  gets: readonly string[]
}

/** How a new workspace is set up. Data: it is copied into the workspace, which may change all of it afterwards. */
export type Template = {
  name: TemplateName
  kind: 'partnership' | 'process'
  words: Readonly<Record<Lang, TemplateWords>>
  partsInUse: readonly StepId[]
  tabs: readonly Room[]
  /** Where one lands in a workspace that was just made: under the workspace's address. */
  first: string
  /** The roles that are offered when somebody is invited, the usual one first. What each may do stands in `roleWords`. */
  roles: readonly [Role, ...Role[]]
  /** What the one who makes it becomes. */
  founder: Role
  rules: readonly RuleChoice[]
  /** How many are few enough, as a proposal, and why. */
  focus: { areas: number | null; measuresPerArea: number | null; measuresPerOrganisation: number | null; reason: Text } | null
  /** Who answers for what until somebody says otherwise: the organisation that owns the workspace, or nobody yet. */
  responsibilities: { legalOwner: 'owner'; dataController: 'owner' | null; archive: 'owner' | null }
}

export const templateNames = ['partnership', 'light'] as const
export type TemplateName = (typeof templateNames)[number]
