import type { Page } from '../../../../platform/http/page.ts'
import { allPage } from './all-page.tsx'
import { asking, colleaguePage, colleagueWords } from '../../../workspaces/index.ts'
import { expectations } from '../expectations.ts'
import { askedOnes, withLink } from './answer.access.ts'
import { draftPage } from './draft-page.tsx'
import { newRoundPage } from './new-round.tsx'
import { peoplePage } from './people-page.tsx'
import { registerPage } from './register-page.tsx'
import { replyPage } from './reply-page.tsx'
import { roundPage } from './round-page.tsx'
import { roundsPage } from './rounds-page.tsx'
import { startPage } from './start-page.tsx'

/** The same pages for whoever has a link and for the one who is logged in. */
const ways = [['/forventning/:token', withLink], ['/min-side/forventninger/:asked', askedOnes]] as const

/** All pages about what organisations expect of each other. */
export const expectationPages: readonly Page[] = [
  roundsPage, newRoundPage, draftPage, roundPage, peoplePage, registerPage, replyPage,
  ...ways.flatMap(([path, access]) => [startPage(path, access), allPage(path, access), colleaguePage({
    path, access, takes: ({ closed }) => !closed, lead: ({ question }, lang) => colleagueWords[lang].sameAnswer(question.answer.organisation), ask: (work, { platform }, { question }, contact) => asking.askColleague(work, platform, expectations, question, contact),
  })]),
]
