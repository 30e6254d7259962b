import { remembered } from './remembered.ts'

/** Names in one cell. `unsure` when the text was kept whole although it may hold several. */
export type Names = { readonly names: readonly string[]; readonly unsure: boolean }

/** Names that have «og» in them, which no rule could tell from two names. */
const withAnd = [
  'Møre og Romsdal', 'Sogn og Fjordane', 'Vestfold og Telemark', 'Troms og Finnmark', 'Nore og Uvdal', 'Evje og Hornnes', 'Oslo og Viken', 'Oslo og Akershus',
  'Nordre og Søre Land', 'Sogn og Hordaland', 'Romsdal og Nordmøre', 'Nord- og Sør-Fron', 'Indre og Ytre Østfold', 'Hedmark og Oppland',
]
const nobody = /^([-–—?.]+|avklares|avklarast|ikke avklart|ikkje avklart|uavklart|ikke bestemt|tbd|n\.? ?n\.?|n\/a|ingen|mangler|manglar|ukjent)$/i

const organisation = new RegExp(
  [
    '(^|[ -])(nav|ks|nho|lo|ntnu|siva|usn|uio|uib|uit|nibio|nortura|husbanken|enova|distriktssenteret|innovasjon norge|forskningsrådet|bane nor|avinor|kommunene|kommunane|næringslivet|frivilligheten|frivilligheita|akademia|partnerne|partnarane|staten)( |$)',
    '(kommunen?|kommuner|kommunar|kommunene|kommunane|fylke|fylket|fylkeskommunen?|fylkeskommunene|regionen|regionråd(et)?|statsforvalter(en)?|statsforvaltar(en)?|universitet(et)?|høgskole[nr]?|høyskole[nr]?|høgskule[nr]?|fagskole[nr]?|fagskule[nr]?|skole(n|r|ne)?|skule(n|r|ne|ane)?|barnehage(n|r|ne|ane)?|politi(et)?)$',
    '(avdeling(en|a)?|seksjon(en)?|etat(en)?|enhet(en)?|eining(a)?|kontor(et)?|stab(en)?|forening(en|a)?|foreining(a)?|næringslag(et)?|hage(n)?|park(en)?|klynge(n|a)?|nettverk(et)?|museum|museet|bibliotek(et)?|forum(et)?|selskap(et)?|verk(et)?|vesen(et)?|direktorat(et)?|departement(et)?|tilsyn(et)?|råd(et)?|utvalg(et)?|styre(t)?|sekretariat(et)?|senter(et)?|senteret|tjeneste(n)?|teneste(n|a)?|virksomhet(en)?|lag(et)?|forbund(et)?|institutt(et)?|bedrift(er|ene)?|bedriftene|aktør(er|ene)?|aktørar|aktørane|organisasjon(er|ene)?|partner(e|ne)?)$',
    '(leder|leiar|sjef|direktør|koordinator|rådgiver|rådgjevar|ordfører|ordførar|rådmann|ansvarlig|lærer|rektor|konsulent|planlegger|planleggar|overlege)(n|en)?$',
    ' (as|sa|iks|fk|kf|hf|rhf|ba|asa)$',
  ].join('|'),
  'i',
)

/** Whether a piece of text alone reads as an organisation, a unit or a role. */
export function looksLikeActor(text: string): boolean {
  const plain = text.replace(/\([^()]*\)/g, '').trim()
  return organisation.test(plain) || /^[A-ZÆØÅ]{2,6}$/.test(plain)
}

/**
 * Splits owners or partners that stand in one cell. New lines, semicolons and
 * bullets always split; commas, slashes and «og» only between what reads as
 * organisations, so that «Kultur, idrett og frivillighet» stays one department.
 */
export const splitNames = remembered((text: string): Names => {
  if (text.length > 2000) return { names: [text.replace(/\s+/g, ' ').trim()], unsure: true }
  // «1) NAV 2) KS» in one line is a list too.
  const listed = /^\s*1[.)]\s/.test(text) ? text.replace(/\s(?=[2-9][.)]\s+\p{L})/gu, '\n') : text
  const lines = listed.split(/\n|;|\||•|●|▪|·/).map(clean).filter(line => line !== '')
  const split = lines.map(splitLine)
  const names = split.flatMap(each => each.names).map(clean).filter(name => name !== '' && !nobody.test(name))
  return { names: [...new Set(names)], unsure: split.some(each => each.unsure) }
})

