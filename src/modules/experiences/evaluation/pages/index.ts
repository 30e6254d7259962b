import type { Page } from '../../../../platform/http/page.ts'
import { colleaguePage } from '../../../workspaces/index.ts'
import { askColleague } from '../follow-up.actions.ts'
import { askedOnes, withLink } from './answer.access.ts'
import { answerPage } from './answer-page.tsx'
import { answerWords } from './answer.words.ts'
import { previewPage, registerPage } from './form-pages.tsx'
import { furtherPage } from './further-page.tsx'
import { managePage } from './manage-page.tsx'

/** The same pages for whoever has a link and for the one who is logged in. */
const ways = [['/evaluer/:token', withLink], ['/min-side/evalueringer/:asked', askedOnes]] as const

/** The pages of an evaluation, beside those that every kind gets. */
export const evaluationPages: readonly Page[] = [managePage, previewPage, registerPage, furtherPage, ...ways.flatMap(([path, access]) => [answerPage(path, access), colleaguePage({
  path, access, takes: ({ phase }) => phase === 'answering', lead: (_, lang) => answerWords[lang].colleagueLead, ask: (work, { platform }, { question }, contact) => askColleague(work, platform, question, contact),
})])]
