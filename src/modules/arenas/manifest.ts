import type { Manifest } from '../../platform/item/manifest.ts'
import { checks } from './checks.ts'
import { decision } from './decision/decision.ts'

export const arenas: Manifest = { module: 'arenas', kinds: [decision], checks }
