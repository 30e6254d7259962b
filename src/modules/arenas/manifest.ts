import type { Manifest } from '../../platform/item/manifest.ts'
import { arenaPart } from './arena/arena.part.tsx'
import { arenaRowPages } from './arena/arena.pages.tsx'
import { arena } from './arena/arena.ts'
import { checks } from './checks.ts'
import { decision } from './decision/decision.ts'
import { followUp } from './follow-up/follow-up.ts'
import { followUps } from './follow-up/manifest.ts'
import { coursePart } from './matter/course.part.tsx'
import { mapPage } from './map/map-page.tsx'
import { matter } from './matter/matter.ts'
import { newMatterPage } from './matter/new-matter.tsx'
import { originPart } from './matter/origin.part.tsx'
import { stepPage } from './matter/step-page.tsx'
import { meeting } from './meeting/meeting.ts'
import { meetingPages, meetingPagesWith, meetingResources } from './meeting/pages/index.ts'
import { arenasPage } from './room/arenas-page.tsx'
import { decisionsPage, mattersPage } from './room/lists.tsx'

export const arenas: Manifest = {
  module: 'arenas',
  kinds: [arena, meeting, matter, decision, followUp],
  includes: [followUps],
  checks,
  parts: [arenaPart, coursePart, originPart],
  pages: [arenasPage, mapPage, mattersPage, decisionsPage, newMatterPage, stepPage, ...arenaRowPages, ...meetingPages],
  pagesWith: meetingPagesWith,
  resources: meetingResources,
}
