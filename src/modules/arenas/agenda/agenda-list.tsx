import type { WorkspaceHead } from '../../../platform/http/page.ts'
import type { ItemHead } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Heading, Prose, Tag } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { meetingWords } from '../meeting/meeting.words.ts'
import type { Paper, Point } from './agenda.store.ts'
import { agendaWords } from './agenda.words.ts'

type Props = { lang: Lang; catalogue: Catalogue; workspace: WorkspaceHead; points: readonly Point[]; papers: readonly Paper[]; people: ReadonlyMap<string, string>; heads: ReadonlyMap<string, ItemHead> }

/** The agenda to read: what is taken up, how, for how long, by whom, with its papers. */
export const AgendaList = ({ lang, catalogue, workspace, points, papers, people, heads }: Props) => {
  const w = meetingWords[lang]
  const general = papers.filter((one) => !points.some((point) => point.number === one.pointNumber))
  return (
    <section aria-labelledby="sakliste">
      <Heading level={2} id="sakliste">{w.agenda}</Heading>
      {points.length === 0 ? <p>{w.emptyAgenda}</p> : (
        <ol class="agenda">
          {points.map((point) => {
            const matter = heads.get(point.matterId ?? '')
            const kind = matter && catalogue.kinds.get(matter.kind)
            const who = people.get(point.responsibleId ?? '')
            const href = matter && kind ? itemPath(workspace, kind, matter) : null
            // A point that is called what its matter is called is itself the way to it.
            const named = href !== null && matter?.title === point.title
            const besides = [point.minutes === null ? null : w.minutesLong(point.minutes), who].filter(Boolean).join(' · ')
            return (
              <li>
                <p><strong>{named ? <a href={href}>{point.title}</a> : point.title}</strong> <Tag>{w.kinds[point.kind]}</Tag></p>
                {besides !== '' || (href !== null && !named) ? <p class="hint">{besides}{href !== null && !named ? <>{besides === '' ? '' : ' · '}<a href={href}>{matter?.title}</a></> : null}</p> : null}
                {point.note ? <Prose text={point.note} /> : null}
                <PaperList lang={lang} papers={papers.filter((one) => one.pointNumber === point.number)} />
              </li>
            )
          })}
        </ol>
      )}
      {general.length > 0 ? <><h3>{agendaWords[lang].papers}</h3><PaperList lang={lang} papers={general} /></> : null}
    </section>
  )
}

/** Papers to open, by the name they were given or the name of the file. */
export const PaperList = ({ papers }: { lang: Lang; papers: readonly Paper[] }) =>
  papers.length === 0 ? null : <ul class="papers">{papers.map((one) => <li><a href={`/filer/${one.fileId}`}>{one.title ?? one.fileName}</a></li>)}</ul>
