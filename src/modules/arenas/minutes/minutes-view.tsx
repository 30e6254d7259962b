import type { WorkspaceHead } from '../../../platform/http/page.ts'
import type { Item, ItemHead } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Downloads, Heading, Prose } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { meeting } from '../meeting/meeting.ts'
import type { Whole } from '../meeting/standing.ts'
import { minutesWords } from './minutes.words.ts'

type Props = { lang: Lang; catalogue: Catalogue; workspace: WorkspaceHead; item: Item; whole: Whole; heads: ReadonlyMap<string, ItemHead> }

/** Decisions and follow-ups that were taken down, as links. */
export const OutcomeList = ({ lang, catalogue, workspace, heads }: { lang: Lang; catalogue: Catalogue; workspace: WorkspaceHead; heads: readonly ItemHead[] }) =>
  heads.length === 0 ? null : (
    <ul>
      {heads.map((one) => {
        const kind = catalogue.kinds.get(one.kind)
        return kind ? <li><span class="hint">{minutesWords[lang].outcome[one.kind === 'decision' ? 'decision' : 'follow_up']}:</span> <a href={itemPath(workspace, kind, one)} lang={one.language === lang ? undefined : one.language}>{one.title}</a></li> : null
      })}
    </ul>
  )

/** The minutes to read: the opening, and under each point what was said, decided and taken on. */
export const MinutesView = ({ lang, catalogue, workspace, item, whole, heads }: Props) => {
  const w = minutesWords[lang]
  const { opening } = whole
  const cameOf = (number: number | null) => whole.outcomes.filter((one) => one.pointNumber === number).flatMap((one) => heads.get(one.outcomeId) ?? [])
  const points = whole.points.filter((one) => one.said !== null || cameOf(one.number).length > 0)
  const rest = whole.outcomes.filter((one) => !whole.points.some((point) => point.number === one.pointNumber)).flatMap((one) => heads.get(one.outcomeId) ?? [])
  if (opening === null && points.length === 0 && rest.length === 0) return null
  return (
    <section aria-labelledby="referat">
      <Heading level={2} id="referat">{w.title}</Heading>
      <Downloads lang={lang} path={itemPath(workspace, meeting, item, '/referat')} formats={['pdf', 'docx']} />
      {opening ? <Prose text={opening} lang={item.language} /> : null}
      {points.map((point) => (
        <>
          <h3>{point.title}</h3>
          {point.said ? <Prose text={point.said} lang={item.language} /> : null}
          <OutcomeList lang={lang} catalogue={catalogue} workspace={workspace} heads={cameOf(point.number)} />
        </>
      ))}
      <OutcomeList lang={lang} catalogue={catalogue} workspace={workspace} heads={rest} />
    </section>
  )
}
