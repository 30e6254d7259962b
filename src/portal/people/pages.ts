import type { Page } from '../../platform/http/page.ts'
import { helpersPage } from './helpers-page.tsx'
import { personPage } from './person-page.tsx'
import { profilePage } from './profile-page.tsx'

/** People: one's own profile, those whom one may see, and what they can help with. */
export const peoplePages: readonly Page[] = [profilePage, helpersPage, personPage]
