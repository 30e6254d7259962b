import type { Page, Resource } from '../../../../platform/http/page.ts'
import type { Catalogue } from '../../../../platform/item/manifest.ts'
import { agendaPage } from '../../agenda/agenda-page.tsx'
import { pointPage } from '../../agenda/point-page.tsx'
import { archivePage } from '../../minutes/archive-page.tsx'
import { minutesFiles } from '../../minutes/minutes-files.ts'
import { minutesPage } from '../../minutes/minutes-page.tsx'
import { markPage } from '../../minutes/pasted/mark-page.tsx'
import { pastePage } from '../../minutes/pasted/paste-page.tsx'
import { reviewPage } from '../../minutes/pasted/review-page.tsx'
import { answerPage } from './answer-page.tsx'
import { callPage } from './call-page.tsx'
import { calendarPage, feedResource } from './feed.tsx'
import { listMeetingsPage } from './list-meetings.tsx'
import { movePage } from './move-page.tsx'
import { newMeetingPage } from './new-meeting.tsx'
import { showMeetingPage } from './show-meeting.tsx'

/** The pages of meetings that need nothing of others. */
export const meetingPages: readonly Page[] = [listMeetingsPage, newMeetingPage, pointPage, callPage, movePage, answerPage, calendarPage, archivePage, pastePage, markPage, reviewPage]

/** Those that show items of any kind. */
export const meetingPagesWith = (catalogue: Catalogue): readonly Page[] => [showMeetingPage(catalogue), agendaPage(catalogue), minutesPage(catalogue)]

export const meetingResources: readonly Resource[] = [feedResource, ...minutesFiles]
