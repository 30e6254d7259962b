import type { Page, Resource } from '../../platform/http/page.ts'
import type { Retention } from '../../platform/retention/index.ts'
import { administrationPage } from './administration.tsx'
import { integrationsPage } from './integrations/integrations-page.tsx'
import { jobsPage } from './jobs/jobs-page.tsx'
import { logFile, logPage } from './log/log-page.tsx'
import { loginAdminPage } from './login-page.tsx'
import { mailAdminPage } from './mail-page.tsx'
import { correctOrganisationPage } from './organisations/organisation-page.tsx'
import { administeredOrganisationsPage } from './organisations/organisations-page.tsx'
import { administeredPeoplePage } from './people/list-page.tsx'
import { administeredPersonPage, handedOutFile } from './people/person-page.tsx'
import { retentionPage } from './retention/retention-page.tsx'
import { administeredSettingsPage } from './settings/settings-page.tsx'
import { storagePage } from './storage/storage-page.tsx'
import { administeredWorkspacePages } from './workspaces/workspaces-pages.tsx'

/** What those who run the installation see to, without a command line. */
export const administrationPages = (retentions: readonly Retention[]): readonly Page[] => [
  administrationPage, administeredOrganisationsPage, correctOrganisationPage, administeredPeoplePage, administeredPersonPage, ...administeredWorkspacePages, jobsPage, integrationsPage, mailAdminPage, loginAdminPage, logPage, administeredSettingsPage, retentionPage(retentions), storagePage,
]
export const administrationResources: readonly Resource[] = [logFile, handedOutFile]
