import { comparePage } from './compare-page.tsx'
import { joinPage } from './join-page.tsx'
import { partiesPage, signedFile } from './parties-page.tsx'
import { anchorPage, leavePage, signPage } from './party-forms.tsx'
import { changeSectionPage, newSectionPage } from './section-pages.ts'
import { successorPage } from './successor-page.tsx'
import { textPage } from './text-page.tsx'

/** The pages of an agreement beside those that every kind has. */
export const agreementPages = [textPage, comparePage, newSectionPage, changeSectionPage, partiesPage, joinPage, anchorPage, signPage, leavePage, successorPage]
export const agreementResources = [signedFile]
