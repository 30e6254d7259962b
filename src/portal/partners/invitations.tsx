import { page, type PageAction } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import {
  invitationsOf, type InWorkspace, isWaiting, type ListedInvitation, mayRemind, maySendAgain, remind, remindFrom, roleWords, sendAgain, standingOf, withdraw, workspaceLeading, workspacePath,
} from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, type Column, DataTable, EmptyState, Heading, Lead, State, type StateKind } from '../../ui/index.ts'
import { postOf } from './invite.tsx'
import { inviteWords } from './invite.words.ts'
import { peopleCrumbs } from './people.tsx'
import { peopleWords } from './people.words.ts'

const shapes: Record<ListedInvitation['state'], StateKind> = { sent: 'in_progress', reminded: 'in_progress', accepted: 'holds', declined: 'neutral', withdrawn: 'cancelled', expired: 'watch' }
const listPath = (workspace: { slug: string }) => workspacePath(workspace, 'partnere/invitasjoner')

/** The invitation that a button in the list is for. */
const one = (name: 'remind' | 'again' | 'withdraw'): PageAction<InWorkspace, unknown> => async (work, { request, scope: { workspace }, raw }) => {
  const w = inviteWords[request.lang]
  const id = firstText(raw, 'hvilken')
  const done = (text: string) => ({ done: { to: listPath(workspace), flash: { text } } })
  if (!/^[0-9a-f-]{36}$/.test(id)) return { refused: 'missing' }
  if (name === 'remind') {
    const reminded = await remind(work, postOf(request), workspace.id, id)
    return 'done' in reminded ? done(w.remindedNow) : { refused: reminded.refused === 'missing' ? 'missing' : { message: w.tooSoon } }
  }
  if (name === 'again') {
    const sent = await sendAgain(work, postOf(request), workspace.id, id)
    return 'done' in sent ? done(w.againNow(formatDate(sent.done, request.lang))) : { refused: sent.refused === 'missing' ? 'missing' : { message: w.over } }
  }
  const withdrawn = await withdraw(work, workspace.id, id)
  return 'done' in withdrawn ? done(w.withdrawnNow) : { refused: withdrawn.refused === 'missing' ? 'missing' : { message: w.over } }
}

/** Who was asked, when, what they answered, and whether the mail came through. */
export const invitationsPage = page({
  path: '/arbeidsrom/:workspace/partnere/invitasjoner',
  access: workspaceLeading,
  load: async (request, { workspace }: InWorkspace) => {
    const all = await invitationsOf(request.db, workspace.id)
    return { waiting: all.filter((invitation) => isWaiting(invitation, request.now)), others: all.filter((invitation) => !isWaiting(invitation, request.now)), open: workspace.state === 'active' }
  },
  title: (_, request) => inviteWords[request.lang].listTitle,
  crumbs: (_, { lang }, { workspace }) => peopleCrumbs(workspace, lang),
  actions: { remind: one('remind'), again: one('again'), withdraw: one('withdraw') },
  view: ({ waiting, others, open }, { lang, path, now }, { workspace }) => {
    const w = inviteWords[lang]
    const invite = open ? (
      <>
        <ButtonLink href={workspacePath(workspace, 'partnere/inviter')} variant="primary">{peopleWords[lang].invite}</ButtonLink>
        <ButtonLink href={workspacePath(workspace, 'partnere/inviter/organisasjon')}>{peopleWords[lang].inviteOrganisation}</ButtonLink>
      </>
    ) : null
    const columns: Column<ListedInvitation>[] = [
      { key: 'who', header: w.who, rowHeader: true, cell: (row) => <Who row={row} lang={lang} /> },
      { key: 'as', header: w.as, cell: (row) => [row.kind === 'organisation' ? w.partner : roleWords[lang][row.role].name, row.kind === 'person' ? row.organisation : null].filter(Boolean).join(', ') },
      { key: 'state', header: w.state, cell: (row) => <Answer row={row} lang={lang} now={now} /> },
      { key: 'mail', header: w.mail, cell: (row) => <>{w.mails[row.mail]}{row.mail === 'failed' && isWaiting(row, now) ? <p class="hint">{w.failedHint}</p> : null}</> },
      ...(open ? [{ key: 'do', header: w.todo, cell: (row: ListedInvitation) => <Buttons row={row} lang={lang} path={path} now={now} /> }] : []),
    ]
    return (
      <>
        <Heading level={1}>{w.listTitle}</Heading>
        <Lead>{w.listLead}</Lead>
        {waiting.length + others.length === 0 ? <EmptyState picture="start" title={w.listTitle} actions={invite ?? undefined}><p>{w.nobody}</p></EmptyState> : (
          <>
            <div class="actions">{invite}</div>
            {waiting.length > 0 ? <section><DataTable lang={lang} caption={w.waiting} columns={columns} rows={waiting} /></section> : null}
            {others.length > 0 ? <section><DataTable lang={lang} caption={w.others} columns={columns} rows={others} /></section> : null}
          </>
        )}
      </>
    )
  },
})

/** The address that was written; the name only of those who said yes. */
const Who = ({ row, lang }: { row: ListedInvitation; lang: Lang }) => {
  const w = inviteWords[lang]
  return (
    <>
      {row.kind === 'organisation' ? <strong>{row.organisation}</strong> : row.name ?? row.email}
      {row.kind === 'organisation' || row.name ? <p class="hint">{[row.kind === 'organisation' ? row.name : null, row.email].filter(Boolean).join(', ')}</p> : null}
      <p class="hint">{w.asked(formatDate(osloDate(row.invitedAt), lang), row.inviter ?? '')}{row.passedOnAt ? <><br />{w.passedOn(formatDate(osloDate(row.passedOnAt), lang))}</> : null}</p>
    </>
  )
}

const Answer = ({ row, lang, now }: { row: ListedInvitation; lang: Lang; now: Temporal.Instant }) => {
  const w = inviteWords[lang]
  const state = standingOf(row, now)
  const waits = isWaiting(row, now)
  const notes = [
    waits ? w.until(formatDate(row.lastDay, lang)) : '', waits && row.remindedAt ? w.reminded(formatDate(osloDate(row.remindedAt), lang)) : '',
    row.answeredAt && (state === 'accepted' || state === 'declined') ? w.answered(formatDate(osloDate(row.answeredAt), lang)) : '', row.answer ? w.because(row.answer) : '',
  ].filter(Boolean)
  return <><State lang={lang} kind={shapes[state]}>{w.states[state]}</State>{notes.map((note) => <p class="hint">{note}</p>)}</>
}

const Buttons = ({ row, lang, path, now }: { row: ListedInvitation; lang: Lang; path: string; now: Temporal.Instant }) => {
  const w = inviteWords[lang]
  if (!maySendAgain(row)) return null
  const button = (does: string, text: string) => (
    <form method="post" action={path}>
      <input type="hidden" name="handling" value={does} />
      <Button small variant="quiet" name="hvilken" value={row.id}>{text}<span class="ds-sr-only">{w.toWhom(row.email)}</span></Button>
    </form>
  )
  const reminder = mayRemind(row, now) ? button('remind', w.remind) : isWaiting(row, now) ? <p class="hint">{w.remindFrom(formatDate(remindFrom(row), lang))}</p> : null
  return <div class="actions">{reminder}{button('again', w.again)}{button('withdraw', w.withdraw)}</div>
}
