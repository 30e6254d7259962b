import { page } from '../../../platform/http/page.ts'
import type { Fields } from '../../../platform/item/field.ts'
import { isId } from '../../../platform/item/id.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import { Button, ButtonLink, DateInput, ErrorSummary, Form, FormActions, formState, Heading, Select, TextInput } from '../../../ui/index.ts'
import { partiesByName, partiesOf } from '../../actors/index.ts'
import { itemChangers } from '../../thread/index.ts'
import { agreement } from './agreement.ts'
import { agreementCrumbs, agreementPath } from './crumbs.ts'
import { joinParties } from './party.actions.ts'
import { toldPartyRefusal } from './parties-page.tsx'
import { partyWords } from './party.words.ts'

const { nb, nn, en } = partyWords
const fields: Fields = {
  name: { type: 'text', max: 200, label: { nb: nb.newName, nn: nn.newName, en: en.newName } },
  joined_on: { type: 'date', label: { nb: nb.joinedOn, nn: nn.joinedOn, en: en.joinedOn } },
}

/** A new party: there from the start, or one that joins later. */
export const joinPage = page({
  path: '/arbeidsrom/:workspace/avtaler/:number{[0-9]+}/parter/ny',
  access: itemChangers(agreement),
  load: async (request, { workspace }) => ({ organisations: await partiesOf(request.db, workspace.id) }),
  title: (_, { lang }) => partyWords[lang].newTitle,
  crumbs: (_, { lang }, { workspace, item }) => agreementCrumbs(workspace, item, lang, { text: partyWords[lang].title, href: agreementPath(workspace, item, 'parter') }),
  actions: {
    add: async (work, { request: { lang }, scope: { workspace, item }, raw }) => {
      const w = partyWords[lang]
      const { values, errors } = parseFields(fields, raw, lang)
      const chosen = firstText(raw, 'organisation')
      const name = values.name as string | null
      const known = isId(chosen) && (await partiesOf(work.tx, workspace.id)).some((one) => one.id === chosen)
      const wrong = { ...errors, ...(!known && !name && { organisation: w.chooseOne }) }
      if (Object.keys(wrong).length > 0) return { refused: { errors: wrong } }
      const organisationId = name ? ((await partiesByName(work.tx, workspace.id, [name], workspace.example)).get(name) ?? '') : chosen
      const done = await joinParties(work, workspace, item, [{ organisationId, joinedOn: values.joined_on as string | null }])
      return 'refused' in done ? { refused: toldPartyRefusal(done.refused, lang) } : { done: { to: agreementPath(workspace, item, 'parter'), flash: { text: w.added } } }
    },
  },
  view: ({ organisations }, { lang, path }, { workspace, item }, returned) => {
    const w = partyWords[lang]
    const state = formState(returned)
    return (
      <>
        <Heading level={1}>{w.newTitle}</Heading>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
          <Select lang={lang} state={state} name="organisation" label={w.organisation} hint={w.organisationHint} options={organisations.map((one) => ({ value: one.id, label: one.name }))} />
          <TextInput lang={lang} state={state} name="name" label={w.newName} maxlength={200} optional />
          <DateInput lang={lang} state={state} name="joined_on" label={w.joinedOn} hint={w.joinedHint} optional />
          <FormActions><Button variant="primary">{w.save}</Button><ButtonLink href={agreementPath(workspace, item, 'parter')} variant="quiet">{w.cancel}</ButtonLink></FormActions>
        </Form>
      </>
    )
  },
})
