import { type Block, type Document, prose, type Row } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import { readItem } from '../../platform/item/item.store.ts'
import { formatDate } from '../../platform/text/format.ts'
import { texts } from '../../platform/text/texts.ts'
import { agreement, readAgreementText, readStanding } from '../../modules/agreements/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { documentOf } from './about.ts'

const words = texts({
  nb: {
    draft: 'Utkast. Partene er ikke enige om denne teksten ennå.', edition: (n: number) => `Utgave ${n}`, agreed: (on: string, where: string) => `Partene ble enige om teksten ${on}${where ? ` (${where})` : ''}.`, because: (why: string) => `Ny utgave fordi: ${why}`,
    caseNumber: 'Saksnummer i arkivet', anchoring: 'Forankring', anchoredBy: 'Behandlet av', on: 'Dato', signatures: 'Signaturer', party: 'Part', name: 'Navn og tittel', place: 'Sted og dato', signature: 'Signatur', signed: 'signert', left: (on: string) => `gikk ut ${on}`,
  },
  nn: {
    draft: 'Utkast. Partane er ikkje samde om denne teksten enno.', edition: (n: number) => `Utgåve ${n}`, agreed: (on: string, where: string) => `Partane vart samde om teksten ${on}${where ? ` (${where})` : ''}.`, because: (why: string) => `Ny utgåve fordi: ${why}`,
    caseNumber: 'Saksnummer i arkivet', anchoring: 'Forankring', anchoredBy: 'Behandla av', on: 'Dato', signatures: 'Signaturar', party: 'Part', name: 'Namn og tittel', place: 'Stad og dato', signature: 'Signatur', signed: 'signert', left: (on: string) => `gjekk ut ${on}`,
  },
  en: {
    draft: 'Draft. The parties have not agreed on this text yet.', edition: (n: number) => `Edition ${n}`, agreed: (on: string, where: string) => `The parties agreed on the text on ${on}${where ? ` (${where})` : ''}.`, because: (why: string) => `New edition because: ${why}`,
    caseNumber: 'Case number in the archive', anchoring: 'Anchoring', anchoredBy: 'Dealt with by', on: 'Date', signatures: 'Signatures', party: 'Party', name: 'Name and title', place: 'Place and date', signature: 'Signature', signed: 'signed', left: (on: string) => `left ${on}`,
  },
})

/** Room to write by hand. */
const blank = '\n\n'

/** An agreement with its text, where it is anchored, and a line for each party's signature. Null for one that the viewer may not read the text of. */
export async function agreementDocument(request: Request, workspace: Workspace, number: number): Promise<Document | null> {
  const { db, viewer, lang } = request
  const w = words[lang]
  const item = await readItem(db, viewer, agreement, workspace.id, number)
  const text = item && (await readAgreementText(db, viewer, workspace.id, item.id, request.query.get('utgave')))
  if (!item || !text) return null
  const { parties, people } = await readStanding(request, workspace, item)
  const { edition, sections } = text
  const here = parties.filter(({ state, party }) => state !== 'left' || party.signedOn !== null)
  const anchored = here.filter(({ party }) => party.anchoredOn !== null)
  const day = (on: string | null) => (on ? formatDate(on, lang) : '')
  const anchoring = anchored.map(({ party }): Row => [{ line: [{ text: party.name, strong: true }] }, { line: party.anchoredBody ?? '' }, { line: day(party.anchoredOn) }, { line: party.anchoredCase ?? '' }])
  const signing = here.map(({ party, state }): Row => [
    { line: [{ text: party.name, strong: true }, ...(state === 'left' ? [`\n${w.left(day(party.leftOn))}`] : [])] }, { line: people ? (party.signedName ?? blank) : blank }, { line: party.signedOn ? day(party.signedOn) : blank }, { line: party.signedOn ? w.signed : blank },
  ])
  const blocks: Block[] = [
    { is: 'paragraph', tone: 'lead', text: `${w.edition(edition.number)}. ${edition.agreedOn ? w.agreed(day(edition.agreedOn), edition.agreedNote ?? '') : w.draft}` },
    ...(edition.reason ? [{ is: 'paragraph' as const, tone: 'quiet' as const, text: w.because(edition.reason) }] : []),
    ...(typeof item.fields.case_number === 'string' ? [{ is: 'facts' as const, facts: [{ term: w.caseNumber, value: item.fields.case_number }] }] : []),
    ...sections.flatMap((section): Block[] => [{ is: 'heading', level: 2, text: section.heading }, ...prose(section.body)]),
    ...(anchoring.length > 0 ? [{ is: 'heading' as const, level: 2 as const, text: w.anchoring }, { is: 'table' as const, caption: w.anchoring, columns: [{ header: w.party, width: 2 }, { header: w.anchoredBy, width: 2 }, { header: w.on }, { header: w.caseNumber }], rows: anchoring }] : []),
    ...(signing.length > 0 ? [{ is: 'heading' as const, level: 2 as const, text: w.signatures }, { is: 'table' as const, caption: w.signatures, columns: [{ header: w.party, width: 2 }, { header: w.name, width: 2 }, { header: w.place, width: 1.6 }, { header: w.signature, width: 2 }], rows: signing }] : []),
  ]
  return documentOf(request, workspace, item.title, blocks)
}
