import { sectionPages } from '../../../modules/thread/index.ts'
import { text } from '../report.actions.ts'
import { reportPath, textCrumbs } from './paths.ts'

/** Where the text of a report is written, section by section. */
export const reportSectionPages = sectionPages(text, {
  path: '/arbeidsrom/:workspace/arsrapport/:number{[0-9]+}/tekst',
  at: (workspace, item) => reportPath(workspace, item, 'tekst'),
  crumbs: textCrumbs,
  addersName: 'yearly_report-section-adders',
})
