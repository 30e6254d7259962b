import type { Manifest } from '../../platform/item/manifest.ts'
import { agreement } from './agreement/agreement.ts'
import { expectationPages } from './round/pages/index.ts'

export const agreements: Manifest = { module: 'agreements', kinds: [agreement], pages: [...expectationPages] }
