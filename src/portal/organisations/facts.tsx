import type { Lang } from '../../platform/text/texts.ts'
import type { OrganisationHead } from '../../modules/actors/index.ts'
import { type Fact, Facts } from '../../ui/index.ts'
import { organisationWords } from './organisation.words.ts'

/** Nine digits in threes, as they are read. */
const inThrees = (orgnr: string): string => orgnr.replace(/(\d{3})(?=\d)/g, '$1\u00a0')

/** What is known of an organisation from the registers. Nothing is shown of what is not known. */
export const OrganisationFacts = ({ lang, organisation }: { lang: Lang; organisation: OrganisationHead }) => {
  const w = organisationWords[lang]
  const facts: Fact[] = [
    ...(organisation.official_number ? [{ term: organisation.kind === 'county' ? w.countyNumber : w.municipalityNumber, value: organisation.official_number }] : []),
    ...(organisation.orgnr ? [{ term: w.orgnr, value: inThrees(organisation.orgnr) }] : []),
  ]
  return facts.length > 0 ? <Facts facts={facts} /> : null
}
