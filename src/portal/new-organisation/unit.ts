import { guessKind, type OrganisationKind } from '../../modules/actors/index.ts'
import type { Unit } from '../../platform/outside/enhetsregisteret.ts'

export const organisationKinds = ['municipality', 'county', 'state', 'academia', 'business', 'volunteers', 'region', 'other'] as const satisfies readonly OrganisationKind[]

const byForm: Readonly<Record<string, OrganisationKind>> = {
  KOMM: 'municipality', FYLK: 'county', STAT: 'state', SF: 'state', FLI: 'volunteers', IKS: 'region',
  AS: 'business', ASA: 'business', ENK: 'business', ANS: 'business', DA: 'business', NUF: 'business', SA: 'business', KS: 'business',
}

/** What kind of organisation a unit is: by its name where that says more than its form. A person can change it. */
export const kindOfUnit = ({ name, form }: Pick<Unit, 'name' | 'form'>): OrganisationKind => {
  const guessed = guessKind(name.toLocaleLowerCase('nb'))
  return form === 'KOMM' || form === 'FYLK' || guessed === 'other' ? (byForm[form] ?? guessed) : guessed
}

const small = new Set(['og', 'i', 'for', 'av', 'på', 'til', 'ved', 'med', 'de', 'the', 'of', 'and', 'kommune', 'fylkeskommune', 'herad'])
const capital = new Set(['AS', 'ASA', 'SA', 'BA', 'DA', 'ANS', 'IKS', 'KF', 'FKF', 'HF', 'RHF', 'SF', 'IL', 'NAV', 'NHO', 'LO', 'KS', 'IT', 'IKT', 'NTNU', 'SINTEF'])

/** Names stand in capitals there: "DRAMMEN HAVN IKS" → "Drammen Havn IKS". A proposal, which a person corrects. */
export const readableName = (name: string): string =>
  name !== name.toLocaleUpperCase('nb')
    ? name
    : name.split(' ').map((word, at) => {
        const lower = word.toLocaleLowerCase('nb')
        if (capital.has(word)) return word
        return at > 0 && small.has(lower) ? lower : lower.replace(/(^|[-/(&.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('nb'))
      }).join(' ')
