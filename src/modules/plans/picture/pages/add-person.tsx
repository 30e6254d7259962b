import type { Request, Returned } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { Button, Details, Form, FormActions, formState, TextInput } from '../../../../ui/index.ts'
import type { Answer } from '../answer.store.ts'
import { pictureWords } from './picture.words.ts'

/** The names of the fields for one more person: each organisation has its own. */
export const personFields = (answer: Pick<Answer, 'id'>) => [`navn-${answer.id}`, `epost-${answer.id}`] as const

/** Somebody more to ask for an organisation. */
export const AddPerson = ({ answer, pathname, lang, returned, open }: { answer: Answer; pathname: string; lang: Request['lang']; returned: Returned | null; open: boolean }) => {
  const w = pictureWords[lang]
  const own = returned?.action === 'person' && firstText(returned.raw, 'svar') === answer.id ? returned : null
  const [name, email] = personFields(answer)
  return (
    <Details summary={w.addPersonFor(answer.organisation)} open={own !== null || open}>
      <Form action={pathname} does="person" submissionKey={crypto.randomUUID()} hidden={{ svar: answer.id }}>
        <TextInput lang={lang} state={formState(own)} name={name} label={w.addPerson} autocomplete="off" />
        <TextInput lang={lang} state={formState(own)} name={email} type="email" label={w.addEmail} autocomplete="off" />
        <FormActions><Button>{w.add}</Button></FormActions>
      </Form>
    </Details>
  )
}
