import { membershipsIn } from '../../../platform/access/viewer.ts'
import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import { listItemsPage } from '../../thread/index.ts'
import { agreement } from '../agreement/agreement.ts'
import { governanceModel } from '../governance/governance.ts'
import { AgreementPlaces } from './places.tsx'

/** The other places are for members: those who only may read an open workspace are not led to doors that are shut. */
const above = (here: 'agreements' | 'governance') => (workspace: WorkspaceHead, { lang, viewer }: Request) =>
  membershipsIn(viewer, workspace.id).length > 0 ? <AgreementPlaces workspace={workspace} lang={lang} here={here} /> : null

/** The lists of the room's kinds are those that every kind has, under the row of places. */
export const agreementsPage = listItemsPage(agreement, above('agreements'))
export const governancePage = listItemsPage(governanceModel, above('governance'))
