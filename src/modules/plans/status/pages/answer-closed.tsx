import type { Request, Returned } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { formatWeekday } from '../../../../platform/text/format.ts'
import { Heading, Lead } from '../../../../ui/index.ts'
import type { RoundCount } from '../answer.store.ts'
import type { ToAnswer } from '../answering.store.ts'
import type { Answering } from './answer.access.ts'
import { AnswerLines } from './answer-form.tsx'
import { answerWords } from './answer.words.ts'

/** What somebody was writing when it closed: it is not taken, and not lost either. */
const Typed = ({ returned, lang }: { returned: Returned | null; lang: Request['lang'] }) => {
  const typed = returned ? ['note', 'result', 'decision', 'whyNot'].map((name) => firstText(returned.raw, name)).filter(Boolean) : []
  if (typed.length === 0) return null
  return <section><Heading level={2}>{answerWords[lang].overTyped}</Heading>{typed.map((text) => <p class="status-said">{text}</p>)}</section>
}

type Closed = { request: Request; scope: Answering; all: readonly ToAnswer[]; counts: RoundCount | null; asker?: string | null; returned: Returned | null }

/** When no answer is taken any more: why, what one answered, and what came of it all. */
export const ClosedView = ({ request: { lang }, scope, all, counts, asker, returned }: Closed) => {
  const w = answerWords[lang]
  const who = asker ?? w.somebody
  const { round, workspace } = scope.question
  if (scope.closedWhy === 'revoked') return <><Heading level={1}>{w.revoked}</Heading><Lead>{w.revokedLead(who)}</Lead><Typed returned={returned} lang={lang} /></>
  const answered = all.filter(({ answer }) => answer.sending)
  const archived = scope.closedWhy === 'archived'
  return (
    <>
      <p class="kind-line">{workspace.title}</p>
      <Heading level={1}>{archived ? w.archived : w.over}</Heading>
      <Lead>{archived ? w.archivedLead : w.overLead(formatWeekday(round.dueOn, lang))}</Lead>
      <Typed returned={returned} lang={lang} />
      {counts && !archived ? (
        <section>
          <Heading level={2}>{w.outcome}</Heading>
          <p>{w.outcomeText(counts.answered, counts.asked)} {counts.decisions > 0 ? w.outcomeDecisions(counts.decisions) : ''}</p>
        </section>
      ) : null}
      <section>
        <Heading level={2}>{w.overAnswers}</Heading>
        {answered.length === 0 ? <p>{w.overNone}</p> : answered.map(({ item, answer }) => (
          <section class="status-told"><Heading level={3} lang={item.language === lang ? undefined : item.language}>{item.title}</Heading>{answer.sending ? <AnswerLines answer={answer.sending} lang={lang} /> : null}</section>
        ))}
      </section>
      {archived ? null : <p>{w.late(who)}</p>}
    </>
  )
}
