import type { Page } from '../../../../platform/http/page.ts'
import { askedOnes, withLink } from './answer.access.ts'
import { answerPage } from './answer-page.tsx'
import { answerStartPage } from './answer-start.tsx'
import { colleaguePage } from './colleague-page.tsx'
import { draftPage } from './draft-page.tsx'
import { newRoundPage } from './new-round.tsx'
import { registerPage } from './register-page.tsx'
import { reportPage } from './report-page.tsx'
import { roundPage } from './round-page.tsx'
import { roundsPage } from './rounds-page.tsx'
import { trialPage } from './trial-page.tsx'

/** The same pages for whoever has a link and for the one who is logged in. */
const ways = [['/svar/:token', withLink], ['/min-side/status/:asked', askedOnes]] as const

/** All pages about status. */
export const statusPages: readonly Page[] = [
  roundsPage, newRoundPage, trialPage, draftPage, roundPage, reportPage, registerPage,
  ...ways.flatMap(([path, access]) => [answerStartPage(path, access), colleaguePage(path, access), answerPage(path, access)]),
]
