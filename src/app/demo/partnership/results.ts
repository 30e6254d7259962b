import { result } from '../../../modules/plans/index.ts'
import type { Calendar } from '../calendar.ts'
import { type Entry, tie } from '../entry.ts'

/** What has been done or made so far; the figures are invented. Measures lead to results, so each names where it comes from. */
const made = (key: string, day: number, title: string, description: string, source: string, more: Partial<Entry> = {}): Entry => ({
  key, kind: result, day, title, ...more, fields: { description, source: `Oppdiktet eksempel: ${source}`, ...more.fields },
})

export const results = (t: Calendar): Entry[] => [
  made('R1', 32, '38 traineer er ansatt, og 31 er fortsatt her', 'To kull. Sju har sluttet, fire av dem flyttet med en partner som ikke fant jobb.', 'oversikt fra næringsforeningen', { audience: 'public', fields: { happened_on: t.ago(35) } }),
  made('R2', 71, 'Studiesentrene i Storelv og Vassøy er åpnet', '43 studenter bruker dem. Seks av ti sier at de ellers ikke hadde begynt.', 'telling ved studiesentrene', { audience: 'public', fields: { happened_on: t.end(-3) } }),
  made('R3', 114, '64 ansatte i 17 bedrifter har tatt korte kurs', 'Tre bedrifter har satt i gang egne prosjekter etterpå.', 'oversikt fra fagskolen', { fields: { happened_on: t.end(-4) } }),
  made('R4', 54, '54 voksne har tatt fagbrev på jobb', 'De fleste i industri og renhold. Elleve til tar prøven til våren.', 'fagopplæringen i fylket', { fields: { happened_on: t.end(-2) } }),
  made('R5', 88, 'Ni bedrifter har søkt om forskningspenger for første gang', 'Fire har fått ja så langt.', 'oversikt fra næringskontoret', { fields: { happened_on: t.end(-3) } }),
  made('R6', 160, 'Kraftkartet er tatt i bruk i fire kommuner', 'To bedrifter har valgt et annet område enn de først tenkte.', 'planavdelingene', { fields: { happened_on: t.end(-5) } }),
  made('R7', 23, 'Restråstoff er kartlagt i elleve bedrifter', 'Tre par av bedrifter snakker nå om å bruke hverandres rester.', 'rapport fra Eksempelforsk', { fields: { happened_on: t.end(-4) } }),
  made('R8', 35, 'Førstelinjen har svart 240 gründere', 'Åtte av ti fikk svar innen to dager. I snitt var de innom 1,7 kontorer.', 'førstelinjens egen logg', { fields: { happened_on: t.ago(37) } }),
]

/** Which measures have led to which result; written on the measure's side of the thread. */
export const ledTo: Readonly<Record<string, readonly string[]>> = {
  R1: ['1.1.1', '1.1.2'], R2: ['2.1.1'], R3: ['2.1.3'], R4: ['2.2.1'], R5: ['3.1.2', '3.1.3', '3.1.4'], R6: ['4.1.1'], R7: ['4.2.1'], R8: ['5.1.1'],
}

/** Adds the ties from measures to results. */
export const withResults = (entries: readonly Entry[]): Entry[] =>
  entries.map((entry) => ({
    ...entry,
    ties: [...(entry.ties ?? []), ...Object.entries(ledTo).flatMap(([key, from]) => (from.includes(entry.key) ? [tie('leads_to', key)] : []))],
  }))
