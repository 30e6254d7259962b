import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/project-root.ts'
import { plainText, readMarkdown } from './markdown.ts'

/** The guide in the order one reads it; the last part of the address is the name of the file. */
const files = [
  'docs/guide/de-forste-femten-minuttene.md',
  'docs/guide/et-ar-med-partnerskapet.md',
  'docs/guide/fra-regneark-til-trad.md',
  'docs/guide/ta-med-planen-pa-papir.md',
  'docs/guide/kom-i-gang-i-en-liten-kommune.md',
  'docs/guide/felles-bilde.md',
  'docs/guide/forventninger.md',
  'docs/guide/be-om-status.md',
  'docs/guide/moter.md',
  'docs/guide/oppfolging.md',
  'docs/guide/partner-slik-svarer-du.md',
  'docs/guide/arenaer-og-saker.md',
  'docs/guide/traden-og-lose-trader.md',
  'docs/guide/avtalen.md',
  'docs/guide/evaluering.md',
  'docs/guide/arsrapport.md',
  'docs/guide/virkemidler-indikatorer-og-effekt.md',
  'docs/guide/inviter-partnere.md',
  'docs/guide/finn-fram-med-sok.md',
  'docs/guide/organisasjoner-og-folk.md',
  'docs/guide/hvem-ser-hva.md',
  'docs/guide/sammenslaing.md',
  'docs/guide/e-post-og-varsler.md',
  'docs/guide/administrator.md',
  'docs/guide/andre-systemer.md',
  'docs/guide/for-den-som-drifter.md',
  'docs/words/ord.md',
] as const

export type GuidePage = { side: string; title: string; /** The first paragraph: what the page is for. */ lead: string; /** Everything under the title. */ body: string }

/** Reads one page of the guide. Throws when it does not begin with a title and a paragraph. */
function readGuidePage(file: string): GuidePage {
  const source = readFileSync(join(projectRoot, file), 'utf8')
  const [title, lead] = readMarkdown(source)
  if (title?.type !== 'heading' || title.level !== 1 || lead?.type !== 'paragraph') throw new Error(`${file} must begin with a title and a paragraph`)
  return { side: file.replace(/^.*\/|\.md$/g, ''), title: plainText(title.inline), lead: plainText(lead.inline), body: source.slice(source.indexOf('\n')) }
}

/** The guide is part of the program, so it is read once. */
export const guide: readonly GuidePage[] = files.map(readGuidePage)
