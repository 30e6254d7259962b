import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { getDocumentProxy } from 'unpdf'

/** A node of a PDF's structure: its role, and what hangs under it. */
export type Node = { role: string; children: Node[]; text: string }
export type ReadPdf = { pages: number; title: string; lang: string; text: string; roles: string[]; standard: string[]; raw: string }

/** Reads a PDF back: what it says, in which order, and as what. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = Buffer.from(bytes).toString('latin1')
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { info, metadata } = await pdf.getMetadata()
  const [texts, roles]: [string[], string[]] = [[], []]
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at)
    const { items } = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null || !('role' in node)) return
      roles.push(String(node.role))
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit)
    }
    visit(await page.getStructTree())
  }
  const said = String(metadata?.get('pdfuaid:part') ?? '')
  const archive = `${metadata?.get('pdfaid:part') ?? ''}${metadata?.get('pdfaid:conformance') ?? ''}`
  const standard = [...(said || /pdfuaid:part>1</.test(raw) ? ['ua-1'] : []), ...(archive || /pdfaid:part>2</.test(raw) ? [`a-${archive.toLowerCase() || '2a'}`] : [])]
  const read = { pages: pdf.numPages, title: String((info as Record<string, unknown>).Title ?? ''), lang: String((info as Record<string, unknown>).Language ?? /\/Lang \(([^)]*)\)/.exec(raw)?.[1] ?? ''), text: texts.join('\n'), roles, standard, raw }
  await pdf.cleanup()
  return read
}

export type ReadWord = { text: string; styles: string[]; headerRows: number; languages: string[]; links: string[]; title: string; names: string[] }

/** Reads a document of Word back through a strict XML parser: it throws when a part is not well-formed. */
export function readWord(bytes: Uint8Array): ReadWord {
  const parts = unzipSync(bytes)
  const partOf = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array())
  const found: ReadWord = { text: '', styles: [], headerRows: 0, languages: [], links: [], title: '', names: Object.keys(parts) }
  let open = ''
  read(partOf('word/document.xml'), (name, attributes) => {
    open = name
    if (name === 'w:pStyle') found.styles.push(attributes['w:val'] ?? '')
    if (name === 'w:tblHeader') found.headerRows++
    if (name === 'w:lang') found.languages.push(attributes['w:val'] ?? '')
    if (name === 'w:br') found.text += '\n'
  }, (text) => (open === 'w:t' ? (found.text += text) : undefined), (name) => {
    if (name === 'w:p') found.text += '\n'
    open = ''
  })
  read(partOf('word/styles.xml'), (name, attributes) => (name === 'w:lang' ? found.languages.push(attributes['w:val'] ?? '') : undefined))
  read(partOf('word/_rels/document.xml.rels'), (_, attributes) => (attributes.TargetMode === 'External' ? found.links.push(attributes.Target ?? '') : undefined))
  read(partOf('docProps/core.xml'), (name) => (open = name), (text) => (open === 'dc:title' ? (found.title += text) : undefined))
  return found
}

function read(xml: string, onOpen: (name: string, attributes: Record<string, string>) => unknown, onText: (text: string) => unknown = () => {}, onClose: (name: string) => unknown = () => {}): void {
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => onOpen(tag.name, tag.attributes as Record<string, string>))
  parser.on('text', onText)
  parser.on('closetag', (tag) => onClose(tag.name))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}
