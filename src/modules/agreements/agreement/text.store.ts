import { writtenStore } from '../../thread/index.ts'

/** The text of agreements, an edition at a time. */
export const agreementText = writtenStore({ edition: 'agreement_edition', section: 'agreement_section', event: 'agreement.text' })
export const { editionsOf, sectionsOf, savedVersions, sectionsAt } = agreementText
