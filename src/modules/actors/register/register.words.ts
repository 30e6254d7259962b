import { texts } from '../../../platform/text/texts.ts'

export const registerWords = texts({
  nb: {
    kinds: { municipality: 'Kommune', county: 'Fylkeskommune', state: 'Statlig', academia: 'Akademia', business: 'Næringsliv', volunteers: 'Frivillige', region: 'Regionråd', other: 'Annet' },
    inCounty: (what: string, county: string) => `${what} i ${county}`,
    until: (year: string) => `til ${year}`,
    wasCalled: (name: string) => `het ${name} før`,
    hadNumber: (number: string) => `hadde nummer ${number}`,
    now: (names: readonly string[]) => `nå ${names.join(', ')}`,
  },
  nn: {
    kinds: { municipality: 'Kommune', county: 'Fylkeskommune', state: 'Statleg', academia: 'Akademia', business: 'Næringsliv', volunteers: 'Frivillige', region: 'Regionråd', other: 'Anna' },
    inCounty: (what: string, county: string) => `${what} i ${county}`,
    until: (year: string) => `til ${year}`,
    wasCalled: (name: string) => `heitte ${name} før`,
    hadNumber: (number: string) => `hadde nummer ${number}`,
    now: (names: readonly string[]) => `no ${names.join(', ')}`,
  },
  en: {
    kinds: { municipality: 'Municipality', county: 'County council', state: 'State', academia: 'Academia', business: 'Business', volunteers: 'Volunteers', region: 'Regional council', other: 'Other' },
    inCounty: (what: string, county: string) => `${what} in ${county}`,
    until: (year: string) => `until ${year}`,
    wasCalled: (name: string) => `was called ${name}`,
    hadNumber: (number: string) => `had number ${number}`,
    now: (names: readonly string[]) => `now ${names.join(', ')}`,
  },
})
