import { keepDraft, readDraft } from '../../../../platform/draft/draft.store.ts'
import { type Access, page, type Page, type Request, type Returned } from '../../../../platform/http/page.ts'
import { formatWeekday } from '../../../../platform/text/format.ts'
import { peopleById } from '../../../actors/index.ts'
import { ColleagueLink } from '../../../workspaces/index.ts'
import { Button, ErrorSummary, FormActions, formState, Heading, Lead, Tag } from '../../../../ui/index.ts'
import { draftName, sendBallot } from '../answer.actions.ts'
import type { Statement } from '../form.ts'
import { formOf } from '../round.store.ts'
import type { Answering } from './answer.access.ts'
import { BallotFields, Promises, readBallot, typedIn, wordsTyped } from './answer-form.tsx'
import { answerWords } from './answer.words.ts'

type Loaded = { form: readonly Statement[]; typed: Readonly<Record<string, string>>; asker: string | null }

/** Who asks, what happens to the answer, and the form; a receipt when it is sent. */
export const answerPage = (path: string, access: Access<Answering>): Page =>
  page<Answering, Loaded>({
    path,
    access,
    bare: true,
    width: 'text',
    islands: ['status-autosave'],
    styles: ['status.page.css', 'evaluation.page.css'],
    load: async ({ db }, { question: { asked, round }, phase }) => ({
      form: await formOf(db, round.id), typed: phase === 'answering' ? await readDraft(db, asked.personId, draftName(asked)) : {},
      asker: round.askedBy ? ((await peopleById(db, [round.askedBy])).get(round.askedBy) ?? null) : null,
    }),
    title: (_, { lang }, { phase }) => { const w = answerWords[lang]; return phase === 'revoked' ? w.revoked : phase === 'answered' ? w.thanks : phase === 'over' ? w.over : w.title },
    actions: {
      save: async (work, { scope, loaded, raw }) => {
        const { asked } = scope.question
        if (scope.phase !== 'answering') return { done: { to: scope.base } }
        await keepDraft(work.tx, asked.personId, draftName(asked), typedIn(loaded.form, raw), work.now)
        return { done: { to: scope.base } }
      },
      send: async (work, { request, scope, loaded, raw }) => {
        const w = answerWords[request.lang]
        const read = readBallot(loaded.form, raw, request.lang)
        if ('errors' in read) return { refused: { errors: read.errors } }
        const sent = await sendBallot(work, scope.question.asked, scope.question.workspace.state, read.ballot, false)
        // Sent twice is sent once: nobody is told that it failed.
        if ('refused' in sent) return sent.refused === 'already' ? { done: { to: scope.base } } : { refused: { message: sent.refused === 'closed' ? w.over : w.empty } }
        return { done: { to: scope.base, flash: { text: w.sent } } }
      },
    },
    view: (loaded, request, scope, returned) => {
      const { lang } = request
      const w = answerWords[lang]
      const who = loaded.asker ?? w.somebody
      const { round, workspace } = scope.question
      const head = <p class="kind-line">{workspace.title} {workspace.example ? <Tag>{w.example}</Tag> : null}</p>
      const mine = scope.own ? <p><a href="/min-side">{w.toMine}</a></p> : null
      if (scope.phase === 'answered') return <>{head}<Heading level={1}>{w.thanks}</Heading><Lead>{w.thanksLead}</Lead><p>{w.thanksNext}</p>{mine}</>
      if (scope.phase !== 'answering') {
        const typed = returned ? wordsTyped(loaded.form, returned.raw) : []
        return (
          <>
            {head}
            <Heading level={1}>{scope.phase === 'revoked' ? w.revoked : w.over}</Heading>
            <Lead>{scope.phase === 'revoked' ? w.revokedLead(who) : w.overLead(who)}</Lead>
            {typed.length > 0 ? <section><Heading level={2}>{w.typed}</Heading>{typed.map((text) => <p class="evaluation-word">{text}</p>)}</section> : null}
            {mine}
          </>
        )
      }
      return (
        <>
          {head}
          <Heading level={1}>{w.title}</Heading>
          <Lead>{w.asks(who, workspace.title)} {scope.question.asked.type === 'left' ? `${w.left} ` : ''}{w.due(formatWeekday(round.dueOn, lang))}</Lead>
          {round.greeting ? <blockquote class="status-message"><p class="hint">{w.wrote(who)}</p><p class="status-said">{round.greeting}</p></blockquote> : null}
          {scope.question.asked.handedOn ? <p class="hint">{w.handedOn}</p> : null}
          <Promises lang={lang} />
          <Writing loaded={loaded} request={request} scope={scope} returned={returned} />
          <ColleagueLink lang={lang} base={scope.base} />
        </>
      )
    },
  })

/** The form, saved as one writes. It carries no key of its own: that would keep the time of sending, and an answer that is sent twice is counted once all the same. */
const Writing = ({ loaded, request: { lang }, scope, returned }: { loaded: Loaded; request: Request; scope: Answering; returned: Returned | null }) => {
  const w = answerWords[lang]
  const state = formState(returned, loaded.typed)
  const begun = Object.values(loaded.typed).some((text) => text !== '')
  return (
    <>
      <ErrorSummary lang={lang} state={state} />
      {returned?.message ? <p role="alert">{returned.message}</p> : null}
      <status-autosave data-failed={w.autosave.failed} data-conflict={w.autosave.conflict} data-wrong={w.autosave.wrong}>
        <form class="form" method="post" action={scope.base} novalidate>
          <BallotFields form={loaded.form} lang={lang} state={state} />
          <p class="status-saved" role="status">{begun ? w.saved : ''}</p>
          <FormActions>
            <Button variant="primary" name="handling" value="send">{w.send}</Button>
            <Button name="handling" value="save">{w.save}</Button>
          </FormActions>
        </form>
      </status-autosave>
    </>
  )
}
