import type { Catalogue } from '../../platform/item/manifest.ts'
import type { LooseWords } from '../../modules/thread/index.ts'
import { formats, type Printed } from '../../modules/workspaces/index.ts'
import { readSheet } from '../chair-sheet/read-sheet.ts'
import { fittedSheet } from '../chair-sheet/sheet-document.ts'
import { agreementDocument } from './agreement-document.ts'
import { evaluationDocument } from './evaluation-document.ts'
import { expectationsDocument } from './expectations-document.ts'
import { listDocument } from './list/list-document.ts'
import { looseDocument } from './loose/loose-document.ts'
import { planDocument } from './plan/plan-document.ts'
import { pictureDocument } from './picture-document.ts'
import { roundDocument } from './round-document.ts'
import { reportDocument } from '../yearly/index.ts'

export { downloads } from './download.ts'
export { makingJob } from './order/order.job.ts'
export { orderPages, orderResources } from './order/order.pages.tsx'
export { daysKept, sweepOrders } from './order/order.store.ts'

/** What one may take with one from a workspace. */
export const printedReports = (catalogue: Catalogue, looseWords: LooseWords): Printed[] => [
  { name: /^planen$/, formats, make: (request, workspace) => planDocument(catalogue, looseWords, request, workspace) },
  { name: /^ark$/, formats: ['pdf', 'docx'], make: async (request, workspace) => fittedSheet(await readSheet(catalogue, looseWords, request, workspace), request, workspace) },
  { name: /^lose-trader$/, formats, make: (request, workspace, format) => looseDocument(catalogue, request, workspace, format) },
  { name: /^statusrunde-(\d{1,6})$/, formats: ['pdf', 'docx'], membersOnly: true, make: (request, workspace, _, asked) => roundDocument(request, workspace, Number(asked)) },
  { name: /^avtale-(\d{1,7})$/, formats: ['pdf', 'docx'], make: (request, workspace, _, asked) => agreementDocument(request, workspace, Number(asked)) },
  { name: /^arsrapport-(\d{1,7})$/, formats: ['pdf', 'docx'], make: (request, workspace, _, asked) => reportDocument(request, workspace, Number(asked)) },
  { name: /^felles-bilde-(\d{1,6})$/, formats: ['pdf', 'docx'], membersOnly: true, make: (request, workspace, _, asked) => pictureDocument(request, workspace, Number(asked)) },
  { name: /^evaluering-(\d{1,7})$/, formats: ['pdf', 'docx'], membersOnly: true, make: (request, workspace, _, asked) => evaluationDocument(request, workspace, Number(asked)) },
  { name: /^forventninger-(\d{1,6})$/, formats: ['pdf', 'docx'], membersOnly: true, make: (request, workspace, _, asked) => expectationsDocument(request, workspace, Number(asked)) },
  ...[...catalogue.kinds.values()].map((kind): Printed => ({ name: new RegExp(`^${kind.segment.replaceAll('/', '-')}$`), formats, make: (request, workspace, format) => listDocument(kind, request, workspace, format) })),
]
