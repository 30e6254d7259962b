import { type Access, page } from '../../../../platform/http/page.ts'
import { isId } from '../../../../platform/item/id.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { type InWorkspace, readTold, ToldFields, workspaceLeading } from '../../../workspaces/index.ts'
import { Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, RadioGroup, TextArea } from '../../../../ui/index.ts'
import { replies } from '../match.ts'
import { findRound } from '../round.store.ts'
import { phaseOf, type Round } from '../round.ts'
import { readShown, type Row } from '../shown.store.ts'
import { answerWords } from './answer.words.ts'
import { kindWords } from './kind.words.ts'
import { expectationCrumbs, expectationsPath } from './paths.ts'
import { reply, replyName, statementField, wordName } from './reply-action.ts'
import { ReplyLine } from './reply-form.tsx'
import { roundWords } from './round.words.ts'

type Replying = InWorkspace & { round: Round; row: Row; from: string; of: string | null }

/** Those who lead, and an expectation that is shown. */
const replying: Access<Replying> = {
  name: 'workspace-leading',
  async check(request, params) {
    const found = await workspaceLeading.check(request, params)
    if ('denied' in found) return found
    const round = await findRound(request.db, found.workspace.id, Number(params.round))
    const shown = round && isId(params.statement ?? '') ? await readShown(request.db, round) : null
    const row = shown?.rows.find((one) => one.said.id === params.statement)
    if (!round || !shown || !row) return { denied: 'missing' }
    const { fromId, aboutId } = row.said
    return { workspace: found.workspace, round, row, from: shown.names.get(fromId) ?? '', of: aboutId === null ? null : (shown.names.get(aboutId) ?? '') }
  },
}

/** The secretariat replies for the partnership as a whole, or writes in what an organisation said by phone, by mail or at a meeting. */
export const replyPage = page<Replying, object>({
  path: '/arbeidsrom/:workspace/forventninger/:round{[0-9]+}/svar/:statement',
  access: replying,
  width: 'text',
  styles: ['expectation.page.css'],
  load: async () => ({}),
  title: (_, { lang }) => roundWords[lang].replyTitle,
  crumbs: (_, { lang }, { workspace, round }) => [...expectationCrumbs(workspace, lang, true), { text: round.title, href: expectationsPath(workspace, round.number) }],
  actions: {
    reply: async (work, { request, scope: { workspace, round, row }, raw }) => {
      const { aboutId } = row.said
      const told = aboutId === null ? { told: { channel: 'page' as const, toldBy: null, toldOn: null } } : readTold(raw, request.now, roundWords[request.lang])
      if ('errors' in told) return { refused: { errors: told.errors } }
      const done = await reply(work, request, { round, workspace, statements: [row.said], organisationId: aboutId, ...told.told }, raw)
      return 'refused' in done ? done : { done: { to: expectationsPath(workspace, `${round.number}#matrise`), flash: { text: answerWords[request.lang].replySent } } }
    },
  },
  view: (_, { lang, path, now }, { workspace, round, row: { said, replied }, from, of }, returned) => {
    const [w, a, k] = [roundWords[lang], answerWords[lang], kindWords[lang]]
    const state = formState(returned, { [replyName(said.id)]: replied?.reply ?? '', [wordName(said.id)]: replied?.word ?? '', dato: osloDate(now).toString() })
    const open = phaseOf(round, workspace.state, now) === 'replying'
    return (
      <>
        <Heading level={1}>{w.replyTitle}</Heading>
        <p>{w.replyOf(from, of ?? k.partnership)}</p>
        <blockquote class="expectation-said">{said.text}</blockquote>
        <ReplyLine replied={replied ?? undefined} lang={lang} />
        {open ? (
          <>
            <ErrorSummary lang={lang} state={state} />
            <Form action={path} does="reply" version={replied?.version ?? 0} hidden={{ [statementField]: said.id }}>
              {of === null ? null : <ToldFields lang={lang} words={roundWords[lang]} state={state} now={now} />}
              <RadioGroup lang={lang} state={state} name={replyName(said.id)} label={a.reply} options={replies.map((value) => ({ value, label: k.replies[value] }))} />
              <TextArea lang={lang} state={state} name={wordName(said.id)} label={a.word} hint={a.wordHint} rows={2} optional />
              <FormActions><Button variant="primary">{w.save}</Button><ButtonLink href={expectationsPath(workspace, round.number)} variant="quiet">{w.cancel}</ButtonLink></FormActions>
            </Form>
          </>
        ) : <p>{w.replyOver}</p>}
      </>
    )
  },
})
