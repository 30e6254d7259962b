import type { Manifest } from '../../platform/item/manifest.ts'
import { agreementsAsked } from './agreement/agreement.asked.ts'
import { agreement } from './agreement/agreement.ts'
import { agreementChecks } from './agreement/agreement.checks.ts'
import { agreementPages, agreementResources } from './agreement/pages.ts'
import { standingPart } from './agreement/standing.part.tsx'
import { governanceModel } from './governance/governance.ts'
import { governanceChecks } from './governance/governance.checks.ts'
import { influencePages, seatPages } from './governance/governance.pages.tsx'
import { governancePart } from './governance/governance.part.tsx'
import { readinessChecks } from './readiness/readiness.checks.ts'
import { readinessPage } from './readiness/readiness-page.tsx'
import { rolesPage } from './readiness/roles-page.tsx'
import { agreementsPage, governancePage } from './room/lists.tsx'
import { expectationsAsked } from './round/expectations.asked.ts'
import { expectationPages } from './round/pages/index.ts'

export const agreements: Manifest = {
  module: 'agreements',
  kinds: [agreement, governanceModel],
  checks: [...agreementChecks, ...governanceChecks, ...readinessChecks],
  asked: [...expectationsAsked, agreementsAsked],
  parts: [standingPart, governancePart],
  pages: [agreementsPage, governancePage, ...expectationPages, readinessPage, rolesPage, ...agreementPages, ...seatPages, ...influencePages],
  resources: [...agreementResources],
}
