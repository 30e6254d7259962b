import type { Page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { organisationListPage } from './list-page.tsx'
import { changeOfferPage, newOfferPage } from './offer-pages.tsx'
import { offersPage } from './offers-page.tsx'
import { organisationPage } from './organisation-page.tsx'

/** The organisations of the house. What has a fixed address stands before what is looked up. */
export const organisationPages = (catalogue: Catalogue): readonly Page[] => [organisationListPage, offersPage, organisationPage(catalogue), newOfferPage, changeOfferPage]
