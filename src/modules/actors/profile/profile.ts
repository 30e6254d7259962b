/** The parts of a profile that have a consent each. */
export const parts = ['name', 'role', 'contact', 'help'] as const
export type ProfilePart = (typeof parts)[number]

/** Where a part is shown, the least first. */
export const audiences = ['nobody', 'workspaces', 'everybody'] as const
export type ShownTo = (typeof audiences)[number]

export type Consent = Readonly<Record<ProfilePart, ShownTo>>

export const leastConsent: Consent = { name: 'nobody', role: 'nobody', contact: 'nobody', help: 'nobody' }

/** How a viewer stands to a person: the person themselves, somebody in one of the same workspaces today, or anybody else. */
export type Nearness = 'self' | 'workspace' | 'stranger'

/**
 * Whether a part of a profile is shown to somebody. Nothing is shown to everybody without the name, and nothing that has no consent is shown at all.
 * That two people are in the same organisation gives nothing by itself, and the secretariat sees no more than the others in its workspace.
 */
export function isShown(consent: Consent, part: ProfilePart, nearness: Nearness): boolean {
  if (nearness === 'self') return true
  const to = (one: ProfilePart) => consent[one] === 'everybody' || (consent[one] === 'workspaces' && nearness === 'workspace')
  return to(part) && (nearness === 'workspace' || to('name'))
}

/** Whether somebody has a page of this person at all: in a workspace one sees who else is in it. */
export const mayOpen = (consent: Consent, nearness: Nearness): boolean => nearness !== 'stranger' || consent.name === 'everybody'

/** The parts that would be shown to everybody while the name is not: they cannot be. */
export const withoutName = (consent: Consent): ProfilePart[] => (consent.name === 'everybody' ? [] : parts.filter((part) => part !== 'name' && consent[part] === 'everybody'))