/** Whether the cell only says that nobody is named yet. */
export function saysNobody(text: string): boolean {
  return nobody.test(text.trim())
}

const clean = (text: string): string => text.replace(/^\s*(?:[-–*]|\d+[.)])\s+/, '').replace(/[\s,.;/]+$/, match => (/\.$/.test(match) ? '.' : '')).replace(/^[\s,/]+/, '').trim()

function splitLine(line: string): Names {
  const { masked, unmask } = mask(line)
  const dashed = masked.split(/\s[–—-]\s/).map(each => each.trim())
  const pieces = dashed.length > 1 && dashed.every(actor) ? { names: dashed, unsure: false } : slash(masked)
  const parts = pieces.names.map(comma)
  const unsure = pieces.unsure || parts.some(each => each.unsure) || /og\/eller|and\/or/i.test(line)
  return { names: parts.flatMap(each => each.names).map(unmask), unsure }
}

/** Hides brackets and names with «og», so that nothing is split inside them. */
function mask(line: string) {
  const kept: string[] = []
  const hide = (found: string) => `\u0001${kept.push(found) - 1}\u0002`
  let masked = line.replace(/\([^()]*\)/g, hide).replace(/og\/eller|\b(\d+)\/(\d+)\b|A\/S|a\/l|\b[vmc]\/\s*o?/gi, hide)
  for (const name of withAnd) masked = masked.replaceAll(name, hide)
  const unmask = (text: string): string => text.replace(/\u0001(\d+)\u0002/g, (_, index: string) => unmask(kept[Number(index)] ?? ''))
  return { masked, unmask }
}

const capital = (text: string): boolean => /^[\s]*[A-ZÆØÅ\u0001]/.test(text)
/** A hidden name is as good as an organisation's. */
const actor = (text: string): boolean => looksLikeActor(text.replace(/\u0001\d+\u0002/g, ' x').trim()) || /^\u0001\d+\u0002$/.test(text.trim())

function slash(text: string): Names {
  if (!text.includes('/')) return { names: [text], unsure: false }
  const parts = text.split('/').map(each => each.trim()).filter(each => each !== '')
  if (parts.some(part => /^(as|sa|iks|kf|ba|asa)$/i.test(part))) return { names: [text], unsure: true }
  if (parts.every(part => capital(part) || actor(part))) return { names: parts, unsure: false }
  return { names: [text], unsure: true }
}

const unit = /avdeling|seksjon|etat|enhet|eining|kontor|stab|rådgiver|rådgjevar|leder|leiar|sjef|koordinator|virksomhet/i

/** Fields that departments are named after: «Helse, Velferd og Mestring» is one, «Hamar, Stange og Løten» are three. */
const field = /(?:^|[ -])(?:oppvekst|helse|velferd|mestring|kultur|idrett|plan|miljø|landbruk|næring|teknisk|teknikk|drift|eiendom|eigedom|klima|samferdsel|levekår|omsorg|utdanning|kompetanse|samfunn|utvikling|økonomi|organisasjon|frivillighet|frivilligheit|innbygger|folkehelse|barnehage|skole|skule|barn|unge|ungdom|familie|natur|energi|areal|byggesak|kommunikasjon|digitalisering|forvaltning|integrering|inkludering|tjenester|tenester|kommunalteknikk|oppmåling|park|veg|vei|vann|vatn|avløp|reiseliv|mangfold|mangfald|beredskap|personal|sosial|opplæring|tannhelse|bærekraft|berekraft|innovasjon|læring|fritid|kunnskap|areal|bygg|anlegg)$/i
const isField = (text: string): boolean => field.test(text.trim()) && !looksLikeActor(text)
const pair = (text: string): string[] => text.split(/\s+(?:og|and|samt|&)\s+/).map(each => each.trim())

