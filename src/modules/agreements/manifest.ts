import type { Manifest } from '../../platform/item/manifest.ts'
import { agreement } from './agreement/agreement.ts'
import { agreementChecks } from './agreement/agreement.checks.ts'
import { agreementPages, agreementResources } from './agreement/pages.ts'
import { standingPart } from './agreement/standing.part.tsx'
import { expectationsAsked } from './round/expectations.asked.ts'
import { expectationPages } from './round/pages/index.ts'

export const agreements: Manifest = {
  module: 'agreements',
  kinds: [agreement],
  checks: agreementChecks,
  asked: expectationsAsked,
  parts: [standingPart],
  pages: [...expectationPages, ...agreementPages],
  resources: [...agreementResources],
}
