import { texts } from '../../../platform/text/texts.ts'

export const rowWords = texts({
  nb: {
    save: 'Lagre', cancel: 'Avbryt', standsNow: 'Slik står det nå:',
    staleTitle: 'Noen andre har endret dette samtidig',
    stale: 'Det du skrev, står fortsatt i skjemaet. Se over det og lagre på nytt hvis det skal gjelde.',
  },
  nn: {
    save: 'Lagre', cancel: 'Avbryt', standsNow: 'Slik står det no:',
    staleTitle: 'Nokon andre har endra dette samstundes',
    stale: 'Det du skreiv, står framleis i skjemaet. Sjå over det og lagre på nytt om det skal gjelde.',
  },
  en: {
    save: 'Save', cancel: 'Cancel', standsNow: 'This is what stands now:',
    staleTitle: 'Somebody else changed this at the same time',
    stale: 'What you wrote is still in the form. Look it over and save again if it is to stand.',
  },
})

/** What one kind of row is called on its pages. */
export type RowWords = { add: string; change: string; remove: string; added: string; changed: string; removed: string }
