import { createHash } from 'node:crypto'
import type { CarriedItem, CarriedWorkspace } from '../format.ts'
import type { Names } from '../reading-page.ts'

/** An element of XML: its name and what is in it, text or elements. Nothing that people have written can become markup. */
export type Xml = readonly [name: string, content: string | readonly Xml[], attributes?: Readonly<Record<string, string>>]

export type ArchiveDocument = { path: string; content: string }

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** XML 1.0 has no control characters but tab and line feeds. */
const safe = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

export function writeXml([name, content, attributes = {}]: Xml, depth = 0): string {
  const indent = '  '.repeat(depth)
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${safe(value)}"`).join('')
  if (typeof content === 'string') return `${indent}<${name}${written}>${safe(content)}</${name}>\n`
  return `${indent}<${name}${written}>\n${content.map((one) => writeXml(one, depth + 1)).join('')}${indent}</${name}>\n`
}

const unknown = 'Ukjent'
const moment = (at: string) => `${at.slice(0, 19)}Z`
/** An id that is the same each time for the same thing. */
const idOf = (...parts: readonly string[]) => {
  const hex = createHash('sha256').update(parts.join('\0')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export type Archived = { structure: string; documents: readonly ArchiveDocument[] }

/**
 * The decisions of a workspace in Noark 5's structure, version 5.0: arkiv → arkivdel (the workspace) → mappe (a case number, or a decision
 * without one) → registrering (the decision) → dokumentbeskrivelse → dokumentobjekt. The elements stand in the order of arkivstruktur.xsd.
 */
export function archiveOf(carried: CarriedWorkspace, names: Names): Archived {
  const { workspace, made } = carried
  const organisation = new Map(carried.organisations.map((one) => [one.ref, one]))
  const owner = organisation.get(workspace.archiveResponsible ?? workspace.legalOwner ?? '')
  const ownerName = owner?.name ?? unknown
  const decisions = carried.items.filter((item) => item.kind === 'decision' && item.state !== 'needed')
  const history = new Map<number, { first: Event; last: Event }>()
  for (const event of carried.history) if (event.number !== null) history.set(event.number, { first: history.get(event.number)?.first ?? event, last: event })
  const whole = moment(made.at)
  const documents: ArchiveDocument[] = []
  const cases = Map.groupBy(decisions, (item) => String(item.fields.case_number ?? '') || `${item.number}`)
  const base = [made.from, workspace.title]
  const begun = carried.history[0] ? moment(carried.history[0].at) : whole
  const folder = ([number, items]: [string, CarriedItem[]]): Xml => {
    const dates = items.map((item) => moment(history.get(item.number)?.first.at ?? made.at)).toSorted()
    return ['mappe', [
      ['systemID', idOf(...base, 'mappe', number)], ['mappeID', number], ['tittel', items.length === 1 ? (items[0]?.title ?? number) : `Sak ${number}`],
      ['dokumentmedium', 'Elektronisk arkiv'], ['opprettetDato', dates[0] ?? whole], ['opprettetAv', made.from], ['avsluttetDato', whole], ['avsluttetAv', made.from],
      ...items.map(registration),
    ]]
  }
  const registration = (item: CarriedItem): Xml => {
    const events = history.get(item.number)
    const [at, by] = [moment(events?.first.at ?? made.at), events?.first.who ?? unknown]
    const [changed, changedBy] = [moment(events?.last.at ?? made.at), events?.last.who ?? unknown]
    const document = { path: `dokumenter/vedtak-${item.number}.txt`, content: textOf(item, carried, names) }
    documents.push(document)
    const sender = String(item.fields.decided_by ?? '') || ownerName
    return ['registrering', [
      ['systemID', idOf(...base, 'registrering', String(item.number))], ['opprettetDato', at], ['opprettetAv', by], ['arkivertDato', whole], ['arkivertAv', made.from],
      ['dokumentbeskrivelse', [
        ['systemID', idOf(...base, 'dokument', String(item.number))], ['dokumenttype', 'Vedtak'], ['dokumentstatus', 'Dokumentet er ferdigstilt'], ['tittel', item.title],
        ['opprettetDato', at], ['opprettetAv', by], ['dokumentmedium', 'Elektronisk arkiv'], ['tilknyttetRegistreringSom', 'Hoveddokument'], ['dokumentnummer', '1'], ['tilknyttetDato', changed], ['tilknyttetAv', changedBy],
        ['dokumentobjekt', [
          ['systemID', idOf(...base, 'objekt', String(item.number))], ['versjonsnummer', '1'], ['variantformat', 'Arkivformat'], ['format', 'RA-TEKST'], ['formatDetaljer', 'Ren tekst, UTF-8'],
          ['opprettetDato', whole], ['opprettetAv', made.from], ['referanseDokumentfil', document.path],
          ['sjekksum', createHash('sha256').update(document.content).digest('hex')], ['sjekksumAlgoritme', 'SHA256'], ['filstoerrelse', String(Buffer.byteLength(document.content))],
        ]],
      ]],
      ['registreringsID', String(item.number)], ['tittel', item.title], ['dokumentmedium', 'Elektronisk arkiv'],
      ['korrespondansepart', [['korrespondanseparttype', 'Intern avsender'], ['korrespondansepartNavn', sender]]],
    ]]
  }
  const structure = writeXml(['arkiv', [
    ['systemID', idOf(...base, 'arkiv')], ['tittel', `${made.from}: ${ownerName}`], ['beskrivelse', `Uttrekk av vedtak fra Trådverk ${made.program}`], ['arkivstatus', 'Avsluttet'], ['dokumentmedium', 'Elektronisk arkiv'],
    ['opprettetDato', begun], ['opprettetAv', made.from], ['avsluttetDato', whole], ['avsluttetAv', made.from],
    ['arkivskaper', [['arkivskaperID', owner?.orgnr ?? unknown], ['arkivskaperNavn', ownerName]]],
    ['arkivdel', [
      ['systemID', idOf(...base, 'arkivdel')], ['tittel', workspace.title], ['arkivdelstatus', 'Avsluttet periode'], ['dokumentmedium', 'Elektronisk arkiv'],
      ['opprettetDato', begun], ['opprettetAv', made.from], ['avsluttetDato', whole], ['avsluttetAv', made.from], ...[...cases].map(folder),
    ]],
  ], { xmlns: 'http://www.arkivverket.no/standarder/noark5/arkivstruktur', 'xmlns:n5mdk': 'http://www.arkivverket.no/standarder/noark5/metadatakatalog' }])
  return { structure: `<?xml version="1.0" encoding="UTF-8"?>\n${structure}`, documents }
}

type Event = CarriedWorkspace['history'][number]

/** A decision as a plain text: its title, what it says, and what it is tied to. */
function textOf(item: CarriedItem, { organisations, items, links }: CarriedWorkspace, names: Names): string {
  const organisation = new Map(organisations.map((one) => [one.ref, one.name]))
  const title = new Map(items.map((one) => [one.ref, one.title]))
  const fields = Object.entries(item.fields).flatMap(([name, value]) => (value === null || value === '' ? [] : [`${names.field(item.kind, name)}:\n${String(value)}`]))
  const owners = item.owners.map((ref) => organisation.get(ref) ?? ref)
  const ties = links.flatMap((tie) => (tie.from === item.ref ? [`${names.relation(tie.relation)}: ${title.get(tie.to) ?? ''}`] : []))
  return [item.title, item.state ? names.state(item.kind, item.state) : '', ...fields, owners.length > 0 ? `${names.field(item.kind, 'owner')}:\n${owners.join(', ')}` : '', ...ties].filter((part) => part !== '').join('\n\n').replaceAll('\r', '') + '\n'
}
