import type { Reader } from '../../platform/db/database.ts'
import type { Request } from '../../platform/http/page.ts'
import type { Item } from '../../platform/item/item.store.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { formatPercent } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { shownResults } from '../../modules/experiences/index.ts'
import { threadHealth } from '../../modules/thread/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import type { Period } from './report.actions.ts'
import { draftWords } from './year-draft.words.ts'
import type { YearMaterial } from './year-material.ts'
import { yearMaterial } from './year-material.store.ts'

/** The period of a report; null until somebody has said it. */
export function periodOf({ fields }: Item): Period | null {
  const { from_on: from, to_on: to } = fields
  return typeof from === 'string' && typeof to === 'string' && from <= to ? { from, to } : null
}

/** What the workspace says of a report's period today, in the workspace's language. */
export async function fetchMaterial(catalogue: Catalogue, request: Request, db: Reader, workspace: Workspace, item: Item, period: Period): Promise<YearMaterial> {
  const [{ byRule }, evaluated] = await Promise.all([threadHealth(catalogue, { ...request, lang: workspace.language }, workspace), shownResults(db, request.viewer, workspace.id, period, workspace.language)])
  const { recipient } = item.fields
  return await yearMaterial(db, request.viewer, workspace, period, osloDate(request.now).toString(), {
    recipient: typeof recipient === 'string' && recipient ? recipient : null, loose: byRule.map(({ title, count }) => ({ title, count })), evaluation: evaluated.map((one) => draftWords[workspace.language].agreed(one.statement, formatPercent(one.agree, workspace.language, { decimals: 0 }), one.answered)),
  })
}
