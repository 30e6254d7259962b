import type { Page } from '../../../../platform/http/page.ts'
import { askedOnes, withLink } from './answer.access.ts'
import { answerPage } from './answer-page.tsx'
import { colleaguePage } from './colleague-page.tsx'
import { previewPage, registerPage } from './form-pages.tsx'
import { furtherPage } from './further-page.tsx'
import { managePage } from './manage-page.tsx'

/** The same pages for whoever has a link and for the one who is logged in. */
const ways = [['/evaluer/:token', withLink], ['/min-side/evalueringer/:asked', askedOnes]] as const

/** The pages of an evaluation, beside those that every kind gets. */
export const evaluationPages: readonly Page[] = [managePage, previewPage, registerPage, furtherPage, ...ways.flatMap(([path, access]) => [answerPage(path, access), colleaguePage(path, access)])]
