import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Database } from '../platform/db/database.ts'
import type { Operation } from '../platform/api/operation.ts'
import type { BeforeCommit } from '../platform/db/work.ts'
import type { Notice, Page, Passage, Resource } from '../platform/http/page.ts'
import { router } from '../platform/http/router.ts'
import { catalogueOf } from '../platform/item/manifest.ts'
import type { Platform } from '../platform/platform.ts'
import { projectRoot } from '../platform/project-root.ts'
import { answerMetrics } from '../platform/metrics/endpoint.ts'
import type { Metrics } from '../platform/metrics/metrics.ts'
import { exchangePages, exchangeResources } from '../imports/workspace/index.ts'
import { planImportPages, planImportResources } from '../imports/plan-pages/index.ts'
import { loadRegister, organisationSuggestions } from '../modules/actors/index.ts'
import { outcomesFollow } from '../modules/arenas/index.ts'
import { changesPage } from '../modules/plans/index.ts'
import { checkPages, fileResource, itemPages, itemResources, looseWords as looseWordsOf, recheckTouched, threadPage, writeRelations } from '../modules/thread/index.ts'
import { apiDescription, apiPage } from '../portal/api/description.tsx'
import { apiOperations } from '../portal/api/operations.ts'
import { actingPage } from '../portal/acting/acting.tsx'
import { errorView } from '../portal/errors.tsx'
import { frontPage } from '../portal/front/front.tsx'
import { helpPages } from '../portal/help/pages.ts'
import { guidePictures } from '../portal/help/pictures.ts'
import { loginLinkPage, loginPage, loginSentPage } from '../portal/login/login.tsx'
import { providerLogoutResources, providerNotices } from '../portal/login/provider-logout.ts'
import { providerPassages } from '../portal/login/provider-trip.ts'
import { languagePage, loggedOutPage, logoutPage } from '../portal/login/session-pages.tsx'
import { passkeyPages } from '../portal/passkeys/passkeys.tsx'
import { strangerPage } from '../portal/login/stranger.tsx'
import { waysPage } from '../portal/login/ways.tsx'
import { administrationPages, administrationResources } from '../portal/administration/pages.ts'
import { mailChoicePage, ownMailChoicePage, unsubscribePages } from '../portal/mail-choice/mail-choice.tsx'
import { digestPreview } from '../portal/me/digest/preview.tsx'
import { mePage } from '../portal/me/me.tsx'
import { announce } from '../portal/webhooks/announce.ts'
import { webhooksPage } from '../portal/webhooks/webhooks-page.tsx'
import { openDataPage, openDataResources } from '../portal/open-data/open-data.tsx'
import { organisationPages } from '../portal/organisations/pages.ts'
import { mergingPages } from '../portal/merging/pages.ts'
import { outboxPage } from '../portal/outbox/outbox.tsx'
import { invitationPage } from '../portal/invitation/invitation.tsx'
import { keysPage } from '../portal/keys/keys-page.tsx'
import { newKeyPage } from '../portal/keys/new-key.tsx'
import { leavePage } from '../portal/leave/leave.tsx'
import { overviewPage } from '../portal/overview/overview.tsx'
import { partnersPage } from '../portal/partners/partners.tsx'
import { newOrganisationPage } from '../portal/new-organisation/new-organisation.tsx'
import { newWorkspacePage } from '../portal/new-workspace/new-workspace.tsx'
import { changeRolePage } from '../portal/partners/change-role.tsx'
import { historyPage } from '../portal/partners/history.tsx'
import { invitationsPage } from '../portal/partners/invitations.tsx'
import { inviteOrganisationPage, invitePeoplePage } from '../portal/partners/invite.tsx'
import { peoplePage } from '../portal/partners/people.tsx'
import { peoplePages } from '../portal/people/pages.ts'
import { personalDataPages, personalDataResources } from '../portal/personal-data/index.ts'
import { quickDonePage } from '../portal/quick-start/done.tsx'
import { quickActivitiesPage, quickCheckPage, quickGoalPage } from '../portal/quick-start/quick-start.tsx'
import { searchPage, searchSuggestions } from '../portal/search/search-page.tsx'
import { closingPage } from '../portal/settings/closing.tsx'
import { wholePlanPage } from '../portal/settings/whole-plan.tsx'
import { sitemapResources } from '../portal/site/sitemap.ts'
import { robotsTxt, securityTxt } from '../portal/site/well-known.ts'
import { municipalitySuggestions } from '../portal/front/municipality.tsx'
import { settingsPage } from '../portal/settings/settings.tsx'
import { successionPages } from '../portal/succession/pages.ts'
import { sheetPage } from '../reports/chair-sheet/sheet-page.tsx'
import { downloads, orderPages, orderResources, printedReports } from '../reports/documents/index.ts'
import { frame } from './frame.tsx'
import { manifests } from './modules.ts'
import { retentions } from './retention.ts'

