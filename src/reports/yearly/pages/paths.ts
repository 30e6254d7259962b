import type { Crumb, WorkspaceHead } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { itemCrumbs, itemPath } from '../../../modules/thread/index.ts'
import { yearlyReport } from '../yearly-report.ts'
import { reportWords } from '../report.words.ts'

/** The address of a report, or of a page under it such as `tekst`. */
export const reportPath = (workspace: { slug: string }, item: { number: number }, rest = ''): string => itemPath(workspace, yearlyReport, item, rest && `/${rest}`)

export const reportCrumbs = (workspace: WorkspaceHead, item: Item, lang: Lang): Crumb[] => itemCrumbs(workspace, yearlyReport, lang, item)

/** Above a page that stands under the whole text. */
export const textCrumbs = (workspace: WorkspaceHead, item: Item, lang: Lang): Crumb[] => [...reportCrumbs(workspace, item, lang), { text: reportWords[lang].report, href: reportPath(workspace, item, 'tekst') }]
