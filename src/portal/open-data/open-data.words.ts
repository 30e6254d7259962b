import { texts } from '../../platform/text/texts.ts'

export const openDataWords = texts({
  nb: {
    tooMany: 'Det er hentet mye herfra på kort tid. Vent litt, og prøv igjen.', title: 'Åpne data', lead: 'Det som er åpent for alle, kan dere hente og bruke fritt, uten nøkkel og uten å spørre.', licence: 'Lisens: Norsk lisens for offentlige data (NLOD) 2.0. Oppgi kilden.', columns: 'Kolonner', get: (format: string) => `Hent som ${format}`, csv: 'CSV-filene er i UTF-8 med semikolon mellom kolonnene og komma i tall, så de åpnes rett i norske regneark. Tekst som ville blitt lest som en formel, har en apostrof foran. I JSON står alt som det er.', dcat: 'Katalog for data.norge.no (DCAT-AP-NO)', api: 'API for andre systemer', column: 'Kolonne', means: 'Hva det er',
  },
  nn: {
    tooMany: 'Det er henta mykje herifrå på kort tid. Vent litt, og prøv igjen.', title: 'Opne data', lead: 'Det som er ope for alle, kan de hente og bruke fritt, utan nøkkel og utan å spørje.', licence: 'Lisens: Norsk lisens for offentlege data (NLOD) 2.0. Oppgi kjelda.', columns: 'Kolonnar', get: (format: string) => `Hent som ${format}`, csv: 'CSV-filene er i UTF-8 med semikolon mellom kolonnane og komma i tal, så dei opnar seg rett i norske rekneark. Tekst som ville blitt lesen som ein formel, har ein apostrof framfor. I JSON står alt som det er.', dcat: 'Katalog for data.norge.no (DCAT-AP-NO)', api: 'API for andre system', column: 'Kolonne', means: 'Kva det er',
  },
  en: {
    tooMany: 'Much was fetched from here in a short time. Wait a while, and try again.', title: 'Open data', lead: 'What is open to everybody you may take and use freely, without a key and without asking.', licence: 'Licence: Norwegian Licence for Open Government Data (NLOD) 2.0. Name the source.', columns: 'Columns', get: (format: string) => `Get as ${format}`, csv: 'The CSV files are UTF-8 with semicolons between columns and commas in numbers, so that Norwegian spreadsheets open them as they are. Text that would be read as a formula has an apostrophe in front. In JSON everything stands as it is.', dcat: 'Catalogue for data.norge.no (DCAT-AP-NO)', api: 'API for other systems', column: 'Column', means: 'What it is',
  },
})
