import type { Manifest } from '../../../platform/item/manifest.ts'
import { decisionsAsked } from '../decision/decision.asked.ts'
import { meetingsAsked } from '../meeting/meeting.asked.ts'
import { followUpAsked } from './follow-up.asked.ts'
import { followUpChecks } from './follow-up.checks.ts'
import { answerPages } from './pages/answer-page.tsx'
import { answersPart } from './pages/answers-part.tsx'
import { followUpsPage } from './pages/list-page.tsx'

/** What comes after a meeting: whose the tasks are, how they are answered, and what is asked of people because of them. */
export const followUps: Manifest = { module: 'arenas', checks: followUpChecks, asked: [decisionsAsked, ...meetingsAsked, ...followUpAsked], parts: [answersPart], pages: [followUpsPage, ...answerPages] }
