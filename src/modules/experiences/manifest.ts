import type { Manifest } from '../../platform/item/manifest.ts'
import { checks } from './checks.ts'
import { lesson } from './lesson/lesson.ts'

export const experiences: Manifest = { module: 'experiences', kinds: [lesson], checks }
