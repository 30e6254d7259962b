import { type Lang, texts } from '../../platform/text/texts.ts'

const words = texts({
  nb: { title: 'Last ned', pdf: 'PDF', docx: 'Word', xlsx: 'Excel' },
  nn: { title: 'Last ned', pdf: 'PDF', docx: 'Word', xlsx: 'Excel' },
  en: { title: 'Download', pdf: 'PDF', docx: 'Word', xlsx: 'Excel' },
})

type Props = {
  lang: Lang
  /** The address without its ending. */
  path: string
  /** What is chosen on the page goes along. */
  query?: URLSearchParams
  formats?: readonly ('pdf' | 'docx' | 'xlsx')[]
  /** What is taken with one, where a page offers several things. */
  what?: string
}

/** What is on the page, to take with one: the same selection, as PDF, Word or spreadsheet. Plain links. */
export const Downloads = ({ lang, path, query, formats = ['pdf', 'docx', 'xlsx'], what }: Props) => {
  const w = words[lang]
  const chosen = new URLSearchParams([...(query ?? [])].filter(([name]) => name !== 'side'))
  const rest = chosen.size > 0 ? `?${chosen}` : ''
  return (
    <nav class="downloads no-print" aria-label={what ? `${w.title}: ${what}` : w.title}>
      <span>{w.title}{what ? ` ${what}` : ''}:</span>
      <ul>{formats.map((format) => <li><a href={`${path}.${format}${rest}`} rel="nofollow">{w[format]}</a></li>)}</ul>
    </nav>
  )
}
