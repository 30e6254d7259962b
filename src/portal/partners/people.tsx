import { page } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { endRole, type InWorkspace, type Member, membersOf, roleWords, workspaceLeading, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, Heading, Lead, type Task, TaskList } from '../../ui/index.ts'
import { leavingWords } from '../people/leaving.words.ts'
import { partnersWords } from './partners.words.ts'
import { peopleWords } from './people.words.ts'

export const peoplePath = (workspace: { slug: string }, rest = ''): string => workspacePath(workspace, `partnere/personer${rest && `/${rest}`}`)

export const peopleCrumbs = (workspace: { slug: string; title: string }, lang: Lang) => [
  { text: workspace.title, href: workspacePath(workspace) }, { text: partnersWords[lang].title, href: workspacePath(workspace, 'partnere') },
]

/** Who takes part now and who begins later, with role and days; from here one invites, changes and takes out. */
export const peoplePage = page({
  path: '/arbeidsrom/:workspace/partnere/personer',
  access: workspaceLeading,
  load: async (request, { workspace }: InWorkspace) => {
    const today = osloDate(request.now).toString()
    const members = (await membersOf(request.db, workspace.id)).filter((one) => one.valid_to === null || (one.valid_to >= today && one.valid_to >= one.valid_from))
    return { now: members.filter((one) => one.valid_from <= today), coming: members.filter((one) => one.valid_from > today), open: workspace.state === 'active' }
  },
  title: (_, request) => peopleWords[request.lang].title,
  crumbs: (_, request, { workspace }) => peopleCrumbs(workspace, request.lang),
  actions: {
    end: async (work, { request, scope: { workspace }, raw }) => {
      const w = peopleWords[request.lang]
      const ended = await endRole(work, workspace.id, firstText(raw, 'hvem'))
      if ('refused' in ended) return { refused: { message: ended.refused === 'stale' ? w.gone : w[ended.refused] } }
      return { done: { to: peoplePath(workspace), flash: { text: w.ended } } }
    },
  },
  view: ({ now, coming, open }, { lang, path, viewer }, { workspace }) => {
    const w = peopleWords[lang]
    const task = (one: Member): Task => ({
      title: one.name,
      hint: [
        roleWords[lang][one.role].name, one.organisation, w.from(formatDate(one.valid_from, lang)), one.valid_to ? w.to(formatDate(one.valid_to, lang)) : '', one.id === viewer.person?.id ? w.you : '',
      ].filter(Boolean).join(' · '),
      ...(open && {
        action: (
          <span class="actions">
            <a href={peoplePath(workspace, one.membershipId)}>{w.change}<span class="ds-sr-only">{w.whose(one.name)}</span></a>
            {one.organisationId && one.id !== viewer.person?.id ? <a href={peoplePath(workspace, `${one.id}/sluttet`)}>{leavingWords[lang].titleShort}<span class="ds-sr-only">{w.whose(one.name)}</span></a> : null}
            {one.id === viewer.person?.id ? null : (
              <form method="post" action={path}>
                <input type="hidden" name="handling" value="end" />
                <Button small variant="quiet" name="hvem" value={one.membershipId}>{w.end}<span class="ds-sr-only">{w.whose(`${one.name}, ${roleWords[lang][one.role].name}`)}</span></Button>
              </form>
            )}
          </span>
        ),
      }),
    })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{open ? w.lead : w.archived}</Lead>
        {open ? (
          <div class="actions">
            <ButtonLink href={workspacePath(workspace, 'partnere/inviter')} variant="primary">{w.invite}</ButtonLink>
            <ButtonLink href={workspacePath(workspace, 'partnere/inviter/organisasjon')}>{w.inviteOrganisation}</ButtonLink>
          </div>
        ) : null}
        <p>{formatLinks([[workspacePath(workspace, 'partnere/invitasjoner'), w.invitations], [workspacePath(workspace, 'partnere/historie'), w.history], [workspacePath(workspace, 'forlat'), w.leave]])}</p>
        <Heading level={2}>{w.here}</Heading>
        {now.length > 0 ? <TaskList lang={lang} tasks={now.map(task)} /> : <p>{w.nobody}</p>}
        {coming.length > 0 ? <><Heading level={2}>{w.coming}</Heading><TaskList lang={lang} tasks={coming.map(task)} /></> : null}
      </>
    )
  },
})

const formatLinks = (links: readonly (readonly [string, string])[]) => links.map(([href, text], i) => <>{i > 0 ? ' · ' : ''}<a href={href}>{text}</a></>)
