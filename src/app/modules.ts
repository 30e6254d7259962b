import { type Manifest, withIncluded } from '../platform/item/manifest.ts'
import { analysis } from '../modules/analysis/index.ts'
import { agreements } from '../modules/agreements/index.ts'
import { arenas } from '../modules/arenas/index.ts'
import { experiences } from '../modules/experiences/index.ts'
import { plans } from '../modules/plans/index.ts'
import { relations } from '../modules/thread/index.ts'
import { invitationsAsked } from '../modules/workspaces/index.ts'
import { yearlyReports } from '../reports/yearly/index.ts'

/** Every module, in the order of the house. A new module is a line here. */
export const manifests: readonly Manifest[] = withIncluded([{ module: 'workspaces', asked: [invitationsAsked] }, { module: 'thread', relations }, analysis, agreements, arenas, plans, experiences, yearlyReports])
