import type { Page } from '../../platform/http/page.ts'
import { handoverPage } from './handover-page.tsx'
import { helpersPage } from './helpers-page.tsx'
import { hasLeftPage, leavePage } from './leave-pages.tsx'
import { personPage } from './person-page.tsx'
import { profilePage } from './profile-page.tsx'

/** People: one's own profile, those whom one may see, what they can help with, and what happens when one leaves. */
export const peoplePages: readonly Page[] = [profilePage, leavePage, helpersPage, personPage, hasLeftPage, handoverPage]
