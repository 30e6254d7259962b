import type { Page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import type { Retention } from '../../platform/retention/index.ts'
import { accessibilityPage, privacyPage } from './about.tsx'
import { guidePage, helpPage } from './help.tsx'

/** The guide, and what the site tells about itself. */
export const helpPages = (catalogue: Catalogue, retentions: readonly Retention[]): Page[] => [helpPage, guidePage(catalogue), accessibilityPage, privacyPage(retentions)]
