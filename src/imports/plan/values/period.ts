import type { Period, PeriodKind } from '../plan.ts'
import { exactSpan, rangeSpan } from './span.ts'
import type { Span } from './span.ts'

/** What the heading of the column says about the time in it. */
export type TimeColumn = 'period' | 'deadline' | 'start' | 'end'

const conditional = /\b(forutsatt|forutsetter|avhengig av|avhenger av|dersom|hvis|viss|under føresetnad|under forutsetning|med forbehold|betinget|så snart|straks|etter at|etter vedtak|når .+ er |når .+ foreligger|når .+ kjem|if |when |subject to|provided)/i
const asNeeded = /\b(ved|etter) behov\b|\bnår det (er |blir )?(trengs|trengst|behov|nødvendig|naudsynt)|\bas needed\b|\bwhen needed\b|\bas required\b/i
const recurring = /årleg|årlig|hvert? (\S+ )?(år|halvår|kvartal|tertial)|kvart (\S+ )?(år|halvår|kvartal)|hver (\S+ )?(måned|uke|vår|høst|sommer|vinter|dag)|kvar (\S+ )?(månad|veke|vår|haust)|månedlig|månadleg|kvartalsvis|halvårlig|halvårleg|ukentlig|tertialvis|gonger? (i|per) året|ganger? (i|per|pr\.?) ?(året|år|måned)|annethvert|annakvart|annually|yearly|every year|each year|monthly|quarterly|biannual/i
const ongoing = /løpende|løpande|fortløpende|fortløpande|kontinuerlig|kontinuerleg|\bpågår\b|pågående|pågåande|påbegynt|påbyrja|igangsatt|\bi gang\b|hele (plan|program|prosjekt)?perioden|heile (plan|program|prosjekt)?perioden|gjennom (hele|heile)|permanent|\bfast\b|i drift|ongoing|on-going|continuous/i
const nothing = /^([-–—?.]+|avklares|avklarast|avklares .*|ikke (avklart|fastsatt|bestemt|satt)|ikkje (avklart|fastsett|bestemt)|ukjent|uavklart|tbd|tba|n\/?a|kommer( tilbake)?|ikke relevant)$/i
const deadlineWord = /^(?:tids)?(?:frist|deadline|due)\s*:?\s+|^(?:senest|seinast|innen utgangen av|innan utgangen av|ved utgangen av|utgangen av|innen utg\.? av|by the end of|by end of|ferdigstilles|ferdigstillast|ferdigstilt|ferdig|avsluttes|avsluttast|slutt|til og med|t\.?o\.?m\.?|tom|fram til|frem til|til|until|by)(?: i| innen| innan)?\s*:?\s+/i
const within = /^(?:innen|innan|før|within|before)\s+/i
const startWord = /^(?:fra og med|frå og med|f\.?o\.?m\.?|fra|frå|oppstart|start|starter|startar|starte|påbegynnes|iverksettes|from|starting|begin)(?: i| fra| frå)?\s*:?\s+/i
const openEnd = /\s*(?:→|->|=>|–>|\bog (?:utover|framover|fremover|vidare|videre)|\bonwards?|\bff\.?|\+|[–—-])\s*$/i
const season = /^(?:tidlig |sein |sen |tidleg )?(?:vår(?:en)?|sommer(?:en)?|sommar(?:en)?|høst(?:en)?|haust(?:en)?|vinter(?:en)?|skoleåret|skuleåret|spring|summer|autumn|fall|winter|før sommeren|etter sommeren|ultimo|primo|medio|årsskiftet|nyttår)(?:[ /–-]+(?:vår(?:en)?|sommer(?:en)?|høst(?:en)?|haust(?:en)?|vinter(?:en)?))?[ /]*(?:19|20)\d\d(?:[/–-]\d{2,4})?$/i

/**
 * Reads a time as it is written. Dates are given only when the words leave no
 * doubt; a deadline has an end, a start has a start, and in a column of
 * deadlines the last day of the time is what is promised.
 */
export function readPeriod(text: string, column: TimeColumn = 'period'): Period {
  const plain = text.replace(/\s+/g, ' ').trim()
  const made = (kind: PeriodKind, start: string | null = null, end: string | null = null): Period => ({ text: plain, kind, start, end })
  // A time is short; a story about it is kept as text.
  if (plain === '' || plain.length > 200 || nothing.test(plain)) return made('unknown')
  if (asNeeded.test(plain)) return made('asneeded')
  if (conditional.test(plain)) return made('conditional')
  if (recurring.test(plain)) return withinSpan(plain, recurring, span => made('recurring', span?.start, span?.end))
  if (ongoing.test(plain)) return continuing(plain, made)

  const words = unlabelled(plain.toLowerCase()).replace(/[.;,]$/, match => (match === '.' ? '.' : '')).replace(/\b(?:man|mån|tirs?|tys|ons|tors?|fre|lør|laur|søn|sun)dag(?:en)? (?:den )?(?=\d)/g, '').replace(/^(?:i|i løpet av|in|during) (?=.*\d{4})/, '')
  const until = deadlineWord.exec(words)
  if (until) {
    const span = wholeSpan(words.slice(until[0].length).replace(/^(?:utgangen av|innen utgangen av)\s+/, ''))
    return made('deadline', null, span?.end)
  }
  if (within.test(words)) return made('deadline', null, withinDate(words.replace(within, '')))
  const from = startWord.exec(words)
  if (from) {
    const rest = words.slice(from[0].length)
    const range = wholeRange(rest.replace(/ (?:til og med|t\.?o\.?m\.?|tom|til|to|until) /, ' – '))
    if (range) return made('period', range.start, range.end)
    return made('start', exactSpan(rest.replace(openEnd, ''))?.start)
  }
  return byColumn(words, column, made)
}

