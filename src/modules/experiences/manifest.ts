import type { Manifest } from '../../platform/item/manifest.ts'
import { lesson } from './lesson/lesson.ts'

export const experiences: Manifest = { module: 'experiences', kinds: [lesson] }
