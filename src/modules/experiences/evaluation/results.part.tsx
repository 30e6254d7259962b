import { itemPart } from '../../../platform/item/manifest.ts'
import { formatWeekday } from '../../../platform/text/format.ts'
import { workspacePath } from '../../workspaces/index.ts'
import { ButtonLink, Downloads, Heading } from '../../../ui/index.ts'
import { evaluation } from './evaluation.ts'
import { evaluationPath } from './pages/paths.ts'
import { readStanding, type Standing } from './results.load.ts'
import { ResultsView } from './results.view.tsx'
import { resultWords } from './results.words.ts'

/** At the top of an evaluation's page: how far it has come, and its results as far as the viewer may see them. */
export const resultsPart = itemPart<Standing>({
  kind: evaluation.name,
  first: true,
  acts: true,
  load: readStanding,
  view: ({ round, count, leads, member, results }, context) => {
    const { request: { lang }, workspace, item, abilities } = context
    const w = resultWords[lang]
    const follow = (text: string) => (abilities.change ? <p class="no-print"><ButtonLink href={evaluationPath(workspace, item, 'folg-opp')} variant="primary">{text}</ButtonLink></p> : null)
    // How far it has come is for those who take part.
    return !member ? null : (
      <section aria-labelledby="resultater">
        <Heading level={2} id="resultater">{w.results}</Heading>
        {round === null ? <><p>{w.draft}</p>{follow(w.toDraft)}</> : round.closedOn === null ? <><p>{w.open(count.answered, count.asked, formatWeekday(round.dueOn, lang))}</p>{follow(w.toFollow)}</> : results === null ? <p>{w.closed}</p> : (
          <>
            <p>{w.answered(count.answered, count.asked)}</p>
            {leads && round.publishedOn === null ? <p>{w.notShown}</p> : null}
            {results.enough ? <Downloads lang={lang} path={workspacePath(workspace, `last-ned/evaluering-${item.number}`)} formats={['docx', 'pdf']} /> : null}
            {follow(round.publishedOn === null ? w.toPublish : w.toFollow)}
            <ResultsView results={results} may={abilities.change} context={context} />
          </>
        )}
      </section>
    )
  },
})
