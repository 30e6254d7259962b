import type { Returned, Request } from '../../platform/http/page.ts'
import type { Pass } from '../../platform/pass/pass.ts'
import { formatDate } from '../../platform/text/format.ts'
import { colleagueDomain, type Invited, roleWords, standingOf, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, Checkbox, Details, ErrorSummary, Facts, Form, FormActions, formState, Heading, Lead, TextArea, TextInput } from '../../ui/index.ts'
import { invitationWords } from './invitation.words.ts'

type Props = { invited: Invited; pass: Pass; request: Request; returned: Returned | null }

/** How it ended, for a link that nothing more can be done with; null while an answer is waited for. */
function ending({ invited, pass, request }: Props): 'passed' | 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'archived' | 'newer' | null {
  if (invited.personId !== pass.holder.person?.id) return 'passed'
  const state = standingOf(invited, request.now)
  if (state === 'accepted' || state === 'declined') return state
  if (invited.workspace.state === 'archived') return 'archived'
  if (state === 'withdrawn' || state === 'expired') return state
  return pass.id === invited.passId && pass.state === 'open' ? null : 'newer'
}

export const InvitationView = (props: Props) => {
  const end = ending(props)
  return end ? <Ended {...props} end={end} /> : <Open {...props} />
}

/** Says how it ended. Who said yes is led to where they log in. */
const Ended = ({ invited, request, end }: Props & { end: NonNullable<ReturnType<typeof ending>> }) => {
  const { lang, viewer } = request
  const w = invitationWords[lang]
  const [title, text] = {
    accepted: [w.yes, w.yesText], declined: [w.no, w.noText], passed: [w.passed, w.passedText], withdrawn: [w.withdrawn, w.withdrawnText],
    expired: [w.expired, w.expiredText], archived: [w.archived, ''], newer: [w.newer, w.newerText],
  }[end] as [string, string]
  const path = workspacePath(invited.workspace)
  const coming = invited.memberFrom && invited.answeredAt && invited.memberFrom > request.now.toString().slice(0, 10) ? invited.memberFrom : null
  return (
    <>
      <Heading level={1}>{title}</Heading>
      {text ? <Lead>{text}</Lead> : null}
      {end === 'accepted' && coming ? <p>{w.yesFrom(formatDate(coming, lang))}</p> : null}
      {end === 'accepted' && viewer.person?.id === invited.personId ? <p><ButtonLink href={path} variant="primary">{w.goTo}</ButtonLink></p> : null}
      {end === 'accepted' && viewer.person?.id !== invited.personId ? (
        <>
          <p>{w.loginText(invited.email)}</p>
          <Form action={`/logg-inn?til=${encodeURIComponent(path)}`} hidden={{ handling: 'mail', epost: invited.email }}>
            <FormActions><Button variant="primary">{w.login}</Button></FormActions>
          </Form>
        </>
      ) : null}
    </>
  )
}

const Open = ({ invited, request, returned }: Props) => {
  const { lang, pathname } = request
  const w = invitationWords[lang]
  const { workspace, organisation } = invited
  const who = invited.inviter ?? w.somebody
  const role = roleWords[lang][invited.role]
  const forOrganisation = invited.kind === 'organisation' && organisation !== null
  const stateOf = (action: string) => formState(returned?.action === action ? returned : null)
  const [yes, no, other] = [stateOf('accept'), stateOf('decline'), stateOf('pass')]
  const domain = colleagueDomain(invited.email)
  return (
    <>
      <Heading level={1}>{w.title(workspace.title)}</Heading>
      <Lead>{forOrganisation ? w.organisation(who, organisation) : w.person(who, role.name.toLocaleLowerCase('nb'))}</Lead>
      {invited.greeting ? <blockquote><p>{invited.greeting}</p><footer class="hint">{w.greeting(who)}</footer></blockquote> : null}
      <Heading level={2}>{w.what}</Heading>
      <p>{w.about(workspace.title)}</p>
      <Facts facts={[
        { term: w.may, value: role.may },
        ...(organisation ? [{ term: w.forWhom, value: organisation }] : []),
        ...(invited.memberFrom ? [{ term: w.from, value: formatDate(invited.memberFrom, lang) }] : []),
        ...(invited.memberTo ? [{ term: w.to, value: formatDate(invited.memberTo, lang) }] : []),
        ...(invited.legalOwner ? [{ term: w.owner, value: invited.legalOwner }] : []),
        { term: w.until, value: formatDate(invited.lastDay, lang) },
      ]} />
      <ErrorSummary lang={lang} state={yes} />
      <Form action={pathname} does="accept">
        {invited.known ? <p>{w.as(invited.name)}</p> : <TextInput lang={lang} state={yes} name="navn" label={w.name} hint={w.nameHint} autocomplete="name" />}
        {forOrganisation ? (
          <>
            <TextInput lang={lang} state={yes} name="stilling" label={w.yourTitle} hint={w.titleHint} autocomplete="organization-title" />
            <Checkbox lang={lang} state={yes} name="kan" label={w.sure(organisation)} hint={w.sureHint} />
          </>
        ) : null}
        <FormActions><Button variant="primary">{forOrganisation ? w.acceptFor(organisation) : w.accept}</Button></FormActions>
      </Form>
      <Details summary={w.declineSummary} open={returned?.action === 'decline'}>
        <Form action={pathname} does="decline">
          <TextArea lang={lang} state={no} name="hvorfor" label={w.reason} hint={w.reasonHint} rows={2} maxlength={500} optional />
          <FormActions><Button>{w.decline}</Button></FormActions>
        </Form>
      </Details>
      <Details summary={w.pass} open={returned?.action === 'pass'}>
        {domain ? (
          <Form action={pathname} does="pass">
            <p>{w.passText(domain)}</p>
            <TextInput lang={lang} state={other} name="kollega" type="email" label={w.colleague} />
            <FormActions><Button>{w.passButton}</Button></FormActions>
          </Form>
        ) : <p>{w.passNot}</p>}
      </Details>
      <Heading level={2}>{w.stored}</Heading>
      <p>{w.storedText} {invited.dataController ? w.controller(invited.dataController) : ''} {w.leaveText} <a href="/personvern">{w.privacy}</a></p>
    </>
  )
}
