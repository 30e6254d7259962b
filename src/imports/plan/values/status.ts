import type { Status } from '../plan.ts'

const patterns: readonly (readonly [Status, RegExp])[] = [
  ['not_started', /^(ikke|ikkje|ikke ennå|ikkje enno) (påbegynt|påbyrja|startet|starta|igangsatt|igangsett|iverksatt|iverksett|begynt|i gang)|^ny(tt)?$|^planlagt|^planlegges|^ikke start|^not (yet )?started|^not begun|^planned|^pending|^ikke oppstartet/],
  ['cancelled', /^(avlyst|utgår|utgått|droppet|droppa|stanset|stansa|stoppet|stoppa|kansellert|avbrutt|avbrote|skrinlagt|skrinlagd|tatt ut|teke ut|utgår av planen|cancelled|canceled|dropped|discontinued)/],
  ['delayed', /^(noe |noko |sterkt )?(forsinket|forsinka|forseinka|utsatt|utsett|etter plan(en)?|på etterskudd|delayed|behind schedule|overdue|postponed|ikke i rute|ikkje i rute)/],
  ['in_progress', /^(i gang|igang|er i gang|pågår|pågående|pågåande|påbegynt|påbyrja|igangsatt|igangsett|iverksatt|iverksett|startet|starta|oppstartet|under arbeid|under gjennomføring|under utarbeid\S+|under planlegging og gjennomføring|i arbeid|i prosess|i rute|løpende|løpande|kontinuerlig|delvis|nesten|i hovedsak i gang|in progress|ongoing|on track|started|under way|underway|følger plan(en)?)/],
  ['completed', /^(ferdig(stilt|stilte)?|fullført|gjennomført|utført|avsluttet|avslutta|sluttført|levert|oppnådd|implementert|done|completed?|finished|closed|lukket)(?![a-zæøå])(?! (innen|innan|før|i løpet))/],
]

/**
 * The status in five words, or null when the text does not say it plainly.
 * Colours of a traffic light are never a status by themselves: their meaning is in a legend.
 */
export function readStatus(text: string): Status | null {
  if (text.length > 2000) return null
  const plain = text.toLowerCase().replace(/\s+/g, ' ').replace(/^[\s•●✓✔☑-]+/, '').trim()
  const percent = /^(\d{1,3}) ?%(?: (?:ferdig|fullført|gjennomført|utført|complete|done))?$/.exec(plain)
  if (percent) return Number(percent[1]) === 0 ? 'not_started' : Number(percent[1]) < 100 ? 'in_progress' : Number(percent[1]) === 100 ? 'completed' : null
  const [first = '', ...rest] = plain.split(/[.,;:–—(\n]| - | men | og /).map(each => each.trim()).filter(each => each !== '')
  const said = single(first)
  if (said === null) return null
  const others = rest.map(single).filter(each => each !== null && each !== said)
  if (others.length === 0) return rest.length > 0 && said === 'completed' && /videre|vidare|fortsett|gjenstår|mangler|manglar|neste/.test(rest.join(' ')) ? null : said
  if (others.every(each => each === 'delayed') && said !== 'completed' && said !== 'cancelled') return 'delayed'
  if (said === 'delayed' && others.every(each => each === 'in_progress' || each === 'not_started')) return 'delayed'
  return null
}

/** A clause says a status when it is short, and begins with the word. */
function single(clause: string): Status | null {
  if (clause.split(' ').length > 5) return null
  for (const [status, pattern] of patterns) if (pattern.test(clause)) return status
  return null
}
