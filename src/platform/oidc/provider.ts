import type { Text } from '../text/texts.ts'

/** What is known in advance of a provider: its rules, so that whoever sets it up writes only what is their own. */
export const presets = ['idporten', 'ansattporten', 'entra', 'feide'] as const
export type Preset = (typeof presets)[number]

/** A provider of log-in, as this installation uses it. */
export type ProviderSettings = {
  /** In addresses and settings: small letters, digits and hyphens. */
  name: string
  preset: Preset | null
  /** What people call it. */
  label: Text
  issuer: string
  clientId: string
  clientSecret: string
  scopes: string
  /** Levels that are good enough, the one that is asked for first. Empty: the provider has no levels. */
  acr: readonly string[]
  /** Entra: the tenants whose people may come in, by id. Empty for all others. */
  tenants: readonly string[]
  /** Ansattporten: the Altinn resource that the choice of organisation is made by; null: one represents oneself. */
  resource: string | null
  /** How its answers are signed; nothing else is believed. */
  algorithm: 'RS256' | 'PS256' | 'ES256'
  /** It stands on a network of our own: addresses that are not on the open net are reached too. */
  own: boolean
  /** Send the request itself over a line of our own (PAR), also when the provider does not demand it. */
  pushed: boolean
}

const same = (name: string): Text => ({ nb: name, nn: name, en: name })

type Known = Pick<ProviderSettings, 'label' | 'issuer' | 'scopes'> & {
  /** All levels, the lowest first. */
  levels: readonly string[]
  level: string | null
}

/** Facts from the providers' own documentation: docs.digdir.no, docs.feide.no, learn.microsoft.com. */
export const knownProviders: Readonly<Record<Preset, Known>> = {
  idporten: { label: same('ID-porten'), issuer: 'https://idporten.no', scopes: 'openid', levels: ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'], level: 'idporten-loa-substantial' },
  ansattporten: { label: same('Ansattporten'), issuer: 'https://ansattporten.no', scopes: 'openid', levels: ['substantial', 'high'], level: 'substantial' },
  entra: { label: { nb: 'Jobbkonto (Microsoft)', nn: 'Jobbkonto (Microsoft)', en: 'Work account (Microsoft)' }, issuer: 'https://login.microsoftonline.com', scopes: 'openid profile email', levels: [], level: null },
  feide: { label: same('Feide'), issuer: 'https://auth.dataporten.no', scopes: 'openid email', levels: [], level: null },
}

/** The level asked for and those above it; a level that the provider's list does not have stands alone. */
export function levelsFrom(levels: readonly string[], asked: string | null): readonly string[] {
  if (asked === null) return []
  const place = levels.indexOf(asked)
  return place < 0 ? [asked] : levels.slice(place)
}
