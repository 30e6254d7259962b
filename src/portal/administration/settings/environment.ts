import type { Config, SettingName } from '../../../platform/config.ts'
import type { ProviderSettings } from '../../../platform/oidc/provider.ts'
import { prefixOf, type ProviderPart } from '../../../platform/oidc/read-providers.ts'
import type { Text } from '../../../platform/text/texts.ts'

/** What is shown of a setting: its value, on or off, nothing, or of a secret only whether it is set. */
export type Shown = string | number | boolean | null | { secret: boolean }

const secret = (value: string | null): Shown => ({ secret: value !== null })

/** Host and name of what an address leads to: never the user, the password or what comes after. */
const whereTo = (url: string | null): string | null => {
  if (url === null) return null
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`
}

/** Every variable that is read at start: what it is, and what it is set to. The type asks for each of them. */
export const environment: Readonly<Record<SettingName, { label: Text; value(config: Config): Shown }>> = {
  PUBLIC_NAME: { label: { nb: 'Navnet på installasjonen', nn: 'Namnet på installasjonen', en: 'The name of the installation' }, value: (c) => c.publicName },
  BASE_URL: { label: { nb: 'Adressen folk bruker', nn: 'Adressa folk bruker', en: 'The address people use' }, value: (c) => c.baseUrl },
  HOST: { label: { nb: 'Lytter på adressen', nn: 'Lyttar på adressa', en: 'Listens on the address' }, value: (c) => c.host },
  PORT: { label: { nb: 'Lytter på porten', nn: 'Lyttar på porten', en: 'Listens on the port' }, value: (c) => String(c.port) },
  DATABASE_URL: { label: { nb: 'Database', nn: 'Database', en: 'Database' }, value: (c) => whereTo(c.databaseUrl) },
  DATABASE_POOL: { label: { nb: 'Linjer til databasen', nn: 'Linjer til databasen', en: 'Lines to the database' }, value: (c) => c.databasePool },
  DATA_DIR: { label: { nb: 'Datamappe', nn: 'Datamappe', en: 'Data folder' }, value: (c) => c.dataDir },
  SMTP_URL: { label: { nb: 'E-posttjener', nn: 'E-posttenar', en: 'Mail server' }, value: (c) => whereTo(c.smtpUrl) },
  MAIL_FROM: { label: { nb: 'Avsender', nn: 'Avsendar', en: 'Sender' }, value: (c) => c.mailFrom },
  MAIL_IN_PORT: { label: { nb: 'Tar imot feilmeldinger på porten', nn: 'Tek imot feilmeldingar på porten', en: 'Receives bounces on the port' }, value: (c) => c.mailIn && String(c.mailIn.port) },
  MAIL_IN_HOST: { label: { nb: 'Tar imot feilmeldinger på adressen', nn: 'Tek imot feilmeldingar på adressa', en: 'Receives bounces on the address' }, value: (c) => c.mailIn?.host ?? null },
  MAIL_IN_DOMAIN: { label: { nb: 'Domenet feilmeldinger sendes til', nn: 'Domenet feilmeldingar blir sende til', en: 'The domain bounces are sent to' }, value: (c) => c.mailIn?.domain ?? null },
  ADMIN_EMAIL: { label: { nb: 'Administrator fra start', nn: 'Administrator frå start', en: 'Administrator from the start' }, value: (c) => c.adminEmail },
  ADMIN_PASSKEY: { label: { nb: 'Passnøkkel for administratorer', nn: 'Passnøkkel for administratorar', en: 'Passkey for administrators' }, value: (c) => c.adminPasskey },
  SECRET_KEY: { label: { nb: 'Hemmelig nøkkel', nn: 'Hemmeleg nøkkel', en: 'Secret key' }, value: (c) => secret(c.secretKey) },
  SECURITY_CONTACT: { label: { nb: 'Hvor folk sier fra om svakheter', nn: 'Kvar folk seier frå om veikskapar', en: 'Where people report weaknesses' }, value: (c) => c.securityContact },
  TRUST_PROXY: { label: { nb: 'Det som står foran oss', nn: 'Det som står framfor oss', en: 'What stands in front of us' }, value: (c) => c.trustedProxies.join(', ') || null },
  DRAIN_SECONDS: { label: { nb: 'Sekunder før stopp', nn: 'Sekund før stopp', en: 'Seconds before stopping' }, value: (c) => c.drainSeconds },
  METRICS_PORT: { label: { nb: 'Måltall på porten', nn: 'Måltal på porten', en: 'Metrics on the port' }, value: (c) => c.metrics.port && String(c.metrics.port) },
  METRICS_HOST: { label: { nb: 'Måltall på adressen', nn: 'Måltal på adressa', en: 'Metrics on the address' }, value: (c) => (c.metrics.port === null ? null : c.metrics.host) },
  METRICS_TOKEN: { label: { nb: 'Nøkkel til måltall', nn: 'Nøkkel til måltal', en: 'Key to the metrics' }, value: (c) => secret(c.metrics.token) },
  LOG_LEVEL: { label: { nb: 'Logger', nn: 'Loggar', en: 'Logs' }, value: (c) => c.logLevel },
  DEMO: { label: { nb: 'Demo', nn: 'Demo', en: 'Demo' }, value: (c) => c.demo },
  WEBHOOKS_INSIDE: { label: { nb: 'Systemer på eget nett som kan få beskjeder', nn: 'System på eige nett som kan få meldingar', en: 'Systems in our own net that may be told' }, value: (c) => c.webhooksInside.join(', ') || null },
  PUBLISHER: { label: { nb: 'Står bak de åpne dataene', nn: 'Står bak dei opne dataa', en: 'Publishes the open data' }, value: (c) => c.publisher && `${c.publisher.orgnr} ${c.publisher.name}, ${c.publisher.contact}` },
  ENHETSREGISTERET_URL: { label: { nb: 'Enhetsregisteret', nn: 'Einingsregisteret', en: 'Central Coordinating Register' }, value: (c) => whereTo(c.enhetsregisteretUrl) },
}

const ofProvider: Readonly<Record<ProviderPart, (provider: ProviderSettings) => Shown>> = {
  PRESET: (p) => p.preset, LABEL: (p) => p.label.nb, ISSUER: (p) => p.issuer, CLIENT_ID: (p) => p.clientId, CLIENT_SECRET: (p) => secret(p.clientSecret), SCOPES: (p) => p.scopes,
  ACR: (p) => p.acr.join(' ') || null, TENANT: (p) => p.tenants.join(', ') || null, RESOURCE: (p) => p.resource, ALG: (p) => p.algorithm, OWN_NETWORK: (p) => p.own, PAR: (p) => p.pushed,
}

/** The variables of one provider of log-in, with what they are set to. */
export const providerFacts = (provider: ProviderSettings): { name: string; value: Shown }[] =>
  Object.entries(ofProvider).map(([part, value]) => ({ name: `${prefixOf(provider.name)}_${part}`, value: value(provider) }))
