import type { Outcome } from '../../../platform/db/work.ts'
import type { Refusal, Request, Returned } from '../../../platform/http/page.ts'
import { firstText, type RawForm } from '../../../platform/item/parse.ts'
import { Button, Details, Form, FormActions, formState, TextInput } from '../../../ui/index.ts'
import { contactWords } from './contact.words.ts'
import { requireContact } from './read-contact.ts'

/** The names of the fields for one more person: each organisation has its own. */
const fieldsOf = (answer: { id: string }) => [`navn-${answer.id}`, `epost-${answer.id}`] as const

/** Somebody more to ask for an organisation. The action is `person`; the field `svar` tells for which. */
export const AddPerson = ({ answer, pathname, lang, returned, open }: { answer: { id: string; organisation: string }; pathname: string; lang: Request['lang']; returned: Returned | null; open: boolean }) => {
  const w = contactWords[lang]
  const own = returned?.action === 'person' && firstText(returned.raw, 'svar') === answer.id ? returned : null
  const [name, email] = fieldsOf(answer)
  return (
    <Details summary={w.addFor(answer.organisation)} open={own !== null || open}>
      <Form action={pathname} does="person" submissionKey={crypto.randomUUID()} hidden={{ svar: answer.id }}>
        <TextInput lang={lang} state={formState(own)} name={name} label={w.name} autocomplete="off" />
        <TextInput lang={lang} state={formState(own)} name={email} type="email" label={w.email} autocomplete="off" />
        <FormActions><Button>{w.add}</Button></FormActions>
      </Form>
    </Details>
  )
}

/** Reads what `AddPerson` sent and names them with `name`, which says whether they were not asked already. What is wrong stands beside its field. */
export async function addPerson(request: Request, raw: RawForm, answer: { id: string }, name: (contact: { name: string; email: string }) => Promise<boolean>): Promise<Outcome<{ name: string }, Refusal>> {
  const fields = fieldsOf(answer)
  const contact = await requireContact(request, raw, fields)
  if ('refused' in contact) return contact
  return (await name(contact.done)) ? { done: { name: contact.done.name } } : { refused: { errors: { [fields[1]]: contactWords[request.lang].already } } }
}
