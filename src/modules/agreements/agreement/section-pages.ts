import { sectionPages } from '../../thread/index.ts'
import { agreementCrumbs, agreementPath } from './crumbs.ts'
import { text } from './text.actions.ts'
import { textWords } from './text.words.ts'

/** Where the text of an agreement is written, section by section. */
export const [newSectionPage, changeSectionPage] = sectionPages(text, {
  path: '/arbeidsrom/:workspace/avtaler/:number{[0-9]+}/tekst',
  at: (workspace, item) => agreementPath(workspace, item, 'tekst'),
  crumbs: (workspace, item, lang) => agreementCrumbs(workspace, item, lang, { text: textWords[lang].title, href: agreementPath(workspace, item, 'tekst') }),
  addersName: 'agreement-section-adders',
})
