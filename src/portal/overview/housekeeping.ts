import { daysUntil } from '../../platform/time/oslo.ts'

/** What those who lead should settle about the workspace itself, most pressing first. */
export type Housekeeping = 'over' | 'ending' | 'noOwner' | 'noController'

/** How long before the end of the work those who lead are reminded. */
export const daysBeforeEnd = 90

type Responsible = { state: string; endsOn: string | null; legalOwnerId: string | null; dataControllerId: string | null }

/** Nothing in a workspace that is closed: there it is too late. */
export function housekeeping(workspace: Responsible, now: Temporal.Instant): Housekeeping[] {
  if (workspace.state !== 'active') return []
  const left = workspace.endsOn === null ? null : daysUntil(workspace.endsOn, now)
  const end: Housekeeping[] = left === null || left > daysBeforeEnd ? [] : [left < 0 ? 'over' : 'ending']
  return [...end, ...(workspace.legalOwnerId ? [] : ['noOwner' as const]), ...(workspace.dataControllerId ? [] : ['noController' as const])]
}
