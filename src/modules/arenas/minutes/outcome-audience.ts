import type { Audience } from '../../../platform/item/item.store.ts'
import { minutesReaders } from './minutes.policy.ts'

/** Who sees something: an audience, and the roles where it is for some. */
export type Seen = { audience: Audience; roles: readonly string[] }

/** What these rules need to know of a meeting. */
export type MeetingSeen = Seen & { state: string | null; approvalAskedOn: string | null }

/**
 * Who sees what is taken down in a meeting, and whether that is only until its minutes are approved. Then it is for the workspace, or for those
 * whom the meeting is for; a decision that stood before gets back those who saw it. What is one organisation's or one person's own stays theirs.
 */
export function outcomeSeen(meeting: MeetingSeen, before: Seen | null): { seen: Seen; waits: boolean } {
  const ordinary: Seen = before ?? (meeting.audience === 'roles' ? { audience: 'roles', roles: meeting.roles } : { audience: 'workspace', roles: [] })
  const readers = minutesReaders(meeting)
  if (readers === null || ordinary.audience === 'organisation' || ordinary.audience === 'author') return { seen: ordinary, waits: false }
  const both = ordinary.audience === 'roles' ? readers.filter((one) => ordinary.roles.includes(one)) : readers
  // A meeting that is for none of those who write its minutes leaves it to them.
  return { seen: { audience: 'roles', roles: both.length > 0 ? both : readers }, waits: true }
}
