import type { Manifest } from '../../platform/item/manifest.ts'
import { checks } from './checks.ts'
import { finding } from './finding/finding.ts'

export const analysis: Manifest = { module: 'analysis', kinds: [finding], checks }
