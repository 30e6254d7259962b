import type { Request, Returned } from '../../../../platform/http/page.ts'
import { mostOfEach, whats } from '../statement.ts'
import { Heading, Lead } from '../../../../ui/index.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import type { Answering } from './answer.access.ts'
import type { StartLoaded } from './start-page.tsx'
import { StatementLists } from './statement-list.tsx'
import { answerWords } from './answer.words.ts'

/** What somebody was writing when it closed: it is not taken, and not lost either. */
const Typed = ({ returned, lang }: { returned: Returned | null; lang: Request['lang'] }) => {
  const typed = returned ? whats.flatMap((what) => Array.from({ length: mostOfEach }, (_, at) => firstText(returned.raw, `${what}-${at}-text`))).filter(Boolean) : []
  return typed.length === 0 ? null : <section><Heading level={2}>{answerWords[lang].typed}</Heading>{typed.map((text) => <p class="expectation-said">{text}</p>)}</section>
}

/** When no answer is taken, and nothing is shown: why, and what one's own organisation sent. */
export const ClosedView = ({ loaded, request: { lang }, scope, returned }: { loaded: StartLoaded; request: Request; scope: Answering; returned: Returned | null }) => {
  const w = answerWords[lang]
  const who = loaded.asker ?? w.somebody
  const { workspace } = scope.question
  if (scope.phase === 'revoked') return <><Heading level={1}>{w.revoked}</Heading><Lead>{w.revokedLead(who)}</Lead><Typed returned={returned} lang={lang} /></>
  const archived = workspace.state !== 'active'
  return (
    <>
      <p class="kind-line">{workspace.title}</p>
      <Heading level={1}>{archived ? w.archived : w.waiting}</Heading>
      <Lead>{archived ? w.archivedLead : w.waitingLead(who)}</Lead>
      <Typed returned={returned} lang={lang} />
      {loaded.sent.length === 0 ? <p>{w.waitingNone}</p> : <section><Heading level={2}>{w.yours}</Heading><StatementLists statements={loaded.sent} names={loaded.names} lang={lang} level={3} /></section>}
      {archived ? null : <p>{w.late(who)}</p>}
    </>
  )
}
