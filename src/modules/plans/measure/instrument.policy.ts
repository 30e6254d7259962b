import { partnerFor, type Viewer } from '../../../platform/access/viewer.ts'
import { mayChange, type Place } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { isKeptElsewhere } from './elsewhere.ts'
import { measure } from './measure.ts'

/** The organisations whose contributions somebody may state: all, or their own. */
export type Stating = 'all' | readonly string[]

/** Those who may change the measure state everybody's; a partner's representative what the organisation they act for puts in. Nobody does where it is kept in another system. */
export function mayState(viewer: Viewer, workspace: Place, item: Item): Stating {
  if (isKeptElsewhere(item.fields)) return []
  if (mayChange(viewer, workspace, measure, item)) return 'all'
  if (workspace.state !== 'active') return []
  const organisation = partnerFor(viewer, workspace.id)
  return organisation === null ? [] : [organisation]
}

export const mayStateAny = (stating: Stating): boolean => stating === 'all' || stating.length > 0

export const mayStateFor = (stating: Stating, organisationId: string | null): boolean =>
  stating === 'all' || (organisationId !== null && stating.includes(organisationId))