export const catalogue = catalogueOf(manifests)

const looseWords = looseWordsOf(catalogue)

/** What one may take with one, as paper or spreadsheet. */
export const printed = printedReports(catalogue, looseWords)

/** What every unit of work ends with, before its events are chained. */
export const beforeCommit: readonly BeforeCommit[] = [outcomesFollow, recheckTouched(catalogue), announce]

/** Everything that other systems may ask and do, with a key. */
export const operations: readonly Operation[] = apiOperations(catalogue)

/** A module's own pages; one at the address of a page that every kind gets, stands instead of it. */
const ofModules = manifests.flatMap((manifest) => [...(manifest.pages ?? []), ...(manifest.pagesWith?.(catalogue) ?? [])])
const taken = new Set(ofModules.map((one) => one.path))

/** Every page of the house. The access matrix is made from this list. */
export const pages: readonly Page[] = [
  frontPage, loginPage, loginSentPage, strangerPage, ...passkeyPages, loginLinkPage, logoutPage, loggedOutPage, languagePage, waysPage, mePage(catalogue), outboxPage, ...organisationPages(catalogue), ...peoplePages,
  ownMailChoicePage(digestPreview(catalogue)), mailChoicePage, ...unsubscribePages, ...administrationPages(retentions), ...personalDataPages,
  searchPage(catalogue),
  quickGoalPage, quickActivitiesPage, quickCheckPage, quickDonePage(catalogue, looseWords),
  newWorkspacePage, newOrganisationPage, partnersPage, peoplePage, changeRolePage, historyPage, invitePeoplePage, inviteOrganisationPage, invitationsPage, invitationPage, leavePage, actingPage, settingsPage, keysPage(catalogue), newKeyPage(catalogue), webhooksPage, apiPage(catalogue, operations), openDataPage, closingPage, wholePlanPage,
  overviewPage(catalogue, looseWords), threadPage(catalogue, looseWords), sheetPage(catalogue, looseWords), changesPage(catalogue),
  ...mergingPages(catalogue), ...successionPages(catalogue),
  ...helpPages(catalogue, retentions),
  ...ofModules,
  ...checkPages(catalogue), ...orderPages(printed),
  ...planImportPages(catalogue, looseWords),
  ...exchangePages(catalogue),
  ...itemPages(catalogue, looseWords).filter((one) => !taken.has(one.path)),
]

export const resources: readonly Resource[] = [
  ...manifests.flatMap((manifest) => manifest.resources ?? []), ...itemResources(catalogue), fileResource(catalogue), ...planImportResources, ...exchangeResources, organisationSuggestions,
  searchSuggestions(catalogue), municipalitySuggestions, ...providerLogoutResources, ...personalDataResources, ...administrationResources,
  downloads(printed), ...orderResources,
  apiDescription(operations), ...openDataResources(catalogue),
  guidePictures, robotsTxt, securityTxt, ...sitemapResources(catalogue, pages),
]

/** Addresses that only lead on. */
export const passages: readonly Passage[] = providerPassages

/** Where other programs post what they have to say. */
export const notices: readonly Notice[] = providerNotices

/** What must be true of the database before the house opens: the relations that the manifests allow, and the register of municipalities and counties. */
export const prepare = (db: Database): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await writeRelations(tx, catalogue.relations)
    await loadRegister(tx)
  })

/** What the process knows about itself: whether it is about to stop, and its figures. */
export type Process = { leaving(): boolean; metrics: Metrics | null }
const anyProcess: Process = { leaving: () => false, metrics: null }

/** Whoever asks must hear it within this, also when nothing comes through to the database. */
const longestHealthMs = 2_000

/** Whether the house stands: the database answers, and nobody has told us to stop. */
export async function health({ db, version }: Platform, leaving: boolean): Promise<Response> {
  const asked = sql`select 1`.execute(db).then(() => true, () => false)
  const well = await Promise.race([asked, new Promise<false>((done) => setTimeout(done, longestHealthMs, false).unref())])
  const status = leaving ? 'leaving' : well ? 'ok' : 'unavailable'
  return Response.json({ status, database: well ? 'ok' : 'unavailable', version }, { status: status === 'ok' ? 200 : 503 })
}

/** The web application on a platform. */
export function buildApp(platform: Platform, { leaving, metrics }: Process = anyProcess): Hono {
  const { token } = platform.config.metrics
  const app = router({
    ...(metrics && { seen: metrics.request }),
    platform, pages, resources, passages, notices, operations, frame, errorView,
    plain(hono) {
      hono.get('/assets/*', serveStatic({ root: `${projectRoot}/dist`, precompressed: true, onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable') }))
      hono.get('/helse', () => health(platform, leaving()))
      // Without a token nobody is given figures where everybody can ask.
      if (metrics && token !== null) hono.get('/metrics', (c) => answerMetrics(metrics, token, c.req.header('authorization') ?? null))
    },
  })
  return app as unknown as Hono
}
