import type { Page } from '../../../../platform/http/page.ts'
import { asking, colleaguePage, colleagueWords } from '../../../workspaces/index.ts'
import { pictures } from '../pictures.ts'
import { askedOnes, withLink } from './answer.access.ts'
import { draftPage } from './draft-page.tsx'
import { newRoundPage } from './new-round.tsx'
import { registerPage } from './register-page.tsx'
import { roundPage } from './round-page.tsx'
import { roundsPage } from './rounds-page.tsx'
import { startPage } from './start-page.tsx'

/** The same pages for whoever has a link and for the one who is logged in. */
const ways = [['/felles-bilde/:token', withLink], ['/min-side/felles-bilde/:asked', askedOnes]] as const

/** All pages about the common picture of challenges. */
export const picturePages: readonly Page[] = [roundsPage, newRoundPage, draftPage, roundPage, registerPage, ...ways.flatMap(([path, access]) => [startPage(path, access), colleaguePage({
  path, access, takes: ({ closed }) => !closed, lead: ({ question }, lang) => colleagueWords[lang].sameAnswer(question.answer.organisation), ask: (work, { platform }, { question }, contact) => asking.askColleague(work, platform, pictures, question, contact),
})])]
