import { join, resolve } from 'node:path'
import { z } from 'zod'
import { logLevels, type LogLevel } from './log/log.ts'
import { isLoopback } from './loopback.ts'
import { isAddressOrNet } from './http/sender.ts'
import { socketFromSystemd } from './http/server.ts'
import type { ProviderSettings } from './oidc/provider.ts'
import { readProviders } from './oidc/read-providers.ts'
import { projectRoot } from './project-root.ts'

/** Everything that the one who runs an installation decides, read once at start. */
export interface Config {
  readonly port: number
  readonly host: string
  /** A socket that systemd opened for this process, instead of `port` and `host`. */
  readonly socket: number | null
  /** Addresses and nets (`10.0.0.0/8`) of what stands in front of us: only their word is taken for who is at the other end. */
  readonly trustedProxies: readonly string[]
  /** Figures for Prometheus: on `port` of `host` for whoever reaches it, and at /metrics for whoever has the token. Null: not there. */
  readonly metrics: { readonly port: number | null; readonly host: string; readonly token: string | null }
  /** How many lines to the database this process may have for pages and jobs. */
  readonly databasePool: number
  /** At stop: for how many seconds we take in what still comes, after `/helse` has said that we are leaving. */
  readonly drainSeconds: number
  /** Null: the database that comes with the packages, in the data folder. */
  readonly databaseUrl: string | null
  /** Uploads, secrets and the embedded database. An absolute path. */
  readonly dataDir: string
  /** What people write in the browser, without a slash at the end. */
  readonly baseUrl: string
  /** Null: mail is kept in the outbox and sent to nobody. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Where word of mail that did not arrive is received; null: it is not, and goes to `mailFrom`. */
  readonly mailIn: { readonly port: number; readonly host: string; readonly domain: string } | null
  /** Example content and log-in by one press. Only for this machine. */
  readonly demo: boolean
  readonly logLevel: LogLevel
  /** Null, or who is let in as administrator, also before anybody else is there. */
  readonly adminEmail: string | null
  /** Whether administrators must have a passkey, or only use it when they have one. */
  readonly adminPasskey: 'required' | 'own'
  /** What the installation calls itself, in mails and page titles. */
  readonly publicName: string
  /** Null, or where to tell of a weakness, as an address: `mailto:` or `https:`. Shown at /.well-known/security.txt. */
  readonly securityContact: string | null
  /** Hosts in one's own net that other systems' messages may go to; all others are on the open net. */
  readonly webhooksInside: readonly string[]
  /** Who answers for the open data, as DCAT-AP-NO wants it. Null: the installation itself. */
  readonly publisher: { readonly orgnr: string; readonly name: string; readonly contact: string } | null
  /** Null: the secrets are made once and kept in the data folder. */
  readonly secretKey: string | null
  /** Where organisations are looked up by number. Null: nowhere. */
  readonly enhetsregisteretUrl: string | null
  /** Providers that people may log in by, in the order they are shown. */
  readonly oidcProviders: readonly ProviderSettings[]
}

/** A variable that must be changed before we can start, and what to write. */
export interface ConfigProblem {
  readonly variable: string
  readonly message: string
}

type Environment = Readonly<Record<string, string | undefined>>

const address = (...protocols: string[]) => z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol))

