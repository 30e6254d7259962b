import { z } from 'zod'
import { isLoopback } from '../loopback.ts'
import { knownProviders, levelsFrom, type Preset, presets, type ProviderSettings } from './provider.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Problem = { variable: string; message: string }

const parts = ['PRESET', 'LABEL', 'ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'SCOPES', 'ACR', 'TENANT', 'RESOURCE', 'ALG', 'OWN_NETWORK', 'PAR'] as const
export type ProviderPart = (typeof parts)[number]

const words = /^[\x21-\x7e]+( [\x21-\x7e]+)*$/
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const written = z.object({
  PRESET: z.enum(presets).optional(),
  LABEL: z.string().max(40).optional(),
  ISSUER: z.string().refine(isIssuer).optional(),
  CLIENT_ID: z.string().max(200).regex(words),
  CLIENT_SECRET: z.string().min(8).max(500).regex(words),
  SCOPES: z.string().max(300).regex(words).refine((text) => text.split(' ').includes('openid')).optional(),
  ACR: z.string().max(300).regex(words).optional(),
  TENANT: z.string().toLowerCase().transform((text) => text.split(/[\s,]+/)).refine((ids) => ids.length <= 200 && ids.every((id) => guid.test(id))).optional(),
  RESOURCE: z.string().max(200).regex(/^urn:altinn:resource:[\w.:-]+$/).optional(),
  ALG: z.enum(['RS256', 'PS256', 'ES256']).optional(),
  OWN_NETWORK: z.enum(['0', '1']).optional(),
  PAR: z.enum(['0', '1']).optional(),
})

const whatToWrite: Readonly<Record<ProviderPart, (name: string) => string>> = {
  PRESET: () => `skriv hvilken det er: ${presets.join(', ')}. Er det en annen, la den stå tom`,
  LABEL: (name) => `skriv det folk kaller den, på høyst 40 tegn, for eksempel ${name}_LABEL=Kommunens pålogging`,
  ISSUER: (name) => `skriv adressen til den som logger inn, slik den selv oppgir den, for eksempel ${name}_ISSUER=https://test.idporten.no`,
  CLIENT_ID: (name) => `skriv klient-id-en dere fikk da klienten ble registrert, i ${name}_CLIENT_ID`,
  CLIENT_SECRET: (name) => `skriv hemmeligheten dere fikk da klienten ble registrert, i ${name}_CLIENT_SECRET`,
  SCOPES: (name) => `skriv hva dere ber om, med mellomrom mellom og openid først, for eksempel ${name}_SCOPES="openid email"`,
  ACR: (name) => `skriv sikkerhetsnivået, for eksempel ${name}_ACR=idporten-loa-high. Flere skilles med mellomrom`,
  TENANT: (name) => `skriv id-en til deres Microsoft-leietaker, 36 tegn, for eksempel ${name}_TENANT=01234567-89ab-cdef-0123-456789abcdef. Flere skilles med komma`,
  RESOURCE: (name) => `skriv Altinn-ressursen som organisasjonen velges ved, for eksempel ${name}_RESOURCE=urn:altinn:resource:kommunens-ressurs`,
  ALG: () => 'skriv RS256, PS256 eller ES256',
  OWN_NETWORK: () => 'skriv 1 når den står på deres eget nett, ellers 0',
  PAR: () => 'skriv 1 for å sende forespørselen utenom nettleseren (PAR), ellers 0',
}

/** An issuer is an address without anything after the path; https, except on this machine. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return url.username === '' && url.search === '' && url.hash === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
}

/**
 * Reads the providers that people may log in by: `OIDC_PROVIDERS=idporten,entra`, and for each `OIDC_IDPORTEN_CLIENT_ID` and so on.
 * A name that is a preset's is that preset. Returns all problems at once; a secret is never repeated.
 */
export function readProviders(env: Environment): { providers: readonly ProviderSettings[]; problems: readonly Problem[] } {
  const list = env.OIDC_PROVIDERS?.trim() ?? ''
  const names = list === '' ? [] : list.split(/[\s,]+/)
  const bad = names.find((name, i) => !/^[a-z][a-z0-9-]{0,19}$/.test(name) || names.indexOf(name) !== i)
  if (bad !== undefined) return { providers: [], problems: [{ variable: 'OIDC_PROVIDERS', message: `OIDC_PROVIDERS=${list} kan ikke brukes: skriv navn med små bokstaver og komma mellom, hvert navn én gang, for eksempel OIDC_PROVIDERS=idporten,entra.` }] }
  const read = names.map((name) => readProvider(name, env))
  return { providers: read.flatMap((one) => ('provider' in one ? [one.provider] : [])), problems: read.flatMap((one) => ('problems' in one ? one.problems : [])) }
}

/** How the variables of a provider begin: `OIDC_IDPORTEN`. */
export const prefixOf = (name: string): string => `OIDC_${name.toUpperCase().replaceAll('-', '_')}`

function readProvider(name: string, env: Environment): { provider: ProviderSettings } | { problems: Problem[] } {
  const prefix = prefixOf(name)
  const set = Object.fromEntries(parts.map((part) => [part, env[`${prefix}_${part}`]?.trim() || undefined]))
  const problem = (part: ProviderPart, value: string | undefined): Problem => {
    const variable = `${prefix}_${part}`
    const why = value === undefined ? 'mangler' : part === 'CLIENT_SECRET' ? 'kan ikke brukes' : `=${value} kan ikke brukes`
    return { variable, message: `${variable}${why.startsWith('=') ? why : ` ${why}`}: ${whatToWrite[part](prefix)}.` }
  }
  const parsed = written.safeParse(set)
  if (!parsed.success) return { problems: parsed.error.issues.map((issue) => problem(issue.path[0] as ProviderPart, set[issue.path[0] as ProviderPart])) }
  const { data } = parsed
  const preset: Preset | null = data.PRESET ?? presets.find((one) => one === name) ?? null
  const known = preset ? knownProviders[preset] : null
  const tenants = preset === 'entra' ? (data.TENANT ?? []) : []
  if (preset === 'entra' && tenants.length === 0) return { problems: [problem('TENANT', undefined)] }
  const issuer = data.ISSUER ?? (preset === 'entra' ? `https://login.microsoftonline.com/${tenants.length === 1 ? tenants[0] : 'organizations'}/v2.0` : known?.issuer)
  if (!issuer) return { problems: [problem('ISSUER', undefined)] }
  const [asked = known?.level ?? null, ...others] = data.ACR?.split(' ') ?? []
  return {
    provider: {
      name, preset, issuer, tenants, clientId: data.CLIENT_ID, clientSecret: data.CLIENT_SECRET,
      label: data.LABEL ? { nb: data.LABEL, nn: data.LABEL, en: data.LABEL } : (known?.label ?? { nb: name, nn: name, en: name }),
      scopes: data.SCOPES ?? known?.scopes ?? 'openid email',
      // Who writes several levels has said exactly which; who writes one means that or better.
      acr: others.length > 0 && asked ? [asked, ...others] : levelsFrom(known?.levels ?? [], asked),
      resource: data.RESOURCE ?? null, algorithm: data.ALG ?? 'RS256',
      own: data.OWN_NETWORK === '1' || isLoopback(new URL(issuer).hostname), pushed: data.PAR === '1',
    },
  }
}
