/** The shape of an answer from `GET /enheter/{orgnr}`, shortened. Enhetsregisteret, Norwegian Licence for Open Government Data (NLOD). */
export const unitAnswer = {
  organisasjonsnummer: '974760673',
  navn: 'REGISTERENHETEN I BRØNNØYSUND',
  organisasjonsform: { kode: 'ORGL', beskrivelse: 'Organisasjonsledd', _links: { self: { href: 'https://data.brreg.no/enhetsregisteret/api/organisasjonsformer/ORGL' } } },
  hjemmeside: 'www.brreg.no',
  registreringsdatoEnhetsregisteret: '1995-08-09',
  naeringskode1: { beskrivelse: 'Generell offentlig administrasjon', kode: '84.110' },
  antallAnsatte: 533,
  overordnetEnhet: '912660680',
  forretningsadresse: { land: 'Norge', landkode: 'NO', postnummer: '8900', poststed: 'BRØNNØYSUND', adresse: ['Havnegata 48'], kommune: 'BRØNNØY', kommunenummer: '1813' },
  institusjonellSektorkode: { kode: '6100', beskrivelse: 'Statsforvaltningen' },
  konkurs: false,
  maalform: 'Bokmål',
}