/** An address with nothing after the host: pages are written from the root. */
const site = (value: string) => /^https?:\/\/[^/?#]+\/?$/.test(value) && URL.canParse(value)

const written = z.object({
  PORT: z.string().regex(/^\d{1,5}$/).transform(Number).refine((port) => port > 0 && port < 65_536).optional(),
  HOST: z.string().regex(/^[\w.:[\]-]+$/).optional(),
  DRAIN_SECONDS: z.string().regex(/^\d{1,3}$/).transform(Number).refine((seconds) => seconds <= 300).optional(),
  TRUST_PROXY: z.string().refine((list) => list === '0' || list.split(',').every((one) => isAddressOrNet(one.trim()))).optional(),
  METRICS_PORT: z.string().regex(/^\d{1,5}$/).transform(Number).refine((port) => port > 0 && port < 65_536).optional(),
  METRICS_HOST: z.string().regex(/^[\w.:[\]-]+$/).optional(),
  METRICS_TOKEN: z.string().min(16).regex(/^[\x21-\x7e]+$/).optional(),
  DATABASE_POOL: z.string().regex(/^\d{1,3}$/).transform(Number).refine((size) => size >= 2 && size <= 200).optional(),
  DATABASE_URL: address('postgres:', 'postgresql:').optional(),
  DATA_DIR: z.string().optional(),
  BASE_URL: z.string().refine(site).optional(),
  SMTP_URL: address('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().regex(/^([^<>"\r\n]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/).optional(),
  MAIL_IN_PORT: z.string().regex(/^\d{1,5}$/).transform(Number).refine((port) => port > 0 && port < 65_536).optional(),
  MAIL_IN_HOST: z.string().regex(/^[\w.:[\]-]+$/).optional(),
  MAIL_IN_DOMAIN: z.string().max(190).regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i).optional(),
  ADMIN_PASSKEY: z.enum(['required', 'own']).optional(),
  ADMIN_EMAIL: z.string().regex(/^[^\s<>@]+@[^\s<>@]+$/).optional(),
  DEMO: z.enum(['0', '1']).optional(),
  LOG_LEVEL: z.enum(logLevels).optional(),
  PUBLIC_NAME: z.string().max(80).regex(/^[^\r\n]*$/).optional(),
  SECRET_KEY: z.string().min(32).optional(),
  SECURITY_CONTACT: z.string().max(300).regex(/^(mailto:[^\s<>@]+@[^\s<>@]+|https:\/\/\S+)$/).optional(),
  WEBHOOKS_INSIDE: z.string().max(2_000).regex(/^[a-z0-9.:-]+(,[a-z0-9.:-]+)*$/i).optional(),
  PUBLISHER: z.string().max(300).regex(/^\d{9} [^|\r\n]{2,200}\|\s*(mailto:[^\s<>@]+@[^\s<>@]+|https:\/\/\S+)$/).optional(),
  ENHETSREGISTERET_URL: z.union([z.literal('0'), address('https:', 'http:')]).optional(),
})

/** The name of a variable that is read here. What must know every one of them is typed by it, so that a new one cannot be forgotten. */
export type SettingName = keyof z.infer<typeof written>

const whatToWrite: Readonly<Record<SettingName, string>> = {
  PORT: 'skriv et tall fra 1 til 65535, for eksempel PORT=3000',
  HOST: 'skriv adressen som tjenesten skal lytte på, for eksempel HOST=127.0.0.1',
  DRAIN_SECONDS: 'skriv et tall fra 0 til 300, for eksempel DRAIN_SECONDS=5',
  TRUST_PROXY: 'skriv adressene til det som står foran, med komma mellom, for eksempel TRUST_PROXY=127.0.0.1,10.20.0.0/16, eller TRUST_PROXY=0 for ingen',
  METRICS_PORT: 'skriv et tall fra 1 til 65535, for eksempel METRICS_PORT=9101',
  METRICS_HOST: 'skriv adressen som tallene skal gis på, for eksempel METRICS_HOST=127.0.0.1',
  METRICS_TOKEN: 'skriv minst 16 tegn uten mellomrom, for eksempel det som «openssl rand -hex 32» gir',
  DATABASE_POOL: 'skriv et tall fra 2 til 200, for eksempel DATABASE_POOL=10',
  DATABASE_URL: 'skriv adressen til en PostgreSQL-database, for eksempel DATABASE_URL=postgres://bruker:passord@tjener:5432/database',
  DATA_DIR: 'skriv en mappe, for eksempel DATA_DIR=/var/lib/tradverk',
  BASE_URL: 'skriv adressen folk bruker i nettleseren, uten sti, for eksempel BASE_URL=https://tradverk.eksempel.no',
  SMTP_URL: 'skriv adressen til e-posttjeneren, for eksempel SMTP_URL=smtp://bruker:passord@tjener:587',
  MAIL_FROM: 'skriv en e-postadresse, gjerne med navn, for eksempel MAIL_FROM="Trådverk <post@eksempel.no>"',
  MAIL_IN_PORT: 'skriv et tall fra 1 til 65535, for eksempel MAIL_IN_PORT=2525',
  MAIL_IN_HOST: 'skriv adressen som mottaket skal lytte på, for eksempel MAIL_IN_HOST=127.0.0.1',
  MAIL_IN_DOMAIN: 'skriv domenet som feilmeldinger om e-post sendes til, for eksempel MAIL_IN_DOMAIN=retur.eksempel.no',
  ADMIN_PASSKEY: 'skriv required når alle som administrerer skal ha passnøkkel, eller own når hver av dem velger selv',
  ADMIN_EMAIL: 'skriv e-postadressen til den som skal administrere, for eksempel ADMIN_EMAIL=navn@kommune.no',
  DEMO: 'skriv DEMO=1 for eksempelinnhold eller DEMO=0 uten',
  LOG_LEVEL: `skriv en av disse: ${logLevels.join(', ')}`,
  PUBLIC_NAME: 'skriv et navn på høyst 80 tegn på én linje',
  SECURITY_CONTACT: 'skriv hvor folk kan si fra om en svakhet, for eksempel SECURITY_CONTACT=mailto:sikkerhet@kommune.no',
  SECRET_KEY: 'skriv minst 32 tilfeldige tegn, for eksempel det som «openssl rand -hex 32» gir',
  WEBHOOKS_INSIDE: 'skriv vertsnavn på eget nett som kan få beskjeder, med komma mellom, for eksempel WEBHOOKS_INSIDE=integrasjon.kommune.internal',
  PUBLISHER: 'skriv organisasjonsnummer, navn og kontakt for den som står bak de åpne dataene, for eksempel PUBLISHER="999999999 Eksempelfylket fylkeskommune|mailto:data@eksempel.no"',
  ENHETSREGISTERET_URL: 'skriv adressen til Enhetsregisteret, eller ENHETSREGISTERET_URL=0 for å ikke slå opp noe der',
}

/** Every variable that is read here; those of the providers of identity have a reader of their own. */
export const settingNames: readonly string[] = Object.keys(whatToWrite)

/** Reads the environment. A variable that is set to nothing counts as not set. Returns all problems at once. */
export function readConfig(env: Environment, defaultDataDir = join(projectRoot, 'data')): Config | ConfigProblem[] {
  const set = Object.fromEntries(Object.keys(whatToWrite).map((name) => [name, env[name]?.trim() || undefined]))
  const parsed = written.safeParse(set)
  const { providers, problems: providerProblems } = readProviders(env)
  if (!parsed.success || providerProblems.length > 0) return [...(parsed.error?.issues ?? []).map((issue) => problem(issue.path[0] as SettingName, set)), ...providerProblems]
  const { data } = parsed
  const port = data.PORT ?? 3000
  const demo = data.DEMO ? data.DEMO === '1' : !data.DATABASE_URL
  const baseUrl = new URL(data.BASE_URL ?? `http://localhost:${port}`)
  const config: Config = {
    port,
    host: data.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    socket: socketFromSystemd(env, process.pid),
    trustedProxies: data.TRUST_PROXY === '0' ? [] : (data.TRUST_PROXY?.split(',').map((one) => one.trim()) ?? ['127.0.0.0/8', '::1']),
    metrics: { port: data.METRICS_PORT ?? null, host: data.METRICS_HOST ?? '127.0.0.1', token: data.METRICS_TOKEN ?? null },
    databasePool: data.DATABASE_POOL ?? 10,
    drainSeconds: data.DRAIN_SECONDS ?? 0,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: data.DATA_DIR ? resolve(data.DATA_DIR) : defaultDataDir,
    baseUrl: baseUrl.origin,
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.MAIL_FROM ?? `Trådverk <ikke-svar@${baseUrl.hostname}>`,
    mailIn: data.MAIL_IN_PORT === undefined ? null : { port: data.MAIL_IN_PORT, host: data.MAIL_IN_HOST ?? '127.0.0.1', domain: data.MAIL_IN_DOMAIN?.toLowerCase() ?? baseUrl.hostname },
    adminPasskey: data.ADMIN_PASSKEY ?? (!demo && baseUrl.protocol === 'https:' ? 'required' : 'own'),
    adminEmail: data.ADMIN_EMAIL?.toLowerCase() ?? null,
    demo,
    logLevel: data.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    publicName: data.PUBLIC_NAME ?? 'Trådverk',
    secretKey: data.SECRET_KEY ?? null,
    securityContact: data.SECURITY_CONTACT ?? null,
    webhooksInside: data.WEBHOOKS_INSIDE?.toLowerCase().split(',') ?? [],
    publisher: publisherOf(data.PUBLISHER),
    enhetsregisteretUrl: enhetsregisteretUrl(env.ENHETSREGISTERET_URL, data.ENHETSREGISTERET_URL),
    oidcProviders: providers,
  }
  const problems = contradictions(config, baseUrl)
  return problems.length ? problems : config
}

function publisherOf(set: string | undefined): Config['publisher'] {
  const [, orgnr, name, contact] = /^(\d{9}) (.+)\|\s*(\S+)$/.exec(set ?? '') ?? []
  return orgnr && name && contact ? { orgnr, name: name.trim(), contact } : null
}

/** Set to nothing or to 0 it is off: an installation without net asks nobody. */
const enhetsregisteretUrl = (set: string | undefined, read: string | undefined): string | null =>
  set?.trim() === '' || read === '0' ? null : (read ?? 'https://data.brreg.no/enhetsregisteret/api').replace(/\/+$/, '')

export const isProblems = (value: Config | ConfigProblem[]): value is ConfigProblem[] => Array.isArray(value)

/** Addresses and keys may hold passwords, so what was written is repeated only where it cannot. */
function problem(variable: SettingName, set: Environment): ConfigProblem {
  const secret = ['DATABASE_URL', 'SMTP_URL', 'SECRET_KEY', 'METRICS_TOKEN'].includes(variable)
  return { variable, message: `${variable}${secret ? '' : `=${set[variable]}`} kan ikke brukes: ${whatToWrite[variable]}.` }
}

function contradictions({ demo, host }: Config, baseUrl: URL): ConfigProblem[] {
  const found: ConfigProblem[] = []
  const add = (variable: string, message: string) => found.push({ variable, message: `${variable}${message}` })
  const local = isLoopback(baseUrl.hostname)
  if (demo && !local) add('BASE_URL', `=${baseUrl.origin} kan ikke brukes med demo, der alle logger inn uten passord. Sett DATABASE_URL og DEMO=0, eller fjern BASE_URL.`)
  if (demo && !isLoopback(host)) add('HOST', `=${host} kan ikke brukes med demo, som bare er for denne maskinen. Fjern HOST, eller sett DATABASE_URL og DEMO=0.`)
  if (!demo && !local && baseUrl.protocol === 'http:') {
    add('BASE_URL', `=${baseUrl.origin} må begynne med https://, fordi innloggingen ellers kan leses av andre på veien.`)
  }
  return found
}