function comma(text: string): Names {
  const parts = text.split(/,(?!\d)/).map(each => each.trim()).filter(each => each !== '')
  if (parts.length < 2) return and(text)
  if (parts.length === 2 && unit.test(parts[0] ?? '') && /kommunen?$/i.test(parts[1] ?? '')) return { names: [text], unsure: true }
  const plural = /\b(kommuner|kommunar|fylkeskommuner|avdelinger|avdelingar|skoler|skular)$/i.test(text)
  if (plural && !parts.slice(0, -1).every(actor)) return { names: [text], unsure: true }
  if (!parts.every(part => capital(part) || actor(part))) return { names: [text], unsure: true }
  const joined = parts.findIndex((part, index) => index > 0 && pair(part).length > 1 && pair(part).some(isField) && isField(parts[index - 1] ?? ''))
  if (joined > 0) return { names: [text], unsure: true }
  const [left = '', right = '', ...more] = pair(parts.at(-1) ?? '')
  const listEnd = right !== '' && more.length === 0 && !isField(left) && !isField(right) && capital(left) && (capital(right) || actor(right))
  const tail = listEnd ? { names: [left, right], unsure: false } : and(parts.at(-1) ?? '')
  const heads = parts.slice(0, -1).map(and)
  return { names: [...heads.flatMap(each => each.names), ...tail.names], unsure: tail.unsure || heads.some(each => each.unsure) }
}

function and(text: string): Names {
  const parts = text.split(/\s+(?:og|and|samt|&|\+)\s+/).map(each => each.trim())
  if (parts.length < 2) return { names: [text], unsure: false }
  if (/\b(kommuner|kommunar|fylkeskommuner|fylkeskommunar)$/i.test(text) && !parts.slice(0, -1).every(actor)) return { names: [text], unsure: true }
  if (parts.every(actor) && !/-$/.test(parts[0] ?? '')) return { names: parts, unsure: false }
  // «Sogndal og Luster» may be two; «Oppvekst og kultur» is one.
  const names = parts.every(capital) && !parts.some(isField)
  return { names: [text], unsure: names || (parts.filter(actor).length > 0 && /^[A-ZÆØÅ\u0001]/.test(parts.at(-1) ?? '')) }
}

const main = /\s*\((?:hoved|hovud)?ansvar(?:lige?|leg|leg eining)?\)|\s*\((?:lead|main responsib\w+)\)/i

/** «Fylkeskommunen (hovedansvar), NAV»: the one who has the main responsibility, and the others. */
export function mainOf(names: readonly string[]): { readonly main: readonly string[]; readonly others: readonly string[] } | undefined {
  if (!names.some(name => main.test(name))) return undefined
  return { main: names.filter(name => main.test(name)).map(name => name.replace(main, '').trim()), others: names.filter(name => !main.test(name)) }
}

/** «Ansvarlig: X. Samarbeid: Y» in one cell, or «X i samarbeid med Y». Undefined without such labels. */
export function labelledNames(text: string): { readonly owners: string; readonly partners: string; readonly rest: string } | undefined {
  if (text.length > 2000) return undefined
  const together = !/ (?:med|with) /.test(text) ? null : /^([^:\n;]+?),?\s+(?:i (?:nært |tett )?(?:samarbeid|samråd|samspill|samspel)|sammen|saman|in co-?operation|together) (?:med|with)\s+([^:\n;]+)$/i.exec(text.trim())
  if (together) return { owners: together[1] ?? '', partners: (together[2] ?? '').replace(/\.$/, ''), rest: '' }
  if (!text.includes(':')) return undefined
  const label = /(^|[\n.;,(]\s*|\s)(hovedansvarlig|hovedansvar|hovudansvar|ansvarlige?|ansvarleg|ansvar|leder|leiar|eier|pådriver|responsible|lead|owner|samarbeidspartnere|samarbeidspartnarar|samarbeidspartar|samarbeid med|samarbeid|samarb\.?|partnere|partnarar|deltakere|deltakarar|medvirkende|medverkande|bidragsytere|støtte|i samarbeid med|partners?|with)\s*:\s*/gi
  const found = [...text.matchAll(label)]
  if (found.length === 0) return undefined
  const owners: string[] = []
  const partners: string[] = []
  found.forEach((each, index) => {
    const value = text.slice((each.index ?? 0) + each[0].length, found[index + 1]?.index ?? text.length).replace(/[\s.;,)]+$/, '').trim()
    const isOwner = /^(hovedansvar|hovudansvar|ansvar|leder|leiar|eier|pådriver|responsible|lead|owner)/i.test(each[2] ?? '')
    if (value !== '') (isOwner ? owners : partners).push(value)
  })
  return { owners: owners.join('\n'), partners: partners.join('\n'), rest: text.slice(0, found[0]?.index ?? 0).trim() }
}
