import { texts } from '../text/texts.ts'

export const httpWords = texts({
  nb: { stale: 'Noen andre har endret dette siden du åpnet det. Se begge versjonene og velg hva som skal stå.', archived: 'Arbeidsrommet er avsluttet og kan bare leses. Ingenting ble endret.' },
  nn: { stale: 'Nokon andre har endra dette sidan du opna det. Sjå begge versjonane og vel kva som skal stå.', archived: 'Arbeidsrommet er avslutta og kan berre lesast. Ingenting blei endra.' },
  en: { stale: 'Somebody else has changed this since you opened it. Look at both versions and choose what is to stand.', archived: 'The workspace is closed and can only be read. Nothing was changed.' },
})
