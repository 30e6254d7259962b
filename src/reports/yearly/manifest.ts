import type { Manifest } from '../../platform/item/manifest.ts'
import { againPage } from './pages/again-page.tsx'
import { newReportPage } from './pages/new-report.tsx'
import { reportSectionPages } from './pages/section-pages.ts'
import { reportTextPage } from './pages/text-page.tsx'
import { reportsAsked } from './report.asked.ts'
import { reportPart } from './report.part.tsx'
import { yearlyReport } from './yearly-report.ts'

export const yearlyReports: Manifest = {
  module: 'reports',
  kinds: [yearlyReport],
  asked: [reportsAsked],
  parts: [reportPart],
  pages: reportSectionPages,
  pagesWith: (catalogue) => [newReportPage(catalogue), reportTextPage(catalogue), againPage(catalogue)],
}
