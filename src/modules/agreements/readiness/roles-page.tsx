import { versionField } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { mayChange } from '../../../platform/item/item.policy.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { itemMembers } from '../../thread/index.ts'
import { Alert, Button, ButtonLink, DataTable, EmptyState, ErrorSummary, Form, FormActions, formState, Heading, Lead, Select, TextArea } from '../../../ui/index.ts'
import { agreement } from '../agreement/agreement.ts'
import { seesDraft } from '../agreement/agreement.policy.ts'
import { agreementCrumbs, agreementPath } from '../agreement/crumbs.ts'
import { partiesTo } from '../agreement/party.store.ts'
import { settleRoles } from './readiness.actions.ts'
import { blockedBy, type PartyRoleName, roles } from './readiness.ts'
import { factsOf, overridesOf, rolesIn, standingOverrides } from './readiness.store.ts'
import { readinessWords } from './readiness.words.ts'

const roleName = (organisationId: string) => `rolle-${organisationId}`
const longest = 500

/** Who has a role in an agreement and takes part. Settled when the text is agreed, or with a reason before. */
export const rolesPage = page({
  path: '/arbeidsrom/:workspace/avtaler/:number{[0-9]+}/roller',
  access: itemMembers(agreement),
  width: 'text',
  load: async ({ db, viewer, now }, { workspace, item }) => {
    const today = osloDate(now).toString()
    const [parties, settled, facts, overrides] = [await partiesTo(db, item.id), await rolesIn(db, item.id), await factsOf(db, workspace.id, item.id, today), await overridesOf(db, workspace.id, item.id)]
    // What is not agreed yet is not the political body's.
    if (!facts.textAgreed && !seesDraft(viewer, workspace.id)) return null
    return { parties: parties.filter((one) => one.leftOn === null || one.leftOn >= today), settled, stopped: blockedBy('roles', facts, standingOverrides(overrides)), write: mayChange(viewer, workspace, agreement, item) }
  },
  title: (_, { lang }, { item }) => `${readinessWords[lang].rolesTitle} ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => agreementCrumbs(workspace, item, lang),
  actions: {
    settle: async (work, { request: { lang, pathname }, scope: { workspace, item }, loaded: { parties, write }, raw }) => {
      const w = readinessWords[lang]
      if (!write) return { refused: 'forbidden' }
      const chosen = parties.map(({ organisationId }): { organisationId: string; role: PartyRoleName | null } => ({ organisationId, role: roles.find((one) => one === firstText(raw, roleName(organisationId))) ?? null }))
      const reason = firstText(raw, 'grunn').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim()
      if (reason.length > longest) return { refused: { errors: { grunn: w.long(longest) } } }
      const done = await settleRoles(work, workspace, item, Number(firstText(raw, versionField)), chosen, reason || null)
      if ('done' in done) return { done: { to: pathname, flash: { text: w.saved } } }
      return { refused: typeof done.refused === 'object' && 'stopped' in done.refused ? { errors: { grunn: w.reasonMissing } } : done.refused }
    },
  },
  view: ({ parties, settled, stopped, write }, { lang, pathname }, { workspace, item }, returned) => {
    const w = readinessWords[lang]
    const state = formState(returned, Object.fromEntries(parties.map((one) => [roleName(one.organisationId), settled.get(one.organisationId) ?? ''])))
    return (
      <>
        <Heading level={1}>{w.rolesTitle}</Heading>
        <Lead><a href={agreementPath(workspace, item)}>{item.title}</a>. {w.rolesLead}</Lead>
        {parties.length === 0 ? <EmptyState title={w.rolesNone} actions={<ButtonLink href={agreementPath(workspace, item, 'parter')}>{w.toParties}</ButtonLink>}><p>{w.whys.roles}</p></EmptyState>
          : !write ? <DataTable lang={lang} caption={w.rolesTitle} captionHidden rows={parties} columns={[{ key: 'who', header: w.organisation, rowHeader: true, cell: (one) => one.name }, { key: 'role', header: w.roleHeader, cell: (one) => { const role = settled.get(one.organisationId); return role ? w.roleNames[role] : w.notSet } }]} />
            : (
              <>
                <ErrorSummary lang={lang} state={state} />
                <Form action={pathname} does="settle" submissionKey={crypto.randomUUID()} version={item.version}>
                  {stopped ? <><Alert colour="warning" title={w.early}><p>{w.earlyText}</p></Alert><TextArea lang={lang} state={state} name="grunn" label={w.earlyReason} rows={2} maxlength={longest} /></> : null}
                  {parties.map((one) => <Select lang={lang} state={state} name={roleName(one.organisationId)} label={one.name} blank={w.notSet} options={roles.map((value) => ({ value, label: w.roleNames[value] }))} />)}
                  <FormActions><Button variant="primary">{w.save}</Button></FormActions>
                </Form>
              </>
            )}
      </>
    )
  },
})
