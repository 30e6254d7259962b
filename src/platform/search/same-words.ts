/**
 * What is written differently in bokmål and nynorsk, as it stands inside words: whoever searches for one finds the others.
 * A row is a set of parts that mean the same; one that begins with a hyphen never begins a word. A row with longer parts stands before
 * one with parts of them. A form that is no word does no harm: nobody has written it. Common endings are in `root.ts`.
 */
export const sameWords: readonly (readonly string[])[] = `
  verknad virkning
  verksemd virksomhet
  verk virk
  tenest tjenest
  høgskul høgskol høyskol
  skul skol
  høyring høring
  høg høy
  leiing ledels
  leiar leder
  rettleiing veiledning
  rettlei veiled
  leie lede
  deltak deltag
  innbyggjar innbygger
  byggj bygg
  bustad bolig
  busetj bosett
  busett bosatt
  sysselsetj sysselsett
  tilsett ansatt
  born barn
  heime hjemme
  heim hjem
  moglegheit mulighet
  mogleg mulig
  eining enhet
  einsemd ensomhet
  einskild enkelt
  eigedom eiendomm eiendom
  eigar eier
  eigen egen
  løysing løsning
  løys løs
  auke økning øke
  auk øk
  sjuk syk
  middel midl
  framleis fremdeles
  fram frem
  tilbod tilbud
  påbod påbud
  røynsl erfaring
  kjeld kild
  vedteken vedtatt
  vedtek vedtatt
  samanheng sammenheng
  saman sammen
  fråflytt fraflytt
  folketal folketall
  vatn vann
  utan uten
  berekraft bærekraft
  bere bære
  tryggleik trygghet sikkerhet
  storleik størrels
  -leik -het
  -heit -het
  -leg -lig
  lønsemd lønnsomhet
  lønsam lønnsomm lønnsom
  -sam -som
  rekneskap regnskap
  rekn regn
  søkj søk
  forsking forskning
  skaping skapning
  vidare videre
  meistr mestr
  fleir fler
  sjølv selv
  følgj følg
  seinar sener
  avgjerd avgjørels beslutning
  avgjer avgjør
  gjer gjør
  grunngj begrunn
  tettstad tettsted
  stad sted
  ålmenn allmenn
  straum strøm
  draum drøm
  grannelag nabolag
  utval utvalg
  kommuneval kommunevalg
  stortingsval stortingsvalg
  tilråding tilrådning anbefaling
  oppleving opplevels
  kyrkj kirk
  ferj ferg
  breiband bredbånd
  band bånd
  månad måned
  veke uke
  jamstill likestill
  jamn jevn
  grøn grønn
  veg vei
  tilgjenge tilgjengelighet
  kjensl følels
  ynskj ønsk
  spørje spørre
  korleis hvordan
  ikkje ikke
  frå fra
  noko noe
`.trim().split('\n').map((row) => row.trim().split(' '))

const mostForms = 8

/** The word and what it is called in the other written form, at most eight forms, its own first. */
export function formsOf(word: string): string[] {
  const forms = new Set([word])
  for (const row of sameWords) {
    for (const form of [...forms]) {
      const part = row.filter((one) => (one.startsWith('-') ? form.indexOf(one.slice(1), 1) > 0 : form.includes(one))).toSorted((a, b) => b.length - a.length)[0]
      if (!part) continue
      const bare = part.replace('-', '')
      const at = form.indexOf(bare, part.startsWith('-') ? 1 : 0)
      for (const other of row) if (other !== part && forms.size < mostForms) forms.add(form.slice(0, at) + other.replace('-', '') + form.slice(at + bare.length))
    }
  }
  return [...forms]
}
