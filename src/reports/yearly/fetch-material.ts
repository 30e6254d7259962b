import type { Reader } from '../../platform/db/database.ts'
import type { Request } from '../../platform/http/page.ts'
import type { Item } from '../../platform/item/item.store.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { threadHealth } from '../../modules/thread/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import type { Period } from './report.actions.ts'
import type { YearMaterial } from './year-material.ts'
import { yearMaterial } from './year-material.store.ts'

/** The period of a report; null until somebody has said it. */
export function periodOf({ fields }: Item): Period | null {
  const { from_on: from, to_on: to } = fields
  return typeof from === 'string' && typeof to === 'string' && from <= to ? { from, to } : null
}

/** What the workspace says of a report's period today, in the workspace's language. */
export async function fetchMaterial(catalogue: Catalogue, request: Request, db: Reader, workspace: Workspace, item: Item, period: Period): Promise<YearMaterial> {
  const { byRule } = await threadHealth(catalogue, { ...request, lang: workspace.language }, workspace)
  const { recipient } = item.fields
  return await yearMaterial(db, request.viewer, workspace, period, osloDate(request.now).toString(), {
    recipient: typeof recipient === 'string' && recipient ? recipient : null, loose: byRule.map(({ title, count }) => ({ title, count })), evaluation: [],
  })
}
