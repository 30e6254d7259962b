import type { Manifest } from '../../platform/item/manifest.ts'
import { agreement } from './agreement/agreement.ts'

export const agreements: Manifest = { module: 'agreements', kinds: [agreement] }
