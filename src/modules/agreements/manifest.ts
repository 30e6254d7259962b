import type { Manifest } from '../../platform/item/manifest.ts'
import { agreement } from './agreement/agreement.ts'
import { agreementPages, agreementResources } from './agreement/pages.ts'
import { standingPart } from './agreement/standing.part.tsx'
import { expectationPages } from './round/pages/index.ts'

export const agreements: Manifest = {
  module: 'agreements',
  kinds: [agreement],
  parts: [standingPart],
  pages: [...expectationPages, ...agreementPages],
  resources: [...agreementResources],
}