/** «Start: 1.1.2026 Slutt: 31.12.2026» says a period. */
function unlabelled(words: string): string {
  const found = /^(?:opp)?start\w*\s*:\s*(\S.*?)[\s,;]+(?:slutt|ferdig|frist|avslutning)\w*\s*:\s*(\S.*)$/.exec(words)
  return found ? `${found[1]} – ${found[2]}` : words
}

type Make = (kind: PeriodKind, start?: string | null, end?: string | null) => Period

function byColumn(words: string, column: TimeColumn, made: Make): Period {
  const range = wholeRange(words)
  // Whoever writes both ends means both, also in a column of deadlines.
  if (range) return made('period', range.start, range.end)
  const exact = exactSpan(words)
  if (exact) {
    if (column === 'deadline' || column === 'end') return made('deadline', null, exact.end)
    if (column === 'start') return made('start', exact.start)
    if (/^\d{4}$/.test(words)) return made('years', exact.start, exact.end)
    return exact.start === exact.end ? made('deadline', null, exact.end) : made('period', exact.start, exact.end)
  }
  const years = yearList(words)
  if (years) return made('years', `${Math.min(...years)}-01-01`, `${Math.max(...years)}-12-31`)
  const open = openEnd.exec(words)
  const since = open && exactSpan(words.slice(0, open.index).trim())
  if (since) return made('start', since.start)
  const seasons = words.split(/\s+[–—-]\s+|\s*[–—]\s*|\s+til\s+/)
  if (seasons.length === 2 && seasons.every(each => season.test(each) || exactSpan(each)) && seasons.some(each => season.test(each))) return made('period')
  if (season.test(words)) return made(column === 'deadline' || column === 'end' ? 'deadline' : column === 'start' ? 'start' : 'period')
  return made('unknown')
}

/** «2025-2027», «juni 2026 – mars 2027», «1. halvår 2026 til 1. halvår 2027». */
function wholeRange(words: string): Span | undefined {
  for (const separator of [/\s*(?:–|—|→|->)\s*/, /\s+(?:til og med|t\.?o\.?m\.?|tom|til|to|-)\s+/, /\s*-\s*/, /\s+og\s+|\s*\/\s*/]) {
    const parts = words.split(separator)
    const [first, last] = parts
    if (parts.length !== 2 || !first || !last) continue
    if (separator.source.includes('og') && !/kvartal|halvår|tertial|q\d/.test(words)) continue
    const span = rangeSpan(first, last)
    if (span) return span
  }
  return undefined
}

const wholeSpan = (words: string): Span | undefined => exactSpan(words) ?? wholeRange(words)

/** «innen 2026» may mean before the year or before it is over; a day, month or quarter is not in doubt. */
function withinDate(words: string): string | undefined {
  if (/^\d{4}$/.test(words)) return undefined
  return exactSpan(words)?.end
}

/** «2025, 2027», «2025 og 2026», «2025/2026». */
function yearList(words: string): number[] | undefined {
  if (!/^(?:19|20)\d\d(?:\s*(?:,|;|\/|\+|&|og|and)\s*(?:19|20)\d\d)+$/.test(words)) return undefined
  const years = (words.match(/\d{4}/g) ?? []).map(Number)
  return years.every((each, index) => index === 0 || each > (years[index - 1] ?? 0)) ? years : undefined
}

/** «Løpende fra 2025», «løpende 2025–2028», «pågår til 2026». */
function continuing(plain: string, made: Make): Period {
  const words = plain.toLowerCase().replace(ongoing, ' ').replace(/[,;:()]/g, ' ').replace(/\s+/g, ' ').trim()
  const range = wholeRange(words)
  if (range) return made('ongoing', range.start, range.end)
  const from = startWord.exec(words)
  if (from) return made('ongoing', exactSpan(words.slice(from[0].length).replace(openEnd, ''))?.start)
  const until = deadlineWord.exec(words)
  if (until) return made('ongoing', null, wholeSpan(words.slice(until[0].length))?.end)
  return made('ongoing')
}

function withinSpan(plain: string, without: RegExp, make: (span: Span | undefined) => Period): Period {
  const words = plain.toLowerCase().replace(without, ' ').replace(/[,;:()]/g, ' ').replace(/\s+/g, ' ').trim()
  return make(wholeRange(words))
}
