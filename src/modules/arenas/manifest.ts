import type { Manifest } from '../../platform/item/manifest.ts'
import { decision } from './decision/decision.ts'

export const arenas: Manifest = { module: 'arenas', kinds: [decision] }
