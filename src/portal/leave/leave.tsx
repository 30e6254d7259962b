import { page, type Request } from '../../platform/http/page.ts'
import { leading as leadingRoles } from '../../platform/item/kind.ts'
import { mailBody, queueMail } from '../../platform/mail/mail.ts'
import { formatDate } from '../../platform/text/format.ts'
import { formatList } from '../../platform/text/lists.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { emailsOf, raiseHandovers } from '../../modules/actors/index.ts'
import { planItemPath, readPlanItems } from '../../modules/plans/index.ts'
import { type InWorkspace, leave, type Member, membersOf, roleWords, workspaceMembers, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, Facts, Form, FormActions, Heading, Lead } from '../../ui/index.ts'
import { handoverTitle } from '../people/handover-list.tsx'
import { readLeft } from '../people/left.store.ts'
import { peoplePath } from '../partners/people.tsx'
import { leaveWords } from './leave.words.ts'

const isLeading = (role: string): boolean => leadingRoles.some((one) => one === role)

/** What somebody leaves behind: open measures of organisations that nobody else acts for here. */
async function load(request: Request, { workspace }: InWorkspace) {
  const today = osloDate(request.now).toString()
  const [members, items] = await Promise.all([membersOf(request.db, workspace.id), readPlanItems(request.db, request.viewer, workspace.id)])
  const now = members.filter((one) => one.valid_to === null || one.valid_to >= today)
  const own = now.filter((one) => one.id === request.viewer.person?.id)
  const others = now.filter((one) => one.id !== request.viewer.person?.id)
  const alone = new Set(own.flatMap((one) => one.organisationId ?? []).filter((id) => !others.some((other) => other.organisationId === id)))
  const me = request.viewer.person?.id ?? ''
  const organisations = [...new Set(own.flatMap((one) => one.organisationId ?? []))]
  const left = (await Promise.all(organisations.map(async (organisationId) => (await readLeft(request.db, request.viewer, { personId: me, organisationId, workspaceId: workspace.id, successorId: null }, today)).map((one) => ({ ...one, organisationId })))))
    .flat().filter((one) => one.what === 'measure' || one.what === 'follow_up')
  const open = items.filter((item) => item.kind === 'measure' && item.state !== 'completed' && item.state !== 'cancelled')
  return {
    own, left: [...new Map(left.map((one) => [one.subjectId, one])).values()], behind: open.filter((item) => item.owners.some((owner) => alone.has(owner.id))), shared: open.some((item) => item.owners.some((owner) => own.some((one) => one.organisationId === owner.id))),
    leads: own.some((one) => isLeading(one.role)), alone: !others.some((one) => isLeading(one.role) && one.valid_from <= today), leading: others.filter((one) => isLeading(one.role) && one.valid_from <= today),
  }
}

const mostNamed = 10

/** Everybody may leave; first they see what they leave behind, and those who lead are told. */
export const leavePage = page({
  path: '/arbeidsrom/:workspace/forlat',
  access: workspaceMembers,
  load,
  title: (_, request) => leaveWords[request.lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  actions: {
    leave: async (work, { request, scope: { workspace }, loaded: { behind, leading, left } }) => {
      const w = leaveWords[request.lang]
      const ended = await leave(work, workspace.id)
      if ('refused' in ended) return { refused: { message: w[ended.refused] } }
      // What they answer for themselves is for those who lead, until somebody has it.
      for (const [organisationId, some] of Map.groupBy(left, (one) => one.organisationId)) {
        await raiseHandovers(work.tx, { personId: request.viewer.person?.id ?? '', organisationId, lastDay: osloDate(request.now).toString(), proposedId: null, by: request.viewer.person?.id ?? null, at: request.now }, some.map((one) => ({ ...one, receiverId: null })))
      }
      const told = [...new Map(leading.map((one) => [one.id, one])).values()]
      const addresses = await emailsOf(work.tx, told.map((one) => one.id))
      const words = leaveWords[workspace.language]
      const who = request.viewer.person?.name ?? ''
      const roles = formatList(ended.done.map((one) => roleNamed(one, workspace.language)), workspace.language)
      const body = mailBody({
        lang: workspace.language, heading: words.mailSubject(who, workspace.title), footer: words.mailFooter,
        paragraphs: [words.mailText(who, roles), ...(behind.length > 0 ? [words.mailOpen(behind.slice(0, mostNamed).map((item) => `«${item.title}»`).join(', '))] : [])],
        action: { label: words.mailButton, url: `${request.platform.config.baseUrl}${peoplePath(workspace)}` },
      })
      for (const { id } of told) {
        const to = addresses.get(id)
        if (to) await queueMail(work.tx, { to, subject: words.mailSubject(who, workspace.title), body, lang: workspace.language, purpose: 'member-left', nature: 'news', personId: id, now: request.now })
      }
      return { done: { to: '/min-side', flash: { text: w.left(workspace.title) } } }
    },
  },
  width: 'text',
  view: ({ own, left, behind, shared, leads, alone }, { lang, path }, { workspace }) => {
    const w = leaveWords[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead(workspace.title)}</Lead>
        <Facts facts={own.map((one) => ({ term: roleWords[lang][one.role].name, value: `${one.organisation ?? w.none}, ${formatDate(one.valid_from, lang)}` }))} />
        {left.length > 0 ? (
          <section>
            <Heading level={2}>{w.own}</Heading>
            <p>{w.ownText}</p>
            <ul>{left.map((one) => <li>{handoverTitle(one, lang)}</li>)}</ul>
          </section>
        ) : null}
        {behind.length > 0 ? (
          <section>
            <Heading level={2}>{w.open}</Heading>
            <p>{w.openText}</p>
            <ul>{behind.map((item) => <li><a href={planItemPath(workspace, item)}>{item.title}</a></li>)}</ul>
          </section>
        ) : shared ? <p>{w.others}</p> : left.length === 0 ? <p>{w.nothing}</p> : null}
        {leads && alone ? (
          <>
            <p>{w.noLeader}</p>
            <p><ButtonLink href={peoplePath(workspace)} variant="primary">{w.toPeople}</ButtonLink></p>
          </>
        ) : (
          <Form action={path} does="leave">
            <FormActions><Button variant="primary">{w.leave}</Button><a href={workspacePath(workspace)}>{w.stay}</a></FormActions>
          </Form>
        )}
      </>
    )
  },
})

const roleNamed = (one: Member, lang: 'nb' | 'nn' | 'en'): string => [roleWords[lang][one.role].name.toLocaleLowerCase('nb'), one.organisation].filter(Boolean).join(', ')
