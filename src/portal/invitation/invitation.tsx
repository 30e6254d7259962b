import { page, type Request } from '../../platform/http/page.ts'
import { firstText, type RawForm } from '../../platform/item/parse.ts'
import { parseEmail } from '../../platform/mail/mail.ts'
import { passHolders, type WithPass } from '../../platform/pass/pass.ts'
import { accept, colleagueDomain, decline, type Invited, isColleague, passOn, readInvited, workspacePath } from '../../modules/workspaces/index.ts'
import { postOf } from '../partners/invite.tsx'
import { InvitationView } from './invitation-view.tsx'
import { invitationWords } from './invitation.words.ts'

/** How often one invitation may be passed on. */
const passes = { name: 'invitation-passed', times: 3, seconds: 90 * 86_400 }

const tidy = (raw: RawForm, name: string) => firstText(raw, name).replaceAll('\0', '').replace(/\s+/g, ' ')

/** What is wrong with a yes: a name of those who have none here yet; for an organisation who one is there, and that one may answer for it. */
function wrongWithYes(raw: RawForm, invited: Invited, { lang }: Request): Record<string, string> {
  const w = invitationWords[lang]
  const [name, title] = [tidy(raw, 'navn'), tidy(raw, 'stilling')]
  const named = invited.known ? null : name === '' ? w.nameMissing : name.length > 120 ? w.nameLong : null
  const titled = invited.kind === 'person' ? null : title === '' ? w.titleMissing : title.length > 120 ? w.nameLong : null
  const sure = invited.kind === 'person' || firstText(raw, 'kan') === 'ja'
  return { ...(named && { navn: named }), ...(titled && { stilling: titled }), ...(!sure && { kan: w.notSure }) }
}

/** What the link in an invitation opens: who asks, to what, what one may do, and yes, no or somebody else. A GET changes nothing. */
export const invitationPage = page({
  path: '/invitasjon/:token',
  access: passHolders('invitation'),
  load: async (request, { pass }: WithPass) => readInvited(request.db, pass.subjectId),
  title: (invited, request) => invitationWords[request.lang].title(invited.workspace.title),
  actions: {
    accept: async (work, { request, loaded: invited, raw }) => {
      const w = invitationWords[request.lang]
      const { workspace } = invited
      const errors = wrongWithYes(raw, invited, request)
      if (invited.state !== 'accepted' && Object.keys(errors).length > 0) return { refused: { errors } }
      const accepted = await accept(work, invited.id, { name: tidy(raw, 'navn') || null, title: tidy(raw, 'stilling') || null })
      const own = request.viewer.person?.id === work.viewer.person?.id
      // Sent twice, or answered in another window: the page says how it stands.
      if ('refused' in accepted) return { done: { to: own && invited.state === 'accepted' ? workspacePath(workspace) : request.pathname } }
      const { session } = accepted.done
      const enters = (session || own) && !(invited.memberFrom && invited.memberFrom > work.now.toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString())
      return { done: { to: enters ? workspacePath(workspace) : request.pathname, ...(enters && { flash: { text: w.joined(workspace.title) } }), ...(session && enters && { session: { begin: session } }) } }
    },
    decline: async (work, { request, loaded: invited, raw }) => {
      const reason = firstText(raw, 'hvorfor').replaceAll('\0', '')
      if (reason.length > 500) return { refused: { errors: { hvorfor: invitationWords[request.lang].reasonLong } } }
      await decline(work, invited.id, reason || null)
      return { done: { to: request.pathname } }
    },
    pass: async (work, { request, loaded: invited, raw }) => {
      const w = invitationWords[request.lang]
      const [email, domain] = [parseEmail(firstText(raw, 'kollega')), colleagueDomain(invited.email)]
      if (!domain) return { refused: 'forbidden' }
      if (!email) return { refused: { errors: { kollega: w.emailBad } } }
      if (!isColleague(invited.email, email)) return { refused: { errors: { kollega: w.elsewhere(domain) } } }
      const may = await request.platform.limit(passes, invited.id, request.now)
      if (!may.ok) return { refused: { message: w.tooMany } }
      const passed = await passOn(work, postOf(request), invited.id, email)
      if ('refused' in passed && passed.refused === 'elsewhere') return { refused: { errors: { kollega: w.elsewhere(domain) } } }
      return { done: { to: request.pathname } }
    },
  },
  bare: true,
  width: 'text',
  view: (invited, request, { pass }, returned) => <InvitationView invited={invited} pass={pass} request={request} returned={returned} />,
})
