import { itemPath } from '../../../thread/index.ts'
import { meeting } from '../meeting.ts'

/** Where a meeting is, and its rooms. */
export const meetingPath = (workspace: { slug: string }, item: { number: number }, rest = ''): string => itemPath(workspace, meeting, item, rest)
