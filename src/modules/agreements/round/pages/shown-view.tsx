import type { Request, Returned } from '../../../../platform/http/page.ts'
import { formatWeekday } from '../../../../platform/text/format.ts'
import { ButtonLink, ErrorSummary, formState, Heading, Lead, Tag } from '../../../../ui/index.ts'
import type { Answering } from './answer.access.ts'
import { answerWords } from './answer.words.ts'
import { ReplyForm, ReplyLine } from './reply-form.tsx'
import type { StartLoaded } from './start-page.tsx'
import { StatementLists } from './statement-list.tsx'
import { kindWords } from './kind.words.ts'

/** When the answers are shown: what others expect of one's organisation, with a reply to each; then what one expects, and what was said to it. */
export const ShownView = ({ loaded, request, scope, returned }: { loaded: StartLoaded; request: Request; scope: Answering; returned: Returned | null }) => {
  const { lang } = request
  const [w, k] = [answerWords[lang], kindWords[lang]]
  const { round, workspace } = scope.question
  const { ofUs, replies, sent, names, answer } = loaded
  const open = scope.phase === 'replying'
  return (
    <>
      <p class="kind-line">{workspace.title} {workspace.example ? <Tag>{w.example}</Tag> : null}</p>
      <Heading level={1}>{w.shown}</Heading>
      <Lead>{open ? w.shownLead(answer.organisation, formatWeekday(round.replyBy ?? round.dueOn, lang)) : w.shownOver(answer.organisation)}</Lead>
      <ErrorSummary lang={lang} state={formState(returned)} />
      {ofUs.length === 0 ? <p>{w.shownNone}</p> : null}
      {ofUs.map((one) => (
        <section class="expectation-reply" id={`f-${one.id}`}>
          <Heading level={2}>{w.from(names.get(one.fromId) ?? '')}</Heading>
          <p class="expectation-said">{one.text}</p>
          {one.kind ? <p class="hint">{k.kinds[one.kind]}</p> : null}
          {open ? <ReplyForm id={one.id} action={scope.base} replied={replies.get(one.id)} returned={returned} request={request} /> : <ReplyLine replied={replies.get(one.id)} lang={lang} />}
        </section>
      ))}
      {round.shownTo === 'asked' ? <p class="actions"><ButtonLink href={`${scope.base}/alle`}>{w.toAll}</ButtonLink></p> : null}
      <section>
        <Heading level={2}>{w.ownTitle}</Heading>
        {sent.length === 0 ? <p>{w.ownNone}</p> : <StatementLists statements={sent} names={names} lang={lang} level={3} after={(one) => <ReplyLine replied={replies.get(one.id)} lang={lang} />} />}
      </section>
      {scope.channel === 'page' ? <p><a href="/min-side">{w.toMine}</a></p> : null}
    </>
  )
}
